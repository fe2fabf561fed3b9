using System.Text.Json;
using System.Text.Json.Nodes;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>
/// The goods that a turn's calls name by their ids, by the names that the shop has for them. What was put away keeps its name; an id that
/// is not of this shop has none.
/// </summary>
internal sealed class NamedGoods
{
    private const string ProductId = "productId";
    private const string VariantId = "variantId";

    private readonly IReadOnlyDictionary<Guid, string> names;

    private NamedGoods(IReadOnlyDictionary<Guid, string> names) => this.names = names;

    public static async Task<NamedGoods> OfAsync(HaloDbContext db, Guid businessId, IEnumerable<TurnStep> steps, CancellationToken cancellationToken)
    {
        var ids = steps.Select(step => Read(step.Arguments)).SelectMany(Named).Select(named => Id(named, ProductId)).OfType<Guid>().Distinct().ToList();
        if (ids.Count == 0)
        {
            return new NamedGoods(new Dictionary<Guid, string>());
        }

        var products = await db.Products.AsNoTracking().Where(p => p.BusinessId == businessId && ids.Contains(p.Id))
            .Select(p => new { p.Id, p.Name, Variants = p.Variants.Select(v => new { v.Id, v.Name }).ToList() }).ToListAsync(cancellationToken);
        return new NamedGoods(products.Select(p => (p.Id, p.Name)).Concat(products.SelectMany(p => p.Variants).Select(v => (v.Id, v.Name))).ToDictionary());
    }

    /// <summary>A call's arguments with the names in them, for people to read: they stand first.</summary>
    public string? In(string? arguments)
    {
        var read = Read(arguments);
        var named = Named(read).ToList();
        foreach (var call in named)
        {
            // A size that was taken out of the product has no name any more.
            Put(call, "variant", Id(call, VariantId));
            Put(call, "product", Id(call, ProductId));
        }

        return named.Count == 0 ? arguments : read!.ToJsonString(JsonSerializerOptions.Web);
    }

    private void Put(JsonObject call, string fact, Guid? id)
    {
        if (id is { } known && names.GetValueOrDefault(known) is { } name && !call.ContainsKey(fact)) call.Insert(0, fact, name);
    }

    /// <summary>One thing as most calls have it, or several as a question about prices does.</summary>
    private static IEnumerable<JsonObject> Named(JsonNode? node) => node switch
    {
        JsonObject call when call.ContainsKey(ProductId) => [call],
        JsonObject call => call.SelectMany(fact => Named(fact.Value)),
        JsonArray all => all.SelectMany(Named),
        _ => [],
    };

    private static Guid? Id(JsonObject call, string name) => call[name] is JsonValue value && value.TryGetValue<Guid>(out var id) ? id : null;

    // A refused call's arguments are a model's, and need not be JSON.
    private static JsonNode? Read(string? arguments)
    {
        try
        {
            return arguments is null or Conventions.Unreadable ? null : JsonNode.Parse(arguments);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
