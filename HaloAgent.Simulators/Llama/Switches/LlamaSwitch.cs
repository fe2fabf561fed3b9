using HaloAgent.Simulators.Llama.Deviations;

namespace HaloAgent.Simulators.Llama.Switches;

/// <summary>What a temper is to do with its next answers.</summary>
/// <param name="Temper">Null: all of them.</param>
/// <param name="Play">The quirk or trick to play; null: what the temper does by itself.</param>
/// <param name="Honest">Answer as the scripted temper does, without any deviation.</param>
/// <param name="DelayMs">How long each answer takes; null: as configured.</param>
/// <param name="Times">For so many answers; null: until it is taken back.</param>
internal sealed record LlamaSwitch(Temper? Temper, IDeviation? Play, bool Honest, int? DelayMs, int? RetryAfterSeconds, int? Times)
{
    public const string Ok = "ok";

    public static readonly LlamaSwitch None = new(null, null, false, null, null, null);
}
