using System.Globalization;

namespace HaloAgent.Simulators.Twilio.Inbound;

/// <summary>A place on the map, in degrees. WhatsApp sends address and label only for known places.</summary>
internal sealed record SharedLocation(double Latitude, double Longitude, string? Address, string? Label)
{
    /// <summary>Reads <c>geo:6.6018,3.3515|Shop</c>, how an outbound message carries a place; null for anything else.</summary>
    public static SharedLocation? FromPersistentAction(string? action)
    {
        if (action is null || !action.StartsWith("geo:", StringComparison.Ordinal))
        {
            return null;
        }

        var (place, label) = action[4..].Split('|', 2) is [var first, var second] ? (first, second) : (action[4..], null);
        return place.Split(',') is [var latitude, var longitude]
            && double.TryParse(latitude, CultureInfo.InvariantCulture, out var north)
            && double.TryParse(longitude, CultureInfo.InvariantCulture, out var east)
                ? new SharedLocation(north, east, null, label)
                : null;
    }
}
