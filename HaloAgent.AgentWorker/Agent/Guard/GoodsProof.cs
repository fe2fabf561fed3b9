using System.Globalization;
using System.Text.RegularExpressions;
using HaloAgent.Catalog;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>
/// Whether a sentence about goods is true of the goods it names: an amount beside a product is that product's, what is offered is in
/// the catalogue, what is said to be in stock is. A true price of something else is as wrong as an invented one.
/// </summary>
internal sealed partial class GoodsProof(FactSheet facts)
{
    private readonly ProductMentions mentions = new(facts.Context.Catalogue);

    public bool Holds(string sentence, IReadOnlySet<Statement> states, IReadOnlyList<(Claim Claim, int At)> claims)
    {
        var named = mentions.In(sentence);
        return PricesFit(sentence, claims) && TotalsFit(sentence, states, claims, named) && StockFits(sentence, states, claims, named) && (!states.Contains(Statement.Offers) || named.Count > 0 || NamesCategory(sentence) || HaveIsNoOffer().IsMatch(sentence));
    }

    /// <summary>The only product that the sentence can mean, or null.</summary>
    public Product? Only(string sentence) => mentions.In(sentence) is [{ Count: 1 } only] ? only.Single() : null;

    // The nearest product before an amount, or the first after it when none stands before, is what it belongs to.
    private bool PricesFit(string sentence, IReadOnlyList<(Claim Claim, int At)> claims)
    {
        foreach (var (claim, at) in claims.Where(claim => claim.Claim.Kind == ClaimKind.Amount))
        {
            var before = mentions.In(sentence[..at]);
            var products = before.Count > 0 ? before[^1] : mentions.In(sentence[at..]) is [var next, ..] ? next : null;
            if (products is null)
            {
                if (!facts.Contains(claim)) return false;
            }
            else if (!products.Any(product => IsPriceOf(product, claim, sentence)) && !(SpeaksOfTotals().IsMatch(sentence) && facts.Contains(claim)))
            {
                return false;
            }
        }

        return true;
    }

    // The first amount behind the word is the total. "Your total" is that of a cart or an order, whatever goods stand beside it.
    private bool TotalsFit(string sentence, IReadOnlySet<Statement> states, IReadOnlyList<(Claim Claim, int At)> claims, IReadOnlyList<IReadOnlySet<Product>> named)
    {
        var word = Total().Match(sentence);
        if (!states.Contains(Statement.Total) && (!word.Success || named.Count > 0 || Delivery().IsMatch(sentence)))
        {
            return true;
        }

        var amounts = claims.Where(claim => claim.Claim.Kind == ClaimKind.Amount).OrderBy(claim => claim.At).ToList();
        return amounts.Count == 0 || facts.IsTotal(amounts.Where(claim => claim.At > word.Index).Append(amounts[^1]).First().Claim);
    }

    private bool IsPriceOf(Product product, Claim claim, string sentence)
    {
        // A run of digits that is longer than any amount is nobody's price.
        if (!decimal.TryParse(claim.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return false;
        var numbers = SmallNumber().Matches(sentence).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture));
        var prices = product.Variants.Count > 0 ? product.Variants.Select(variant => variant.Price) : [product.Price];
        return prices.Any(price => price.Naira == amount || numbers.Any(times => price.Naira * times == amount))
            || facts.Orders.SelectMany(order => order.Lines).Any(line => line.ProductId == product.Id && line.Total.Naira == amount);
    }

    private bool StockFits(string sentence, IReadOnlySet<Statement> states, IReadOnlyList<(Claim Claim, int At)> claims, IReadOnlyList<IReadOnlySet<Product>> named)
    {
        if (claims.Where(claim => claim.Claim.Kind == ClaimKind.Stock).Select(claim => int.Parse(claim.Claim.Value, CultureInfo.InvariantCulture)).ToList() is { Count: > 0 } left)
        {
            return left.TrueForAll(number => named.Any(products => products.Any(product => Stocks(product).Contains(number))));
        }

        if (states.Contains(Statement.SoldOut))
        {
            return named.All(products => products.Any(product => Stocks(product).Contains(0)));
        }

        // "Everything is available" speaks of every product.
        if (states.Contains(Statement.InStock) && named.Count == 0 && Everything().IsMatch(sentence))
        {
            return facts.Context.Catalogue.All(product => Stocks(product).Any(stock => stock > 0));
        }

        return !states.Contains(Statement.InStock) || named.All(products => products.Any(product => Stocks(product).Any(stock => stock > 0)));
    }

    private static IEnumerable<int> Stocks(Product product) => product.Variants.Count > 0 ? product.Variants.Select(variant => variant.Stock) : [product.Stock];

    private bool NamesCategory(string sentence)
    {
        var words = StatementReader.Words(sentence);
        return facts.Context.Catalogue.Any(product => StatementReader.Words(product.Category).Any(words.Contains));
    }

    [GeneratedRegex(@"\b(?:everything|all|every ?one|gbogbo|komai|duka|ihe niile|everytin)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Everything();

    [GeneratedRegex(@"\b\d{1,2}\b")]
    private static partial Regex SmallNumber();

    // "We have received", "we have to", "we have your address".
    [GeneratedRegex(@"\bwe have (?:also |now |already )?(?:not|no|to|your|sent|told|put|got|been|seen|made|had|kept|\w+ed|\w+en)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HaveIsNoOffer();

    [GeneratedRegex(@"\b(?:total|money na|in all|altogether|apapọ|àpapọ̀|apapo|jimla|jimlar|mgbakọ|mgbako|ngụkọta|ngukota)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    [GeneratedRegex(@"\b(?:delivery|fee)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Delivery();

    // An order's total, a delivery fee: amounts that belong to no single product although one is named.
    [GeneratedRegex(@"\b(?:total|in all|altogether|delivery|fee|apapọ|apapo|jimla|mgbakọ|mgbako|everything)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfTotals();
}
