using System.Globalization;
using System.Text.RegularExpressions;
using HaloAgent.Catalog;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>Whether an amount is the price of what it stands beside, or of as many of it as the sentence says.</summary>
internal sealed partial class PriceProof(FactSheet facts)
{
    // "So 3 of them are ₦2,400": what may stand between how many and how much.
    private static readonly HashSet<string> OfThem = ["is", "are", "will", "would", "be", "of", "them", "those", "cost", "costs", "come", "comes", "to", "for", "na", "go", "je", "bu"];

    private static readonly HashSet<string> Paying =
    [
        "pay", "transfer", "send", "owe", "owing", "balance", "deposit", "remit", "sanwo", "san", "ranse", "biya", "tura", "kwuo", "kwua", "akwu", "ziga",
    ];

    private readonly DeliveryFeeProof fees = new(facts);

    public bool Holds(Said said, IReadOnlyList<Mention> named) => said.Amounts.All(amount => Fits(amount, said, named));

    private bool Fits(FoundClaim amount, Said said, IReadOnlyList<Mention> named)
    {
        if (IsToBePaid(said) && !said.IsQuestion) return facts.IsOwed(amount.Claim);
        if (fees.Holds(amount, said, named) is { } isFee)
        {
            return isFee;
        }

        var goods = Of(amount, said, named);
        return goods.Count == 0
            ? IsPriceOfWhatWasAsked(amount) || (IsToBePaid(said) ? facts.IsOwed(amount.Claim) : facts.IsTotal(amount.Claim) && (facts.Asked.Count == 0 || SpeaksOfTotals().IsMatch(said.Text)))
            : goods.Any(mention => mention.Products.Any(product => IsPriceOf(product, mention, amount, said, named))) || (SpeaksOfTotals().IsMatch(said.Text) && facts.Contains(amount.Claim));
    }

    // "Please send ₦1,500", "can you transfer ₦8,500?": what somebody is told to pay is what they owe, and no other true amount.
    private static bool IsToBePaid(Said said) => said.Words.Any(word => Paying.Contains(word.Text));

    // "It is ₦2,500" answers of what the customer asked: a total is no answer to who asked for the zobo.
    private bool IsPriceOfWhatWasAsked(FoundClaim amount) =>
        facts.Asked is [var only] && only.Products.Any(product => Prices(product).Any(price => ClaimReader.Written(price.Naira) == amount.Claim.Value));

    private static IEnumerable<Money> Prices(Product product) => product.Variants.Count > 0 ? product.Variants.Select(variant => variant.Price) : [product.Price];

    /// <summary>
    /// The nearest product before an amount, or the first after it when none stands before. "₦500 for the zobo" speaks of the product
    /// behind it, whatever stands before; where it begins a clause, of that alone.
    /// </summary>
    private static IReadOnlyList<Mention> Of(FoundClaim amount, Said said, IReadOnlyList<Mention> named)
    {
        var (first, last) = (said.FirstOf(amount), said.LastOf(amount));
        var before = named.LastOrDefault(mention => mention.Last < first);
        var after = named.FirstOrDefault(mention => mention.First > last);
        var bound = after is not null && Enumerable.Range(last + 1, after.First - last - 1).All(word => Binds(said, word));
        return before is null ? (after is null ? [] : [after])
            : !bound ? [before]
            : BeginsClause(said.Words, first) ? [after!]
            : [before, after!];
    }

    private static bool Binds(Said said, int word) => said.Words[word].Text is "for" or "per" or "each" or "a" or "an" or "fun" or "maka" || CountWords.Links(said.Words[word].Text) || said.CountAt(word) is not null;

    // "Na" joins in two languages and is "costs" in a third.
    private static bool BeginsClause(IReadOnlyList<PlacedWord> words, int at) => at == 0 || words[at - 1].IsBreak || (CountWords.Joins(words[at - 1].Text) && words[at - 1].Text != "na");

    private bool IsPriceOf(Product product, Mention mention, FoundClaim claim, Said said, IReadOnlyList<Mention> named)
    {
        // A run of digits that is longer than any amount is nobody's price.
        if (!decimal.TryParse(claim.Claim.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return false;
        var prices = Prices(product);
        var counts = Counts(product, mention, claim, said, named).ToList();
        return prices.Any(price => price.Naira == amount || counts.Any(times => price.Naira * times == amount)) || WasPriceOf(product, amount, said);
    }

    // An order keeps the prices of its day. What several of something come to is no price of it: "the price of zobo is ₦4,000" is a lie to who has five.
    private bool WasPriceOf(Product product, decimal amount, Said said)
    {
        var speaksOfThem = SpeaksOfTotals().IsMatch(said.Text) || SpeaksOfWhatIsOrdered().IsMatch(said.Text);
        return facts.Orders.SelectMany(order => order.Lines).Any(line => line.ProductId == product.Id && (line.UnitPrice.Naira == amount || (speaksOfThem && line.Total.Naira == amount)))
            || (speaksOfThem && (facts.Cart?.Lines.Any(line => line.ProductId == product.Id && line.Total.Naira == amount) ?? false));
    }

    /// <summary>How many of the product the sentence speaks of: "2 zobo", "zobo x2", "zobo is ₦1,600 for two bottles". Other numbers count nothing.</summary>
    private static IEnumerable<int> Counts(Product product, Mention mention, FoundClaim amount, Said said, IReadOnlyList<Mention> named)
    {
        var before = mention.First - 1;
        while (before >= 0 && CountWords.Links(said.Words[before].Text)) before--;
        var after = mention.Last + 1;
        while (after < said.Words.Count && (CountWords.Links(said.Words[after].Text) || said.Text[said.Words[after].At] == ':')) after++;
        var (first, last) = (said.FirstOf(amount), said.LastOf(amount));
        var from = named.LastOrDefault(other => other.Last < mention.First)?.Last + 1 ?? 0;
        var ofPlates = Enumerable.Range(from, Math.Max(0, first - from)).Append(last + 1).Append(last + 2).Where(at => at + 1 < said.Words.Count && CountWords.Counts(said.Words[at + 1].Text));
        int[] isFor = last + 1 < said.Words.Count && said.Words[last + 1].Text == "for" && (last + 3 >= said.Words.Count || said.Words[last + 3].IsBreak) ? [last + 2] : [];
        var them = first - 1;
        while (them >= 0 && (OfThem.Contains(said.Words[them].Text) || CountWords.Counts(said.Words[them].Text))) them--;
        return new[] { before, after, them }.Concat(ofPlates).Concat(isFor).Where(at => !IsOfName(product, mention, at, said.Words)).Select(said.CountAt).OfType<int>();
    }

    // "Puff puff (10 pieces)" is one thing, and so is a "7 Up".
    private static bool IsOfName(Product product, Mention mention, int at, IReadOnlyList<PlacedWord> words)
    {
        if (at < 0 || at >= words.Count) return false;
        return product.Synonyms.Concat(product.Variants.Select(variant => variant.Name)).Prepend(product.Name).Select(StatementReader.Words)
            .Any(name => name.Select((word, i) => (word, i)).Any(part => part.word == words[at].Text && (at > mention.First || (part.i + 1 < name.Count && name[part.i + 1] == words[at + 1].Text))));
    }

    [GeneratedRegex(@"\b(?:orders?|cart|basket|comes? to|come up to|oda|odar|odarka|odarki|ọda)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfWhatIsOrdered();

    // An order's total, a delivery fee: amounts that belong to no single product although one is named.
    [GeneratedRegex(@"\b(?:total|in all|altogether|delivery|fee|apapọ|apapo|jimla|mgbakọ|mgbako|everything)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfTotals();
}
