using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Channels.Twilio;

/// <summary>Section <c>Twilio</c>.</summary>
public sealed class TwilioOptions
{
    public const string Section = "Twilio";

    /// <summary><c>AC…</c> of the account that owns the WhatsApp senders.</summary>
    [Required]
    public string AccountSid { get; set; } = "";

    /// <summary>The account's primary auth token: signs webhooks and authenticates our calls. Not an API key's secret.</summary>
    [Required]
    public string AuthToken { get; set; } = "";

    /// <summary>The token that was or will be primary, while it is being changed; null otherwise.</summary>
    public string? OtherAuthToken { get; set; }

    [Required]
    public Uri ApiBaseUrl { get; set; } = new("https://api.twilio.com");

    /// <summary>
    /// The address under which Twilio reaches the Api. Signatures are computed over it, never over what a proxy made of the request.
    /// </summary>
    [Required]
    public Uri? PublicBaseUrl { get; set; }

    /// <summary>
    /// Hosts (with a port where it is not the default) from which media may be fetched, redirects included: a leading <c>*.</c>
    /// stands for any subdomain. Anything else would let a stranger make us call addresses of their choice.
    /// </summary>
    public IList<string> MediaHosts { get; init; } = [];

    /// <summary>Used while <see cref="MediaHosts"/> is empty.</summary>
    public static readonly IReadOnlyList<string> TwilioMediaHosts = ["api.twilio.com", "*.twiliocdn.com", "*.amazonaws.com"];
}
