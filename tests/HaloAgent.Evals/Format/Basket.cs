using System.Globalization;
using HaloAgent.Data;
using HaloAgent.Orders;

namespace HaloAgent.Evals.Format;

/// <summary>Reads what stands inside an expected order or cart.</summary>
internal static class Basket
{
    /// <summary>"2 Jollof rice &amp; chicken", "1 x Ankara shirt (M)".</summary>
    /// <exception cref="FormatException">The line is no number and product of this shop.</exception>
    public static ExpectedLine Line(string text, DemoShop shop)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits == 0) throw new FormatException($"\"{text}\": a line is a number and a product, like \"2 {shop.Products[0].Name}\".");
        var rest = text[digits..].Trim();
        rest = rest is ['x' or 'X' or '×' or '*', ' ', ..] ? rest[1..].Trim() : rest;
        var (product, variant) = shop.Product(rest);
        return new ExpectedLine(int.Parse(text[..digits], CultureInfo.InvariantCulture), product.Name, variant);
    }

    /// <returns>The name on the wire.</returns>
    public static string Status(string text)
    {
        var name = text.Trim().Replace(' ', '_').ToLowerInvariant();
        return OrderStatusMoves.FromWireName(name) is not null
            ? name
            : throw new FormatException($"\"{text}\" is no status; there are: {string.Join(", ", Enum.GetValues<OrderStatus>().Select(s => s.WireName().Replace('_', ' ')))}.");
    }

    public static Money Amount(string text)
    {
        var digits = text.Replace(",", "", StringComparison.Ordinal).TrimStart('₦', 'N', 'n', ' ');
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var naira)
            ? Money.FromNaira(naira)
            : throw new FormatException($"\"{text}\" is no amount; write it like 9,300.");
    }
}
