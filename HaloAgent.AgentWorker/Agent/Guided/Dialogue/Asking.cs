using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Catalog;
using HaloAgent.Catalog;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Answers questions about the goods and the shop, from what is stored and nothing else.</summary>
internal static class Asking
{
    private const int MostPictures = 3;

    public static async Task AnswerAsync(Talk talk)
    {
        await AboutGoodsAsync(talk);
        await AboutItAsync(talk);
        if (talk.Take(Intent.Inside)) Inside(talk);
        if (talk.Take(Intent.DeliveryFee)) await FeesAsync(talk);
        if (talk.Take(Intent.More)) Menu.ShowMore(talk);
        TheMenu(talk);
        if (talk.Take(Intent.Pictures)) Pictures(talk);
        if (talk.Take(Intent.Hours)) OpeningTimes.Tell(talk);
        if (talk.Take(Intent.Location)) Answer(talk, talk.Shop.PickupAddress.Length > 0 ? talk.Phrase(PhraseKeys.Location, ("address", talk.Shop.PickupAddress)) : talk.Phrase(PhraseKeys.LocationUnknown));
        if (talk.Take(Intent.Terms)) await Terms.TellAsync(talk);
        if (talk.Take(Intent.Discount)) Answer(talk, talk.Phrase(PhraseKeys.Discount));
    }

    private static void TheMenu(Talk talk)
    {
        var asked = talk.Take(Intent.Menu);
        if (talk.Heard.Category is { } category)
        {
            talk.Heard = talk.Heard with { Category = null };
            Menu.ShowCategory(talk, category);
        }
        else if (asked && !talk.OrderMoved)
        {
            Menu.Show(talk);
        }
    }

    private static async Task AboutGoodsAsync(Talk talk)
    {
        var asked = talk.Heard.Lines.Where(line => line.IsAsked).ToList();
        talk.Heard = talk.Heard.WithoutLines(asked.Contains);
        asked = [.. asked.DistinctBy(line => (line.Action, line.Mention?.Only?.Id ?? Guid.CreateVersion7()))];
        foreach (var line in asked)
        {
            if (line.Mention is { IsUnknown: true } size && SizeOfLast(talk, size.Heard) is { } sized) About(talk, line.Action, sized);
            else if (line.Mention is { IsUnknown: true } unknown) await AboutUnknownAsync(talk, unknown);
            else if (line.Mention is { } mention) About(talk, line.Action, mention);
        }

        if (talk.Pending.Count == 0 && talk.Asked != Asked.Confirm && await AskedTogether.NoteAsync(talk, asked)) return;

        // One thing that can be had and is not ordered yet: the next word may well be how many.
        if (asked is [{ Mention: { Only: { } only } about }] && talk.Pending.Count == 0 && talk.Asked != Asked.Confirm && talk.Product(only.Id) is { } product && Menu.Stock(product) > 0)
        {
            if ((await talk.CartAsync()) is var cart && (cart.SummaryShownEarlier || cart.Lines.Any(line => line.ProductId == only.Id))) return;
            talk.Pending = [new OpenLine(LineAction.Mention, null, [only.Id], [.. about.Variants.Select(variant => variant.Id)], false)];
        }
    }

    // "Do you have XXL?", of the thing spoken of last.
    private static ProductMention? SizeOfLast(Talk talk, string words)
    {
        if (talk.LastTouched() is not { } last || Ordering.ItemOf(talk, last.Product) is not { Variants.Count: > 0 } item) return null;
        return talk.Listener.VariantsNamed(item, words) is [var named] ? new ProductMention([item], item.Name, [named], null, 1) : null;
    }

    private static void About(Talk talk, LineAction action, ProductMention mention)
    {
        if (mention.Only is { } only && talk.Product(only.Id) is { } product)
        {
            talk.Digress();
            talk.Touch(product.Id, mention.Variants is [var variant] ? variant.Id : null);
            if (product.Variants.Count > 0) AboutVariants(talk, action, product, mention);
            else if (Menu.Stock(product) == 0) talk.Say(PhraseKeys.SoldOut, ("name", product.Name));
            else if (action == LineAction.About && product.Description.Length > 0) AboutIt(talk, product);
            else talk.Say(action == LineAction.Availability ? PhraseKeys.Available : PhraseKeys.Price, ("name", product.Name), ("price", product.Price));
        }
        else
        {
            talk.Digress();
            talk.Pending = [.. talk.Pending, new OpenLine(LineAction.Mention, null, [.. mention.Candidates.Select(item => item.Id)], [], false)];
        }
    }

    // No name sounds like it, but a description may speak of it. Only here the dialogue searches: an ordered line names its thing.
    private static async Task AboutUnknownAsync(Talk talk, ProductMention mention)
    {
        var found = await talk.CallAsync(new SearchProductsCall(mention.Heard, talk.Phrases.Language, null));
        var products = found.Succeeded ? found.Value.Products.Select(one => talk.Product(one.Id)).OfType<Product>().ToList() : [];
        talk.Digress();
        if (products.Count > 0) Menu.ShowFound(talk, products);
        else talk.SayText(talk.Phrase(PhraseKeys.NotSold, ("heard", mention.Heard)) + " " + talk.Phrase(PhraseKeys.SeeMenu));
    }

    private static void AboutIt(Talk talk, Product product)
    {
        talk.Say(PhraseKeys.About, ("name", product.Name), ("price", product.Price), ("description", product.Description));
        if (talk.Text.Count(sign => sign == ' ') >= 2) talk.Say(PhraseKeys.AboutMore);
    }

