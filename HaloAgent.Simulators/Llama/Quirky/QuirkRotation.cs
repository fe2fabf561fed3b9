using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Quirky.Quirks;

namespace HaloAgent.Simulators.Llama.Quirky;

/// <summary>Each answer gets the next quirk that has something to bend in it.</summary>
internal sealed class QuirkRotation
{
    private readonly Lock gate = new();
    private readonly Queue<IDeviation> waiting = new(DeviationBook.Quirks);

    public IDeviation? Next(Scene scene)
    {
        // The second half of that quirk; it has had its turn.
        if (UnreadableAnswer.IsAskedForText(scene)) return DeviationBook.Quirks.OfType<UnreadableAnswer>().FirstOrDefault(quirk => quirk.Fits(scene));

        lock (gate)
        {
            var next = waiting.FirstOrDefault(quirk => quirk.Fits(scene));
            if (next is not null)
            {
                var others = waiting.Where(quirk => quirk != next).ToList();
                waiting.Clear();
                others.ForEach(waiting.Enqueue);
                waiting.Enqueue(next);
            }

            return next;
        }
    }
}
