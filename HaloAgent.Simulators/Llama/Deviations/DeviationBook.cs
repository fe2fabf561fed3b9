using HaloAgent.Simulators.Llama.Hostile;
using HaloAgent.Simulators.Llama.Quirky;

namespace HaloAgent.Simulators.Llama.Deviations;

/// <summary>Every quirk and every trick by its name, so that a switch can choose one and a test can walk them all.</summary>
internal static class DeviationBook
{
    public static readonly IReadOnlyList<IDeviation> Quirks = ServerQuirks.All;

    public static readonly IReadOnlyList<IDeviation> Tricks = HostileTricks.All;

    private static readonly Dictionary<string, IDeviation> ByName = Quirks.Concat(Tricks).ToDictionary(one => one.Name, StringComparer.Ordinal);

    public static IDeviation? Named(string? name) => name is null ? null : ByName.GetValueOrDefault(name);
}
