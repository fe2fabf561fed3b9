using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaloAgent.Data;

public sealed partial class HaloDbContext
{
    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<PendingDecision> PendingDecisions => Set<PendingDecision>();
}

internal sealed class PaymentConfiguration :
    IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<Receipt>, IEntityTypeConfiguration<PendingDecision>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        // An order has at most one claim that waits for a decision.
        builder.HasIndex(p => p.OrderId).IsUnique().HasFilter("status = 'Claimed'");
        builder.HasIndex(p => new { p.BusinessId, p.Status, p.ClaimedAt });
        builder.HasOne<Order>().WithMany().HasForeignKey(p => p.OrderId);
        builder.HasMany(p => p.Receipts).WithOne().HasForeignKey(r => r.PaymentId);
    }

    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.ToTable("receipts");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => new { r.PaymentId, r.MediaAssetId }).IsUnique();
        builder.HasIndex(r => r.MediaAssetId);
    }

    public void Configure(EntityTypeBuilder<PendingDecision> builder)
    {
        // Two members cannot both have a decision waiting on one order.
        builder.HasIndex(d => d.OrderId).IsUnique().HasFilter("state = 'Pending'");
        builder.HasIndex(d => d.EffectiveAt).HasFilter("state = 'Pending'");
        builder.Ignore(d => d.Member);
        builder.HasOne<Order>().WithMany().HasForeignKey(d => d.OrderId);
    }
}
