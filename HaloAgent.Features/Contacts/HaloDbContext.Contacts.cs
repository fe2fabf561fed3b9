using HaloAgent.Businesses;
using HaloAgent.Contacts;
using HaloAgent.Loyalty;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaloAgent.Data;

public sealed partial class HaloDbContext
{
    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<ContactIdentity> ContactIdentities => Set<ContactIdentity>();
}

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>, IEntityTypeConfiguration<ContactIdentity>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.ToTable(table => table.HasCheckConstraint(PointsLedger.NeverNegative, "loyalty_points >= 0"));
        builder.HasIndex(c => new { c.BusinessId, c.PhoneIndex }).IsUnique();
        builder.HasIndex(c => c.NameWords).HasMethod("gin");
        builder.Property(c => c.Language).HasMaxLength(8);
        builder.Property(c => c.SavedArea).HasMaxLength(120);
        builder.Property(c => c.AgentMessagesAt).HasDefaultValueSql("'{}'");
        builder.HasOne<Business>().WithMany().HasForeignKey(c => c.BusinessId);
    }

    public void Configure(EntityTypeBuilder<ContactIdentity> builder)
    {
        builder.HasIndex(i => new { i.ChannelAccountId, i.ExternalIdHash }).IsUnique();
        builder.HasIndex(i => i.ContactId);
        builder.HasOne<Contact>().WithMany().HasForeignKey(i => i.ContactId);
    }
}
