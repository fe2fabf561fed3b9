using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>What is a yes where the order's summary was just shown, and what only sounds like one.</summary>
internal static class Agreement
{
    /// <summary>What such words may be taken for elsewhere.</summary>
    private static readonly Intent[] Harmless = [Intent.Done, Intent.Want, Intent.Help, Intent.AllOfThem, Intent.Yes];

    public static Heard In(Heard heard, Listener listener, string text, WorkingMemory memory)
    {
        if (memory.Asked != Asked.Confirm) return heard;
        if (!heard.IsQuestion && NamesNothing(heard) && heard.Matters.Count == 0 && heard.IsOnlyOrNothing(Harmless) && listener.SaysAssent(text)) return Heard.Nothing with { Intents = new Dictionary<Intent, double> { [Intent.Yes] = 1 } };
        if (!heard.Has(Intent.Yes)) return heard;

        // "Okay, thank you, I will come": a goodbye confirms nothing, nor does "fine, I will pay tonight". Nor a yes on a condition, be it understood or not.
        return (heard.HasAny(Intent.Thanks, Intent.Goodbye, Intent.PayLater) && !listener.AgreesPlainly(text)) || listener.SaysBut(text) ? heard.Without(Intent.Yes) : heard;
    }

    // "Everything set" names no set.
    private static bool NamesNothing(Heard heard) =>
        heard with { Lines = [] } is { HasContent: false } && heard.Lines.All(line => line is { Quantity: null, Naira: null, Mention: { Only: null } });
}
