using HaloAgent.Contracts.Catalog;

namespace HaloAgent.Contracts.Businesses;

/// <summary>What anyone may see of a shop: <c>GET /api/public/businesses/{slug}</c>. The list carries no products.</summary>
/// <param name="WhatsAppNumber">The number customers write to, as E.164, or null.</param>
/// <param name="OpeningHours">One line a group of days, as people read them.</param>
public sealed record PublicBusinessView(
    string Slug,
    string Name,
    string Description,
    string Category,
    string? WhatsAppNumber,
    string PickupAddress,
    bool OpenNow,
    IReadOnlyList<string> OpeningHours,
    IReadOnlyList<DeliveryAreaView> DeliveryAreas,
    IReadOnlyList<PublicProductView> Products);

public sealed record DeliveryAreaView(string Name, decimal Fee);
