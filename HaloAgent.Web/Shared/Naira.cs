using System.Globalization;

namespace HaloAgent.Web.Shared;

internal static class Naira
{
    /// <summary>The format of a field that has ₦ before it: as it reads everywhere else.</summary>
    public const string InField = "#,##0.##";

    /// <summary><c>₦3,500</c>, and <c>₦3,500.50</c> only when there are kobo.</summary>
    public static string Format(decimal amount)
    {
        var digits = Math.Abs(amount).ToString(amount == decimal.Truncate(amount) ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture);
        return amount < 0 ? $"−₦{digits}" : $"₦{digits}";
    }

    /// <summary>How far a claim is from what is expected, in words; null when there is nothing to say.</summary>
    public static string? Difference(decimal expected, decimal? claimed) => claimed switch
    {
        null => null,
        { } amount when amount == expected => "the exact amount",
        { } amount when amount < expected => $"{Format(expected - amount)} too little",
        { } amount => $"{Format(amount - expected)} too much",
    };
}
