using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Media;

public sealed record MediaFile(string ContentType, byte[] Bytes, byte[] Sha256);

/// <summary>A file of a chat or an order, decrypted for a member of its shop.</summary>
public sealed class ReadMedia(HaloDbContext db, PersonalDataCipher cipher)
{
    private static readonly Failure NoSuchFile = Failure.NotFound("file");

    private static readonly Failure NoLongerKept = new(FailureKind.Gone, "not_kept", "This file is no longer kept: it was deleted because of its age.");

    public async Task<Outcome<MediaFile>> HandleAsync(Guid businessId, Guid assetId, CancellationToken cancellationToken)
    {
        var asset = await db.MediaAssets.AsNoTracking().SingleOrDefaultAsync(a => a.Id == assetId && a.BusinessId == businessId, cancellationToken);
        return asset switch
        {
            null => NoSuchFile,
            { RemovedAt: not null } => NoLongerKept,
            _ => new MediaFile(asset.ContentType, cipher.Decrypt(asset.EncryptedBytes), asset.Sha256),
        };
    }
}
