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
    private readonly PriceProof prices = new(facts);

    public bool Holds(Said said, IReadOnlySet<Statement> states)
    {
        var named = facts.Goods.In(said.Words);
        return prices.Holds(said, named) && TotalsFit(said, states, named) && StockFits(said, states, named) && IsOffered(said, states, named) && IsThere(said, states, named);
    }

    /// <summary>The goods that a sentence names.</summary>
    public IReadOnlyList<Mention> In(Said said) => facts.Goods.In(said.Words);

    /// <summary>The only product that the sentence can mean, or null.</summary>
    public Product? Only(string sentence) => facts.Goods.In(PlacedWord.In(sentence)) is [{ Products.Count: 1 } only] ? only.Products.Single() : null;

    private bool IsOffered(Said said, IReadOnlySet<Statement> states, IReadOnlyList<Mention> named) =>
        !states.Contains(Statement.Offers) || named.Count > 0 || NamesCategory(said.Text) || HaveIsNoOffer().IsMatch(said.Text);

    // "Yes, you can have the chapman": who tells of something in any way but that it is sold out says that it is there. "We have it" means what was asked for.
    private bool IsThere(Said said, IReadOnlySet<Statement> states, IReadOnlyList<Mention> named)
    {
        if (states.Contains(Statement.SoldOut)) return true;
        var meant = named.Count == 0 && states.Contains(Statement.InStock) ? facts.Asked : named;
        // Who has bought the last one is told of it, and nobody is offered it.
        var held = states.Contains(Statement.InStock) || states.Contains(Statement.Offers) || !OrderContentProof.SpeaksOfOne(said.Words) ? [] : facts.Lines.Select(line => line.Product).ToHashSet();
        bool Has(Mention mention) => mention.Products.Any(product => held.Contains(product.Id) || Stocks(product).Any(stock => stock > 0));
        // "Would you like zobo instead of the chapman?"
        return (said.IsQuestion && meant.Count > 0 ? meant.Any(Has) : meant.All(Has))
            && (said.IsQuestion || meant.Count > 0 || !states.Contains(Statement.InStock) || Everything().IsMatch(said.Text) || NamesCategory(said.Text));
    }

    // The first amount behind the word is the total. "Your total" is that of a cart or an order, whatever goods stand beside it.
    private bool TotalsFit(Said said, IReadOnlySet<Statement> states, IReadOnlyList<Mention> named)
    {
        var word = Total().Match(said.Text);
        if (!states.Contains(Statement.Total) && (!word.Success || named.Count > 0 || Delivery().IsMatch(said.Text)))
        {
            return true;
        }

        var amounts = said.Amounts.OrderBy(claim => claim.At).ToList();
        return amounts.Count == 0 || facts.IsTotal(amounts.Where(claim => claim.At > word.Index).Append(amounts[^1]).First().Claim);
    }

    private bool StockFits(Said said, IReadOnlySet<Statement> states, IReadOnlyList<Mention> named)
    {
        var counted = said.Claims.Where(claim => claim.Claim.Kind == ClaimKind.Stock).Select(claim => int.Parse(claim.Claim.Value, CultureInfo.InvariantCulture));
        if (counted.Concat(StockReader.In(said, named)).ToList() is { Count: > 0 } left)
        {
            return left.TrueForAll(number => named.Any(mention => mention.Products.Any(product => Stocks(product).Contains(number))));
        }

        if (states.Contains(Statement.SoldOut))
        {
            return named.All(mention => mention.Products.Any(product => Stocks(product).Contains(0)));
        }

        // "Everything is available" speaks of every product.
        if (states.Contains(Statement.InStock) && named.Count == 0 && Everything().IsMatch(said.Text))
        {
            return facts.Context.Catalogue.All(product => Stocks(product).Any(stock => stock > 0));
        }

        return !states.Contains(Statement.InStock) || named.All(mention => mention.Products.Any(product => Stocks(product).Any(stock => stock > 0)));
    }

    private static IEnumerable<int> Stocks(Product product) => product.Variants.Count > 0 ? product.Variants.Select(variant => variant.Stock) : [product.Stock];

    private bool NamesCategory(string sentence)
    {
        var words = StatementReader.Words(sentence);
        return facts.Context.Catalogue.Any(product => StatementReader.Words(product.Category).Any(words.Contains));
    }

    [GeneratedRegex(@"\b(?:everything|all|every ?one|gbogbo|komai|duka|ihe niile|everytin)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Everything();

    // "We have received", "we have to", "we have your address".
    [GeneratedRegex(@"\bwe have (?:also |now |already )?(?:not|no|to|your|sent|told|put|got|been|seen|made|had|kept|\w+ed|\w+en)\b", RegexOptions.IgnoreCase)]
    private static partial Regex HaveIsNoOffer();

    [GeneratedRegex(@"\b(?:total|money na|in all|altogether|apapọ|àpapọ̀|apapo|jimla|jimlar|mgbakọ|mgbako|ngụkọta|ngukota)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Total();

    [GeneratedRegex(@"\b(?:delivery|fee)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Delivery();
}