    // Only what the shop has written of it: an ingredient that stands there or not is nothing to conclude from.
    private static void Inside(Talk talk)
    {
        if (talk.LastTouched() is { } last && talk.Product(last.Product) is { } product) About(talk, LineAction.About, new ProductMention([CatalogItem.Of(product)], product.Name, [], null, 1));
        else Answer(talk, talk.Phrase(PhraseKeys.WhichAvailable));
    }

    private static void AboutVariants(Talk talk, LineAction action, Product product, ProductMention mention)
    {
        if (mention.UnknownVariant is { } unknown) talk.Say(PhraseKeys.VariantUnknown, ("name", product.Name), ("variant", unknown));

        var shown = product.Variants.OrderBy(variant => variant.Position).Where(variant => mention.Variants.Count == 0 || mention.Variants.Any(named => named.Id == variant.Id)).ToList();
        if (shown is [var one])
        {
            var name = $"{product.Name} ({one.Name})";
            if (one.Stock == 0) talk.Say(PhraseKeys.SoldOut, ("name", name));
            else talk.Say(action == LineAction.Price ? PhraseKeys.Price : PhraseKeys.Available, ("name", name), ("price", one.Price));
            return;
        }

        List<string> lines = mention.UnknownVariant is not null ? [] : [talk.Phrase(action == LineAction.Price ? PhraseKeys.PriceVariants : PhraseKeys.AvailableVariants, ("name", product.Name))];
        lines.AddRange(shown.Select(variant => talk.Phrase(
            variant.Stock > 0 ? PhraseKeys.PriceVariantLine : PhraseKeys.PriceVariantLineSoldOut, ("variant", variant.Name), ("price", variant.Price))));
        talk.SayText(string.Join('\n', lines));
    }

    // "how much is it?", "is it available?": about the thing spoken of last, or about the whole order.
    private static async Task AboutItAsync(Talk talk)
    {
        var (price, available) = (talk.Take(Intent.Price), talk.Take(Intent.Availability));
        if ((!price && !available) || talk.Heard.Has(Intent.Menu) || talk.Heard.Category is not null) return;

        if (!price && SizeOfLast(talk, talk.Text) is null && talk.Listener.AsksAfterSomethingElse(talk.Text))
        {
            Answer(talk, talk.Phrase(PhraseKeys.WhichAvailable));
        }
        else if (talk.LastTouched() is { } last && Ordering.ItemOf(talk, last.Product) is { } item && !(price && !(await talk.CartAsync()).IsEmpty))
        {
            var sized = SizeOfLast(talk, talk.Text) ?? new ProductMention([item], item.Name, [.. item.Variants.Where(variant => variant.Id == last.Variant)], null, 1);
            About(talk, price ? LineAction.Price : LineAction.Availability, sized);
        }
        else if (price && !(await talk.CartAsync()).IsEmpty)
        {
            CartShown.Say(talk, await talk.CartAsync());
        }
        else
        {
            Answer(talk, talk.Phrase(price ? PhraseKeys.WhichPrice : PhraseKeys.WhichAvailable));
        }
    }

    private static async Task FeesAsync(Talk talk)
    {
        talk.Digress();
        // "How much is delivery?", with the address known: to there.
        var named = talk.Heard.Area ?? (talk.Heard.Place is null ? (await talk.CartAsync()).Area : null);
        if (talk.Shop.DeliveryAreas.Count == 0)
        {
            talk.Say(PhraseKeys.NoDelivery, ("address", talk.Shop.PickupAddress));
        }
        else if (talk.Shop.DeliveryAreas.FirstOrDefault(area => area.Name == named) is { } area)
        {
            talk.Say(PhraseKeys.Fee, ("area", area.Name), ("fee", area.Fee));
            Delivering.NoteAskedArea(talk, area);
        }
        else
        {
            var title = talk.Heard.Place is { } place ? talk.Phrase(PhraseKeys.FeeUnknownPlace, ("place", place.Length <= 60 ? place : place[..60])) : talk.Phrase(PhraseKeys.Fees);
            talk.SayText(string.Join('\n', talk.Shop.DeliveryAreas.Select(known => talk.Phrase(PhraseKeys.FeeLine, ("area", known.Name), ("fee", known.Fee))).Prepend(title)));
        }

        talk.Heard = talk.Heard.WithoutPlace();
    }

    private static void Pictures(Talk talk)
    {
        talk.Digress();
        var wanted = talk.Heard.Lines.Concat([]).SelectMany(line => line.Mention?.Candidates ?? []).Select(item => item.Id).ToList();
        if (wanted.Count == 0 && talk.Pending is [{ } open, ..]) wanted = [.. open.Products];
        if (wanted.Count == 0 && talk.LastTouched() is { } last) wanted = [last.Product];
        if (wanted.Count == 0 && talk.Listed.Count > 0) wanted = [.. talk.Listed.Where(choice => choice.Kind == Listed.Product).Select(choice => Guid.Parse(choice.Id))];
        var products = wanted.Select(talk.Product).OfType<Product>().ToList();
        if (products.Count == 0)
        {
            talk.Say(PhraseKeys.WhichPicture);
            return;
        }

        var shown = products.Where(product => product.ImageId is not null).Take(MostPictures).ToList();
        if (shown.Count == 0) talk.Say(PhraseKeys.NoPictures);
        foreach (var product in shown) talk.Show(talk.Phrase(PhraseKeys.Pictures, ("name", product.Name)), product.ImageId!.Value);
    }

    private static void Answer(Talk talk, string text)
    {
        talk.SayText(text);
        talk.Digress();
    }
}
