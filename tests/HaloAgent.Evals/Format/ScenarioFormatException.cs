namespace HaloAgent.Evals.Format;

/// <summary>A scenario that cannot be understood: every mistake with its file and line.</summary>
public sealed class ScenarioFormatException(IReadOnlyList<string> mistakes) : Exception(string.Join('\n', mistakes))
{
    public IReadOnlyList<string> Mistakes => mistakes;
}
