using HaloAgent.Businesses;
using HaloAgent.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaloAgent.Data;

public sealed partial class HaloDbContext
{
    public DbSet<Business> Businesses => Set<Business>();

    public DbSet<BusinessMember> BusinessMembers => Set<BusinessMember>();

    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();

    public DbSet<ChannelAccount> ChannelAccounts => Set<ChannelAccount>();
}

internal sealed class BusinessConfiguration :
    IEntityTypeConfiguration<Business>, IEntityTypeConfiguration<BusinessMember>, IEntityTypeConfiguration<RefreshToken>,
    IEntityTypeConfiguration<ChannelAccount>
{
    public void Configure(EntityTypeBuilder<Business> builder)
    {
        builder.Property(b => b.Slug).HasMaxLength(Business.SlugLength);
        builder.HasIndex(b => b.Slug).IsUnique();
        builder.Property(b => b.Name).HasMaxLength(Business.NameLength);
        builder.Property(b => b.Description).HasMaxLength(Business.TextLength);
        builder.Property(b => b.OpeningHours).AsJson();
        builder.Property(b => b.DeliveryAreas).AsJson();
        builder.Property(b => b.SearchSynonyms).AsJson();
        builder.Property(b => b.Policies).HasMaxLength(Business.PoliciesLength);
        builder.Property(b => b.SampleMessages).AsJson();
        builder.Property(b => b.Languages).AsJson();
        builder.Property(b => b.BankDetails).AsJson();
        builder.Property(b => b.Loyalty).AsJson();
    }

    public void Configure(EntityTypeBuilder<BusinessMember> builder)
    {
        builder.HasIndex(m => new { m.UserId, m.BusinessId }).IsUnique();
        builder.Property(m => m.Name).HasMaxLength(Business.NameLength);
        builder.HasOne<Business>().WithMany().HasForeignKey(m => m.BusinessId);
        builder.HasOne<HaloUser>().WithMany().HasForeignKey(m => m.UserId);
    }

    public void Configure(EntityTypeBuilder<RefreshToken> builder)
    {
        builder.HasIndex(t => t.TokenHash).IsUnique();
        builder.HasIndex(t => t.FamilyId);
        builder.HasOne<BusinessMember>().WithMany().HasForeignKey(t => t.MemberId);
    }

    public void Configure(EntityTypeBuilder<ChannelAccount> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Address).HasMaxLength(ChannelAccount.AddressLength);
        builder.HasOne<Business>().WithMany().HasForeignKey(a => a.BusinessId);
    }
}
