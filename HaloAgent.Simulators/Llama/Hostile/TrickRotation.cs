using HaloAgent.Simulators.Llama.Deviations;

namespace HaloAgent.Simulators.Llama.Hostile;

/// <summary>
/// Each turn gets the next trick and keeps it for all its rounds and repeats: a loop that changed its mind would be no loop,
/// and a storm that a retry ends is none.
/// </summary>
internal sealed class TrickRotation
{
    private const int Remembered = 20_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, IDeviation> byTurn = new(StringComparer.Ordinal);
    private readonly Queue<string> turns = new();
    private int next;

    public IDeviation For(Scene scene)
    {
        lock (gate)
        {
            var turn = scene.Request.TurnKey;
            if (byTurn.TryGetValue(turn, out var known))
            {
                return known;
            }

            if (turns.Count == Remembered)
            {
                byTurn.Remove(turns.Dequeue());
            }

            turns.Enqueue(turn);
            return byTurn[turn] = DeviationBook.Tricks[next++ % DeviationBook.Tricks.Count];
        }
    }
}
