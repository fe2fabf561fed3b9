using HaloAgent.Simulators.Llama.Deviations;

namespace HaloAgent.Simulators.Llama.Quirky;

/// <summary>Each answer gets the next quirk that has something to bend in it.</summary>
internal sealed class QuirkRotation
{
    private readonly Lock gate = new();
    private readonly Queue<IDeviation> waiting = new(DeviationBook.Quirks);

    public IDeviation? Next(Scene scene)
    {
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
