using HaloAgent.Contacts;
using HaloAgent.Loyalty;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaloAgent.Data;

public sealed partial class HaloDbContext
{
    public DbSet<PointsEntry> PointsEntries => Set<PointsEntry>();
}

internal sealed class LoyaltyConfiguration : IEntityTypeConfiguration<PointsEntry>
{
    public void Configure(EntityTypeBuilder<PointsEntry> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.CauseId).IsUnique();
        builder.HasIndex(e => new { e.ContactId, e.At });
        builder.HasOne<Contact>().WithMany().HasForeignKey(e => e.ContactId);
        builder.HasOne<Order>().WithMany().HasForeignKey(e => e.OrderId);
        builder.HasOne<OrderChange>().WithMany().HasForeignKey(e => e.CauseId);
    }
}
