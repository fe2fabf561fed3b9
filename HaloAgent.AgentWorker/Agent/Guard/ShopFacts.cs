using System.Runtime.CompilerServices;
using HaloAgent.Businesses;
using HaloAgent.Catalog;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>What may be stated of a shop whatever the customer asks, read once for as long as that reading of the catalogue is in use.</summary>
internal static class ShopFacts
{
    private static readonly ConditionalWeakTable<IReadOnlyList<Product>, HashSet<Claim>> Known = [];

    public static IReadOnlySet<Claim> Of(TurnContext context)
    {
        if (!Known.TryGetValue(context.Catalogue, out var facts))
        {
            facts = [.. OfCatalogue(context.Catalogue), .. OfBusiness(context.Business)];
            Known.AddOrUpdate(context.Catalogue, facts);
        }

        return facts;
    }

    private static IEnumerable<Claim> OfCatalogue(IReadOnlyList<Product> catalogue) => catalogue.SelectMany(product => (IEnumerable<Claim>)
    [
        Claims.Of(product.Price), .. Claims.NumbersOf(product.Name), .. Claims.NumbersOf(product.Description),
        .. product.Variants.SelectMany(variant => Claims.NumbersOf(variant.Name).Prepend(Claims.Of(variant.Price))),
    ]);

    private static IEnumerable<Claim> OfBusiness(Business business) =>
    [
        .. business.DeliveryAreas.Select(area => Claims.Of(area.Fee)),
        .. business.OpeningHours.SelectMany(hours => (IEnumerable<TimeOnly>)[hours.Opens, hours.Closes])
            .Select(time => new Claim(ClaimKind.ClockTime, ClaimReader.ClockValue(time.ToTimeSpan()))),
        .. Claims.NumbersOf(business.PickupAddress), .. Claims.NumbersOf(business.Description),
        .. business.WhatsAppNumber is { } phone ? OfPhone(phone) : [],
        .. business.BankDetails is { } bank ? (IEnumerable<Claim>)[new Claim(ClaimKind.AccountNumber, bank.AccountNumber)] : [],
    ];

    private static IEnumerable<Claim> OfPhone(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        yield return new Claim(ClaimKind.Phone, digits);
        yield return new Claim(ClaimKind.Phone, digits.StartsWith("234", StringComparison.Ordinal) ? "0" + digits[3..] : digits);
    }
}

internal static class Claims
{
    public static Claim Of(Money money) => new(ClaimKind.Amount, ClaimReader.Written(money.Naira));

    /// <summary>The runs of digits in a text.</summary>
    public static IEnumerable<Claim> NumbersOf(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var from = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            if (at > from)
            {
                yield return new Claim(ClaimKind.Number, text[from..at].TrimStart('0'));
            }
        }
    }
}
