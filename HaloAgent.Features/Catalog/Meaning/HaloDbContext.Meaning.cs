using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Catalog.Meaning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaloAgent.Data;

public sealed partial class HaloDbContext
{
    public DbSet<ProductVector> ProductVectors => Set<ProductVector>();
}

internal sealed class MeaningConfiguration : IEntityTypeConfiguration<ProductVector>
{
    public void Configure(EntityTypeBuilder<ProductVector> builder)
    {
        builder.HasKey(v => v.ProductId);
        builder.Property(v => v.Model).HasMaxLength(ProductVector.ModelLength);
        builder.Property(v => v.Revision).UseIdentityAlwaysColumn();
        builder.HasOne<Product>().WithOne().HasForeignKey<ProductVector>(v => v.ProductId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Business>().WithMany().HasForeignKey(v => v.BusinessId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(v => new { v.BusinessId, v.Revision });
    }
}
