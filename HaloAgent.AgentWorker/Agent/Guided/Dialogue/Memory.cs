using System.Text.Json;
using System.Text.Json.Serialization;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>What can be asked last. Stands in the working memory by name.</summary>
internal static class Asked
{
    /// <summary>About the first open line: which product, which variant, how many.</summary>
    public const string Line = "line";
    /// <summary>"We only have 3 left. Shall I add 3?"</summary>
    public const string Offer = "offer";
    public const string Fulfillment = "fulfillment";
    public const string SavedAddress = "saved_address";
    public const string Address = "address";
    public const string Area = "area";
    public const string Confirm = "confirm";
    public const string Change = "change";
    public const string ClaimedOrder = "claimed_order";
    public const string ReceiptOrder = "receipt_order";
    public const string OrderToPay = "order_to_pay";
    public const string OrderToCancel = "order_to_cancel";
    public const string SureToCancel = "sure_to_cancel";
    public const string Offers = "offers";
}

/// <summary>What can stand in a numbered list.</summary>
internal static class Listed
{
    public const string Category = "category";
    public const string Product = "product";
    public const string Variant = "variant";
    public const string Area = "area";
    public const string Order = "order";
    public const string Cart = "cart";
}

/// <summary>Something said about goods that cannot be done before one thing more is known. Ids only.</summary>
/// <param name="Products">More than one: which of them is the question.</param>
/// <param name="Variants">Those that fit what was said; empty when none was named.</param>
/// <param name="Quantity">Null while it is not known.</param>
internal sealed record OpenLine(LineAction Action, int? Quantity, IReadOnlyList<Guid> Products, IReadOnlyList<Guid> Variants, bool Explicit)
{
    /// <summary>How it is to be made; the customer's words, so they are not written into the memory (<see cref="Wishes.OfAsync"/>).</summary>
    [JsonIgnore]
    public string? Note { get; init; }

    /// <summary>"I need 2 for my husband": of what was spoken of before, and neither "more" nor "in all" was said.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Something was said of how it is to be made.</summary>
    public bool HasNote { get; init; }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static string Write(IReadOnlyList<OpenLine> lines) => JsonSerializer.Serialize(lines, Json);

    /// <summary>Empty when what is stored is of an older or unknown shape: the agent then asks again.</summary>
    public static IReadOnlyList<OpenLine> Read(string? stored)
    {
        if (stored is null) return [];
        try
        {
            return JsonSerializer.Deserialize<IReadOnlyList<OpenLine>>(stored, Json) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
