using HaloAgent.Businesses;
using HaloAgent.Catalog;
using HaloAgent.Channels;
using HaloAgent.Contracts.Catalog;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Data;

/// <summary>
/// Two shops to try everything on, only where <c>DemoData:Enabled</c> says so. A shop that is there already is left alone, so
/// what somebody changed in it stays; several services may do this at once.
/// </summary>
public sealed class DemoData(HaloDbContext db, IPasswordHasher<HaloUser> hasher, ILookupNormalizer normalizer, BlindIndex index, TimeProvider time)
{
    /// <summary>Of every demo sign-in.</summary>
    public const string Password = "HaloDemo!2026";

    private const long OneAtATime = 0x48616C6F44656D6F;

    public async Task PlantAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OneAtATime})", cancellationToken);
        foreach (var shop in new[] { HaloKitchen.Shop, AnkaraCorner.Shop })
        {
            if (!await db.Businesses.AnyAsync(b => b.Slug == shop.Slug, cancellationToken))
            {
                Add(shop);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>One shop more, under its own slug and number.</summary>
    internal async Task<Business> OpenAsync(DemoShop shop, CancellationToken cancellationToken)
    {
        var business = Add(shop);
        await db.SaveChangesAsync(cancellationToken);
        return business;
    }

    private Business Add(DemoShop shop)
    {
        var now = time.GetUtcNow();
        var business = Business.Create(shop.Slug, shop.Name, shop.Description, shop.Category, shop.Tone, shop.PickupAddress, now);
        business.OpenAt(shop.Hours);
        business.DeliverTo(shop.Areas);
        business.Understand(shop.Synonyms);
        business.Describe(shop.Policies, shop.SampleMessages, shop.Languages);
        business.BePaidAt(shop.Bank);
        business.ReceiveOnWhatsApp(shop.WhatsAppNumber);
        db.Businesses.Add(business);
        db.ChannelAccounts.Add(ChannelAccount.Create(index, business.Id, Channel.WhatsappTwilio, "whatsapp:" + shop.WhatsAppNumber, now));
        db.ChannelAccounts.Add(ChannelAccount.Create(index, business.Id, Channel.WebChat, shop.Slug, now));
        foreach (var member in shop.Members)
        {
            Add(business, member, now);
        }

        foreach (var product in shop.Products)
        {
            Add(business, product, now);
        }

        return business;
    }

    private void Add(Business business, DemoMember member, DateTimeOffset now)
    {
        var user = new HaloUser
        {
            Id = Guid.CreateVersion7(now),
            UserName = member.Email,
            NormalizedUserName = normalizer.NormalizeName(member.Email),
            Email = member.Email,
            NormalizedEmail = normalizer.NormalizeEmail(member.Email),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.CreateVersion7(now).ToString("N"),
        };
        user.PasswordHash = hasher.HashPassword(user, Password);
        db.Users.Add(user);
        db.BusinessMembers.Add(BusinessMember.Create(business.Id, user.Id, member.Role, member.Name, now));
    }

    private void Add(Business business, DemoProduct demo, DateTimeOffset now)
    {
        var product = Product.Create(
            business.Id,
            new SaveProductRequest
            {
                Name = demo.Name,
                Category = demo.Category,
                Description = demo.Description,
                Price = demo.Price,
                Stock = demo.Stock,
                Synonyms = demo.Synonyms.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                Variants = [.. demo.Sizes.Select(size => new SaveVariantRequest { Name = size.Name, Price = demo.Price, Stock = size.Stock })],
            },
            now);
        var image = ProductImage.Create(business.Id, "image/png", Picture(demo.Picture), now);
        product.Show(image.Id);
        db.ProductImages.Add(image);
        db.Products.Add(product);
    }

    /// <summary>The pictures are drawn by this project and lie beside this file.</summary>
    private static byte[] Picture(string name)
    {
        using var stream = typeof(DemoData).Assembly.GetManifestResourceStream($"HaloAgent.DemoPictures.{name}.png")
            ?? throw new InvalidOperationException($"The demo picture {name}.png is missing.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
