using HaloAgent.Data;
using HaloAgent.Media;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Payments;

/// <summary>A member adds a receipt that they were shown some other way: stored and attached together, or not at all.</summary>
public sealed class UploadReceipt(HaloDbContext db, AttachReceipt attach, PersonalDataCipher cipher, TimeProvider time)
{
    public Task<Outcome<ReceiptAttached>> HandleAsync(
        Guid businessId, Guid orderId, byte[] bytes, Actor member, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async () =>
            {
                // Not yours and not there look alike, whatever the file is.
                if (!await db.Orders.AnyAsync(o => o.Id == orderId && o.BusinessId == businessId, cancellationToken))
                {
                    return OrderFailures.NoSuchOrder;
                }

                if (FileSignature.Of(bytes) is not { } contentType)
                {
                    return Failure.Invalid("file", "A receipt is a picture (JPEG, PNG or WebP) or a PDF.");
                }

                var asset = MediaAsset.Store(businessId, null, null, contentType, bytes, cipher, time.GetUtcNow());
                db.MediaAssets.Add(asset);
                await db.SaveChangesAsync(cancellationToken);
                return await attach.HandleAsync(businessId, orderId, asset.Id, member, cancellationToken);
            },
            cancellationToken);
}
