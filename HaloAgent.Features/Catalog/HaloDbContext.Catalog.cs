using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Contracts.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaloAgent.Data;

public sealed partial class HaloDbContext
{
    public DbSet<Product> Products => Set<Product>();

    public DbSet<ProductImage> ProductImages => Set<ProductImage>();
}

internal sealed class CatalogConfiguration :
    IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<ProductVariant>, IEntityTypeConfiguration<ProductImage>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.Property(p => p.Name).HasMaxLength(ProductLimits.Name);
        builder.Property(p => p.Category).HasMaxLength(ProductLimits.Category);
        builder.Property(p => p.Description).HasMaxLength(ProductLimits.Description);
        builder.Property(p => p.Synonyms).AsJson();
        builder.Property(p => p.Version).IsRowVersion();
        builder.Ignore(p => p.IsSold);
        builder.HasOne<Business>().WithMany().HasForeignKey(p => p.BusinessId);
        builder.HasIndex(p => new { p.BusinessId, p.Category, p.Name });
        builder.HasMany(p => p.Variants).WithOne().HasForeignKey(v => v.ProductId);
        builder.ToTable(table => table.HasCheckConstraint("ck_products_stock_not_negative", "stock >= 0"));
    }

    public void Configure(EntityTypeBuilder<ProductVariant> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Property(v => v.Name).HasMaxLength(ProductLimits.Variant);
        builder.ToTable("product_variants", table => table.HasCheckConstraint("ck_product_variants_stock_not_negative", "stock >= 0"));
    }

    public void Configure(EntityTypeBuilder<ProductImage> builder) => builder.HasIndex(i => i.BusinessId);
}
