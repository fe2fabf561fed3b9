using System.Text.RegularExpressions;
using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Contracts.Conversations;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Holds the sentences that a model worded against the facts of the turn.</summary>
internal sealed partial class OwnWordsCheck(FactSheet facts)
{
    private readonly GoodsProof goods = new(facts);
    private readonly StatementProof proof = new(facts);
    private readonly HoursProof hours = new(facts);
    private readonly DayProof days = new(facts);
    private readonly PlaceProof place = new(facts);
    private readonly OrderContentProof contents = new(facts);
    private readonly PlainSpeech speech = new(facts);
    private readonly Lazy<AreaMentions> areas = new(() => new AreaMentions(facts.Context.Business.DeliveryAreas));

    /// <summary>What is wrong with a sentence, in a word for the explanation; null: every thing it states is a stored fact.</summary>
    public string? Wrong(string sentence)
    {
        if (Leaks.In(sentence))
        {
            return GuardVerdict.Leak;
        }

        if (WrittenTerms.Say(sentence, facts.Context.Business))
        {
            return null;
        }

        // What nobody here can read, no statement can be read in either.
        if (OtherLanguage.Is(sentence) || OtherLanguage.IsOtherThan(facts.Context.Contact.Language, sentence))
        {
            return GuardVerdict.Language;
        }

        var named = OrderNumbers.In(sentence, facts);
        var said = new Said(sentence, PlacedWord.In(sentence), [.. ClaimReader.InOwnWords(sentence).Select(found => found with { Claim = Read(found.Claim, named) })]);
        if (said.Claims.Select(found => found.Claim).Where(claim => !IsOfGoods(claim) && !IsKnown(claim, named)).Select(claim => (ClaimKind?)claim.Kind).FirstOrDefault() is { } kind)
        {
            return Name(kind.ToString());
        }

        var states = StatementReader.In(sentence);
        if (states.Where(statement => !(said.IsQuestion && MayBeAsked(statement)) && !proof.Holds(statement, sentence)).Select(statement => (Statement?)statement).FirstOrDefault() is { } unproven)
        {
            return Name(unproven.ToString());
        }

        return !goods.Holds(said, states) ? GuardVerdict.Goods
            : !hours.Holds(said) ? GuardVerdict.ClockTime
            : !days.Holds(said) ? GuardVerdict.Day
            : !place.Holds(said) ? GuardVerdict.Address
            : !contents.Holds(said, goods.In(said), areas) ? GuardVerdict.Order
            : !AccountProof.Holds(said, facts) ? GuardVerdict.Account
            : AmountInWords().IsMatch(sentence) && !said.Amounts.Any() ? GuardVerdict.Amount
            : Percent().IsMatch(sentence) ? GuardVerdict.Discount
            : Duration().IsMatch(sentence) ? GuardVerdict.Arrival
            : BankNames.NamesAnother(sentence, facts.Context.Business.BankDetails) ? GuardVerdict.Bank
            : Strange(said, states) is { } word ? GuardVerdict.Unproven + word
            : null;
    }

    // Most sentences name no place: only what is strange without one is held against the areas.
    private string? Strange(Said said, IReadOnlySet<Statement> states) => speech.Strange(Proven(said, states, [])) is null ? null : speech.Strange(Proven(said, states, areas.Value.In(said.Words)));

    private ProvenSentence Proven(Said said, IReadOnlySet<Statement> states, IReadOnlyList<AreaMention> places) =>
        new(said, goods.In(said), StatementReader.Placed(said.Text).Select(found => (found.At, found.End - 1)).Concat(places.Select(area => (area.First, area.Last))), days.In(said))
        {
            Asks = said.IsQuestion || speech.Requests(said),
            Denies = states.Contains(Statement.SoldOut),
        };

    /// <summary>The product of which a wrong sentence spoke, if it was just one: its true price can be said instead.</summary>
    public Product? Subject(string sentence) => goods.Only(sentence);

    /// <summary>The delivery areas that a sentence names.</summary>
    public IEnumerable<DeliveryArea> Areas(string sentence) => areas.Value.In(PlacedWord.In(sentence)).Select(mention => mention.Area);

    /// <summary>"3500" without any sign is an amount, unless it is an order's number or stands in a text that is quoted.</summary>
    private Claim Read(Claim claim, IReadOnlySet<string> orders) =>
        claim.Kind == ClaimKind.Number && claim.Value.Length > 2 && !orders.Contains(claim.Value) && !facts.Contains(claim) ? ClaimReader.AsAmount(claim) : claim;

    private bool IsKnown(Claim claim, IReadOnlySet<string> orders) =>
        claim.Kind == ClaimKind.Number && orders.Contains(claim.Value) ? facts.HasOrder(claim.Value) : facts.Contains(claim) || (claim.Kind == ClaimKind.AccountNumber && facts.Contains(claim with { Kind = ClaimKind.Phone }));

    // GoodsProof holds them against the product beside them.
    private static bool IsOfGoods(Claim claim) => claim.Kind is ClaimKind.Amount or ClaimKind.Stock;

    // "Would you like a discount?" offers one; "… now that it is on its way?" tells what nobody knows.
    private static bool MayBeAsked(Statement statement) =>
        statement is Statement.InStock or Statement.SoldOut or Statement.Offers or Statement.Total or Statement.CartAdded or Statement.CartRemoved or Statement.CartEmptied or Statement.CartChanged or Statement.Opens or Statement.Closed or Statement.OpenNow or Statement.ClosedNow or Statement.OrderPlaced;

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
