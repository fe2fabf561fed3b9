using System.Text.RegularExpressions;
using HaloAgent.Catalog;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Holds the sentences that a model worded against the facts of the turn.</summary>
internal sealed partial class OwnWordsCheck(FactSheet facts)
{
    private readonly GoodsProof goods = new(facts);
    private readonly StatementProof proof = new(facts);
    private readonly HoursProof hours = new(facts);
    private readonly DayProof days = new(facts);
    private readonly PlaceProof place = new(facts);

    /// <summary>What is wrong with a sentence, in a word for the explanation; null: every thing it states is a stored fact.</summary>
    public string? Wrong(string sentence)
    {
        if (Leaks.In(sentence))
        {
            return "leak";
        }

        if (WrittenTerms.Say(sentence, facts.Context.Business))
        {
            return null;
        }

        // What nobody here can read, no statement can be read in either.
        if (OtherLanguage.Is(sentence) || OtherLanguage.IsOtherThan(facts.Context.Contact.Language, sentence))
        {
            return "language";
        }

        var named = OrderNumbers.In(sentence, facts);
        var said = new Said(sentence, PlacedWord.In(sentence), [.. ClaimReader.InOwnWords(sentence).Select(found => found with { Claim = Read(found.Claim, named) })]);
        if (said.Claims.Select(found => found.Claim).Where(claim => !IsOfGoods(claim) && !IsKnown(claim, named)).Select(claim => (ClaimKind?)claim.Kind).FirstOrDefault() is { } kind)
        {
            return Name(kind.ToString());
        }

        var states = StatementReader.In(sentence);
        if (states.Where(statement => !(IsQuestion(sentence) && MayBeAsked(statement)) && !proof.Holds(statement, sentence)).Select(statement => (Statement?)statement).FirstOrDefault() is { } unproven)
        {
            return Name(unproven.ToString());
        }

        return !goods.Holds(said, states) ? "goods"
            : !hours.Holds(said) ? "clock_time"
            : !days.Holds(said) ? "day"
            : !place.Holds(said) ? "address"
            : !AccountProof.Holds(said, facts) ? "account"
            : AmountInWords().IsMatch(sentence) && !said.Amounts.Any() ? "amount"
            : Percent().IsMatch(sentence) ? "discount"
            : Duration().IsMatch(sentence) ? "arrival"
            : BankNames.NamesAnother(sentence, facts.Context.Business.BankDetails) ? "bank"
            : null;
    }

    /// <summary>The product of which a wrong sentence spoke, if it was just one: its true price can be said instead.</summary>
    public Product? Subject(string sentence) => goods.Only(sentence);

    /// <summary>"3500" without any sign is an amount, unless it is an order's number or stands in a text that is quoted.</summary>
    private Claim Read(Claim claim, IReadOnlySet<string> orders) =>
        claim.Kind == ClaimKind.Number && claim.Value.Length > 2 && !orders.Contains(claim.Value) && !facts.Contains(claim) ? ClaimReader.AsAmount(claim) : claim;

    private bool IsKnown(Claim claim, IReadOnlySet<string> orders) =>
        claim.Kind == ClaimKind.Number && orders.Contains(claim.Value) ? facts.HasOrder(claim.Value) : facts.Contains(claim) || (claim.Kind == ClaimKind.AccountNumber && facts.Contains(claim with { Kind = ClaimKind.Phone }));

    // GoodsProof holds them against the product beside them.
    private static bool IsOfGoods(Claim claim) => claim.Kind is ClaimKind.Amount or ClaimKind.Stock;

    private static bool IsQuestion(string sentence) => sentence.TrimEnd().EndsWith('?');

    // "Would you like a discount?" offers one.
    private static bool MayBeAsked(Statement statement) => statement is not (Statement.Discount or Statement.Free or Statement.Refund);

    private static string Name(string? kind) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(kind!);

    [GeneratedRegex(@"\b(?:hundred|thousand|million|nairas?|kobo|dubu|dari|ɗari|puku|nari|egb[eẹ]r[uú]n)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AmountInWords();

    [GeneratedRegex(@"\d\s?%|\bper\s?cent\b", RegexOptions.IgnoreCase)]
    private static partial Regex Percent();

    [GeneratedRegex(
        @"\b(?:\d+|an?|one|two|three|four|five|ten|twenty|thirty|few|couple of)\s*(?:(?:-|to|–)\s*\d+\s*)?(?:more\s+)?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|awa|minti|mintuna|wakati|iseju|iṣẹju|nkeji|awaa|ubochi)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Duration();
}
