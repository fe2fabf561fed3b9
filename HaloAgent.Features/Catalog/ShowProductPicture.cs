using HaloAgent.Contracts.Catalog;
using HaloAgent.Data;
using HaloAgent.Media;

namespace HaloAgent.Catalog;

/// <summary>Gives a product a picture. The old one stays readable: chats in which it was sent still show it.</summary>
public sealed class ShowProductPicture(HaloDbContext db, ChangeProduct change, TimeProvider time)
{
    public const int MaxBytes = 5 * 1024 * 1024;

    public async Task<Outcome<ProductView>> HandleAsync(
        Guid businessId, Guid productId, byte[] bytes, Actor member, CancellationToken cancellationToken)
    {
        var outcome = await change.RunAsync(
            businessId, productId, member, "product_picture_changed",
            product =>
            {
                if (FileSignature.Of(bytes) is not { } contentType || !FileSignature.Pictures.Contains(contentType))
                {
                    return ProductFailures.NotAPicture;
                }

                var image = ProductImage.Create(businessId, contentType, bytes, time.GetUtcNow());
                db.ProductImages.Add(image);
                product.Show(image.Id);
                return null;
            },
            cancellationToken);
        return outcome.Map(product => product.View());
    }
}
