using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Simulators.Twilio;

/// <summary>The one account this Twilio knows.</summary>
internal sealed class TwilioOptions
{
    public const string Section = "Twilio";

    [Required]
    public string AccountSid { get; set; } = "ACsimulated000000000000000000000000";

    [Required]
    public string AuthToken { get; set; } = "sim-twilio-auth-token";
}
