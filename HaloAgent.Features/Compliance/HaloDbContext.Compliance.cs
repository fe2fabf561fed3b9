using HaloAgent.Businesses;
using HaloAgent.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaloAgent.Data;

public sealed partial class HaloDbContext
{
    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<DataRequest> DataRequests => Set<DataRequest>();

    public DbSet<RetentionRound> RetentionRounds => Set<RetentionRound>();
}

internal sealed class ComplianceConfiguration :
    IEntityTypeConfiguration<Consent>, IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<DataRequest>, IEntityTypeConfiguration<RetentionRound>
{
    public void Configure(EntityTypeBuilder<RetentionRound> builder)
    {
        builder.HasKey(r => r.BusinessId);
        builder.Property(r => r.BusinessId).ValueGeneratedNever();
        builder.HasIndex(r => r.DueAt);
        builder.HasOne<Business>().WithOne().HasForeignKey<RetentionRound>(r => r.BusinessId);
    }

    // What waits for the shop's people; one open request of a kind for a contact.
    public void Configure(EntityTypeBuilder<DataRequest> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.ContactId, r.Kind }).IsUnique().HasFilter("done_at IS NULL");
        builder.HasIndex(r => new { r.BusinessId, r.AskedAt });
    }

    public void Configure(EntityTypeBuilder<Consent> builder) => builder.HasIndex(c => new { c.ContactId, c.At });

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasIndex(e => new { e.BusinessId, e.At });
        builder.Property(e => e.Action).HasMaxLength(80);
    }
}
