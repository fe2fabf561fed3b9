using HaloAgent.Businesses;
using HaloAgent.Contacts;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaloAgent.Data;

public sealed partial class HaloDbContext
{
    public DbSet<Cart> Carts => Set<Cart>();

    public DbSet<Order> Orders => Set<Order>();

    private void StoreCartLines(ModelBuilder builder) => StoredCartLines.AreStored(builder.Entity<Cart>().Property(c => c.Lines), cipher);
}

internal sealed class OrderConfiguration :
    IEntityTypeConfiguration<Cart>, IEntityTypeConfiguration<Order>, IEntityTypeConfiguration<OrderItem>, IEntityTypeConfiguration<OrderChange>
{
    public void Configure(EntityTypeBuilder<Cart> builder)
    {
        builder.HasKey(c => c.ContactId);
        builder.Property(c => c.ContactId).ValueGeneratedNever();
        builder.Property(c => c.SummaryShown).AsJson();
        builder.Property(c => c.DeliveryArea).HasMaxLength(120);
        builder.HasOne<Contact>().WithMany().HasForeignKey(c => c.ContactId);
    }

    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.HasIndex(o => new { o.BusinessId, o.Number }).IsUnique();
        builder.HasIndex(o => o.PaymentReference).IsUnique();
        builder.HasIndex(o => new { o.BusinessId, o.Status, o.CreatedAt });
        builder.HasIndex(o => new { o.ContactId, o.CreatedAt });
        builder.HasIndex(o => o.ExpiresAt).HasFilter("expires_at IS NOT NULL");
        builder.Property(o => o.PaymentReference).HasMaxLength(20);
        builder.Property(o => o.DeliveryArea).HasMaxLength(120);
        builder.Property(o => o.Version).IsRowVersion();
        builder.Ignore(o => o.DisplayNumber);
        builder.HasOne<Business>().WithMany().HasForeignKey(o => o.BusinessId);
        builder.HasOne<Contact>().WithMany().HasForeignKey(o => o.ContactId);
        builder.HasMany(o => o.Items).WithOne().HasForeignKey(i => i.OrderId);
        builder.HasMany(o => o.History).WithOne().HasForeignKey(c => c.OrderId);
    }

    public void Configure(EntityTypeBuilder<OrderItem> builder)
    {
        builder.ToTable("order_items");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Ignore(i => i.Total);
        builder.Ignore(i => i.FullName);
    }

    public void Configure(EntityTypeBuilder<OrderChange> builder)
    {
        builder.ToTable("order_changes");
        builder.Property(c => c.Id).ValueGeneratedNever();
    }
}
