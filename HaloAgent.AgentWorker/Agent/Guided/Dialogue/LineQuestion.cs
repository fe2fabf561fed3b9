using HaloAgent.Catalog;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Asks for what is not clear about something that was named: which one, which size, how many.</summary>
internal static class LineQuestion
{
    private const int MostChoices = 10;

    public static void Ask(Talk talk, OpenLine line)
    {
        switch (Ordering.GapOf(talk, line))
        {
            case Gap.Product:
                AskWhich(talk, line);
                break;
            case Gap.Variant:
                AskWhichVariant(talk, line);
                break;
            case Gap.Quantity when talk.Product(line.Products[0]) is { } product:
                AskHowMany(talk, product, line);
                break;
        }
    }

    private static void AskWhich(Talk talk, OpenLine line)
    {
        var products = line.Products.Select(talk.Product).OfType<Product>().Take(MostChoices).ToList();
        talk.SayText(string.Join('\n', [talk.Phrase(PhraseKeys.WhichProduct), .. Menu.Lines(talk, products), talk.Phrase(PhraseKeys.ChooseNumber)]));
        talk.List(products.Select(product => new ListedChoice(Listed.Product, product.Id.ToString())));
        talk.Ask(Asked.Line);
    }

    private static void AskWhichVariant(Talk talk, OpenLine line)
    {
        if (talk.Product(line.Products[0]) is not { } product) return;
        var variants = product.Variants.Where(variant => variant.Stock > 0 && (line.Variants.Count == 0 || line.Variants.Contains(variant.Id))).OrderBy(variant => variant.Position).ToList();
        if (variants.Count == 0)
        {
            talk.Say(PhraseKeys.SoldOut, ("name", product.Name));
            talk.Pending = [.. talk.Pending.Skip(1)];
            return;
        }

        talk.SayText(string.Join('\n',
        [
            talk.Phrase(PhraseKeys.WhichVariant, ("name", product.Name)),
            .. variants.Select((variant, i) => talk.Phrase(PhraseKeys.VariantLine, ("place", i + 1), ("variant", variant.Name), ("price", variant.Price))),
        ]));
        talk.List(variants.Select(variant => new ListedChoice(Listed.Variant, variant.Id.ToString())));
        talk.Ask(Asked.Line);
    }

    private static void AskHowMany(Talk talk, Product product, OpenLine line)
    {
        var variant = product.Variants.FirstOrDefault(one => line.Variants is [var id] && one.Id == id);
        if ((variant?.Stock ?? Menu.Stock(product)) == 0)
        {
            talk.Say(PhraseKeys.SoldOut, ("name", Ordering.NameOf(talk, product.Id, variant?.Id)));
            talk.Pending = [.. talk.Pending.Skip(1)];
            return;
        }

        // Its price, unless this reply has just said it.
        if (!talk.HasSpoken) talk.Say(PhraseKeys.Price, ("name", Ordering.NameOf(talk, product.Id, variant?.Id)), ("price", variant?.Price ?? product.Price));
        if (!talk.AskedHowMany) talk.Say(PhraseKeys.HowMany, ("name", product.Name));
        talk.List([]);
        talk.Ask(Asked.Line);
    }
}
