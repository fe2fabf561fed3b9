using System.Text.Json;

namespace HaloAgent;

/// <summary>How the names of our enums cross HTTP: <c>WhatsappTwilio</c> is <c>whatsapp_twilio</c>.</summary>
public static class WireNames
{
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.All[value];

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All =
            Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));
    }
}
