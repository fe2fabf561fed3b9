using System.Text.RegularExpressions;

namespace HaloAgent.Simulators.Twilio;

/// <summary>Twilio's ids: two letters that say what it is, and 32 hex digits.</summary>
internal static partial class Sid
{
    public static string ForMessage(bool withMedia) => New(withMedia ? "MM" : "SM");

    public static string ForMedia() => New("ME");

    public static string ForContent() => New("HX");

    public static bool IsMessage(string value) => MessagePattern().IsMatch(value);

    public static bool IsContent(string value) => ContentPattern().IsMatch(value);

    public static bool IsMessagingService(string value) => MessagingServicePattern().IsMatch(value);

    private static string New(string prefix) => prefix + Guid.CreateVersion7().ToString("N");

    [GeneratedRegex("^(SM|MM)[0-9a-fA-F]{32}$")]
    private static partial Regex MessagePattern();

    [GeneratedRegex("^HX[0-9a-fA-F]{32}$")]
    private static partial Regex ContentPattern();

    [GeneratedRegex("^MG[0-9a-fA-F]{32}$")]
    private static partial Regex MessagingServicePattern();
}
