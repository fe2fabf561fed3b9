using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Simulators.Llama;

internal sealed class LlamaOptions
{
    public const string Section = "Llama";

    /// <summary>The one key that is let in.</summary>
    [Required]
    public string ApiKey { get; set; } = "sim-llama-key";

    /// <summary>What <c>GET models</c> offers. Any name is answered, as llama.cpp does.</summary>
    [Required]
    public string Model { get; set; } = "llama-sim";

    /// <summary>How long an answer takes, in milliseconds, unless a switch says otherwise.</summary>
    [Range(0, 60_000)]
    public int DelayMs { get; set; }

    /// <summary>The same seed and the same requests, one after the other, get the same hostile answers.</summary>
    public int Seed { get; set; } = 1;
}
