using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Media;

/// <summary>Keeps a file that came with a customer's message; the same file of the same message is kept once.</summary>
public sealed class StoreMedia(HaloDbContext db, PersonalDataCipher cipher, TimeProvider time)
{
    public async Task<Guid> HandleAsync(
        Guid businessId, Guid conversationId, long messageId, string contentType, byte[] bytes, CancellationToken cancellationToken)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(bytes);
        var known = await db.MediaAssets
            .Where(a => a.BusinessId == businessId && a.MessageId == messageId && a.Sha256 == hash)
            .Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancellationToken);
        if (known is { } id)
        {
            return id;
        }

        var asset = MediaAsset.Store(businessId, conversationId, messageId, contentType, bytes, cipher, time.GetUtcNow());
        db.MediaAssets.Add(asset);
        await db.SaveChangesAsync(cancellationToken);
        return asset.Id;
    }
}
