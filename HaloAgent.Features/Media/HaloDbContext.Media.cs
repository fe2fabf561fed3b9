using HaloAgent.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaloAgent.Data;

public sealed partial class HaloDbContext
{
    public DbSet<MediaAsset> MediaAssets => Set<MediaAsset>();
}

internal sealed class MediaConfiguration : IEntityTypeConfiguration<MediaAsset>
{
    public void Configure(EntityTypeBuilder<MediaAsset> builder)
    {
        builder.Property(a => a.ContentType).HasMaxLength(100);
        builder.HasIndex(a => a.MessageId);
        builder.HasIndex(a => new { a.BusinessId, a.Sha256 });

        // What members uploaded hangs on no message.
        builder.HasIndex(a => new { a.BusinessId, a.CreatedAt }, "ix_media_assets_uploaded").HasFilter("message_id IS NULL AND removed_at IS NULL");
    }
}
