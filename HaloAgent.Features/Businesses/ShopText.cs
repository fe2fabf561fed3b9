namespace HaloAgent.Businesses;

/// <summary>What holds for any words that a member writes about the shop.</summary>
internal static class ShopText
{
    public const string NoControls = "Letters, digits and signs only: it holds a character that cannot be shown.";

    public static bool HoldsControls(string text) => text.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\r' or '\t'));

    public static string InOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
