using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Catalog;

/// <summary>A product's picture, for anyone: it stands on the shop's public page.</summary>
public sealed class ReadProductPicture(HaloDbContext db)
{
    public async Task<Outcome<ProductImage>> HandleAsync(Guid imageId, CancellationToken cancellationToken) =>
        await db.ProductImages.AsNoTracking().SingleOrDefaultAsync(i => i.Id == imageId, cancellationToken) is { } image
            ? image
            : ProductFailures.NoSuchPicture;
}
