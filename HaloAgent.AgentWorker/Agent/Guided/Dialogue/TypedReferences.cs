using System.Text.RegularExpressions;
using HaloAgent.Payments;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Finds what can only be meant as a payment reference, typed well or badly.</summary>
internal static partial class TypedReferences
{
    /// <summary>The reference as the customer typed it, or null.</summary>
    public static string? In(string text)
    {
        foreach (Match match in Shape().Matches(text.Length <= 4000 ? text : text[..4000]))
        {
            // "ha have some" has the shape in letters only; a real reference passes its own check or carries a digit or a dash.
            var read = PaymentReference.Read(match.Value);
            if (read.Reference is not null || match.Value.Any(char.IsAsciiDigit) || match.Value.StartsWith("HA-", StringComparison.OrdinalIgnoreCase)) return match.Value;
        }

        return null;
    }

    [GeneratedRegex(@"\bHA[- ]?[0-9A-Z]{4}[- ]?[0-9A-Z]{3,5}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
