namespace HaloAgent.Simulators.Llama;

/// <summary>How the simulated model behaves; the word of its address.</summary>
internal enum Temper
{
    /// <summary>Takes orders, deterministically and in the exact wire shape.</summary>
    Scripted,

    /// <summary>Decides as the scripted one; each answer has the next deviation of some real server.</summary>
    Quirky,

    /// <summary>Invents, loops, leaks, hangs and breaks off.</summary>
    Hostile,
}

internal static class Tempers
{
    public static string Word(this Temper temper) => temper switch
    {
        Temper.Scripted => "scripted",
        Temper.Quirky => "quirky",
        _ => "hostile",
    };

    public static Temper? Named(string? word) =>
        Enum.GetValues<Temper>().Cast<Temper?>().FirstOrDefault(temper => string.Equals(temper!.Value.Word(), word, StringComparison.Ordinal));
}
