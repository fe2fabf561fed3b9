using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Agent.Llama.Prompting;
using HaloAgent.Catalog;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>Choosing goods and how they get to the customer. What is missing, and the summary, the dialogue asks for by itself.</summary>
internal static class CartModelTools
{
    private static readonly ToolParameter Name = new("product", "string", "its name");
    private static readonly ToolParameter Variant = new("variant", "string", "size or colour, if it comes in several", Required: false);

    /// <summary>What small models write where they should write nothing.</summary>
    private static readonly HashSet<string> nothing = new(StringComparer.OrdinalIgnoreCase) { "none", "null", "n/a", "na", "no", "nil", "nothing", "-" };

    private static readonly ToolParameter Note = new("note", "string", "how they want it, in the customer's own words", Required: false);

    public static readonly ModelTool Add = new(
        "add_to_cart", "Adds a product the customer asked for to their order.", [Name, new("quantity", "integer", ""), Variant, Note],
        (talk, arguments) => PutAsync(talk, arguments, LineAction.Add, least: 1));

    public static readonly ModelTool Change = new(
        "change_quantity", "Makes a line of the order exactly this many; 0 takes it out.", [Name, new("quantity", "integer", "0 removes it"), Variant, Note],
        (talk, arguments) => PutAsync(talk, arguments, LineAction.Set, least: 0));

    public static readonly ModelTool Clear = new("clear_cart", "Empties the order that is being chosen.", [], (talk, _) => talk.DoAsync(ModelTalk.Nothing, Cancelling.ClearAsync));

    public static readonly ModelTool View = new("view_cart", "Shows the customer what they have chosen, with the total.", [], (talk, _) => talk.DoAsync(Intent.ShowCart, Tracking.AnswerAsync));

    public static readonly ModelTool Deliver = new(
        "choose_delivery", "The order is to be brought; address and area exactly as the customer wrote them.",
        [new("address", "string", "house number and street", Required: false), new("area", "string", "", Required: false)],
        (talk, arguments) =>
        {
            if (talk.Plain.OnlyFetches) return Task.FromResult(talk.Refuse("Not done: the customer says that they fetch it. Call choose_pickup."));
            if (talk.Plain.OnlyAsksTheFee) return Task.FromResult(talk.Refuse("Not done: the customer only asks what delivery costs. Call quote_delivery."));
            var (address, area) = (arguments.Text("address"), arguments.Text("area"));
            if (address is null && area is null) return talk.HandOverAsync(ModelTalk.Nothing with { Intents = new Dictionary<Intent, double> { [Intent.Delivery] = 1 } });
            if (address is not null && !talk.IsWritten(address, talk.Talk.Turn.Contact.SavedAddress)) return Task.FromResult(talk.Refuse("That address is not in the customer's words. Ask the customer for it."));
            var heard = ModelTalk.Nothing with
            {
                Intents = new Dictionary<Intent, double> { [Intent.Delivery] = 1 },
                Address = address is null ? null : new SaidAddress(address, Announced: true),
                Area = area is null ? null : talk.Talk.Listener.AreaIn(area),
                Place = area,
            };
            return talk.HandOverAsync(heard);
        });

    public static readonly ModelTool PickUp = new("choose_pickup", "The customer fetches the order at the shop.", [],
        (talk, _) => talk.HandOverAsync(ModelTalk.Nothing with { Intents = new Dictionary<Intent, double> { [Intent.Pickup] = 1 } }));

    private static async Task<string> PutAsync(ModelTalk talk, ToolArguments arguments, LineAction action, int least)
    {
        var (product, variant, problem) = ProductNames.Find(talk, arguments.Text("product")!, arguments.Text("variant"));
        var quantity = arguments.Number("quantity")!.Value;
        if (product is null) return talk.Refuse(problem!);
        if (quantity < least || quantity > Cart.MaxQuantity) return talk.Refuse($"quantity must be from {least} to {Cart.MaxQuantity}.");

        if (Refusal(talk, product, adds: least > 0) is { } refusal) return talk.Refuse(refusal);
        var said = arguments.Text("note") is { } given && !nothing.Contains(given) ? given : null;
        if (said is not null && !talk.IsWritten(said)) return talk.Refuse("That note is not in the customer's words. Call again with their own words, or without a note.");
        if (talk.Plain.Counts(product.Id))
        {
            var done = await talk.TakeGoodsAsync();
            if (said is not null && talk.Heard.Wishes.Count == 0) await NoteAsync(talk.Talk, product.Id, said);
            return done;
        }

        talk.Plain.LeaveTo(product.Id);
        var note = quantity == 0 ? null : talk.WishOf(product.Id, said);
        variant ??= SaidVariant(talk, product);
        var line = new OpenLine(action, quantity, [product.Id], variant is null ? [] : [variant.Id], Explicit: true) { Note = note, HasNote = note is not null };
        var told = await talk.DoAsync(ModelTalk.Nothing, said => Ordering.DoAsync(said, [line]));
        // Not clear which size: the dialogue asks, with a numbered list.
        return problem is null || variant is not null ? told : talk.Refuse($"Not added yet. {problem} The system asks the customer which one.");
    }

    // Small models put in what was only asked about ("is the tilapia enough for two?"), and more than what was named.
    private static string? Refusal(ModelTalk talk, Product product, bool adds) => !adds ? null
        : talk.Plain.OnlyAsksAbout(product.Id) ? $"Not added: the customer only asks about {PromptData.Quote(product.Name)}. Answer them; add it when they say so."
        : talk.Plain.LeavesOut(product.Id) && !talk.Talk.Listener.NamesAWordOf(product.Name, talk.Talk.Text) ? $"Not added: the customer did not name {PromptData.Quote(product.Name)}. Ask whether they want it."
        : null;

    /// <summary>The size in the customer's own words, which a model left out or misread.</summary>
    private static ProductVariant? SaidVariant(ModelTalk talk, Product product)
    {
        if (product.Variants.Count == 0) return null;
        var said = talk.Heard.Lines.Where(line => line.Mention is { } mention && mention.Candidates.Any(item => item.Id == product.Id)).SelectMany(line => line.Mention!.Variants).DistinctBy(variant => variant.Id).ToList();
        return said is [var only] ? product.Variants.FirstOrDefault(variant => variant.Id == only.Id) : null;
    }

    private static async Task NoteAsync(Talk talk, Guid product, string note)
    {
        if ((await talk.CartAsync()).Lines.LastOrDefault(line => line.ProductId == product) is { } line) await Wishes.NoteAsync(talk, product, line.VariantId, note);
    }
}
