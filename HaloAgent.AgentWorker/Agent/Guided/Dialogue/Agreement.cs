using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>What is a yes where the order's summary was just shown, and what only sounds like one.</summary>
internal static class Agreement
{
    /// <summary>What words that only agree may be taken for elsewhere.</summary>
    private static readonly Intent[] Harmless = [Intent.Done, Intent.Want, Intent.Help, Intent.AllOfThem, Intent.Yes];

    public static Heard In(Heard heard, Listener listener, string text, WorkingMemory memory) => memory.Asked switch
    {
        Asked.Confirm => ToSummary(heard, listener, text),
        // Nothing is known to be asked, as after a wiped memory, and the summary may have been shown all the same; or what must not be guessed is.
        null or Asked.SureToCancel or Asked.Offers when heard.Has(Intent.Yes) => heard with { IsHalfYes = !ToSummary(heard, listener, text).Has(Intent.Yes) },
        _ => heard,
    };

    private static Heard ToSummary(Heard heard, Listener listener, string text)
    {
        // A yes on a condition is none, be the condition understood or not; nor is one that asks whether all is right.
        if (DependsOnSomething(listener, text) || listener.DeniesYes(text) || AsksWhetherAllIsRight(heard, listener, text)) return heard.Without(Intent.Yes);
        // "Okay, wait" is no yes, but a wish for time.
        if (listener.AsksToWait(text)) return !heard.HasContent && heard.IsOnlyOrNothing([.. Harmless, Intent.Wait]) ? heard.Only(Intent.Wait) : heard.Without(Intent.Yes);
        if (listener.Hesitates(text)) return heard.Without(Intent.Yes) with { IsHalfYes = heard.Has(Intent.Yes) };
        if (OnlyAgrees(heard, listener, text)) return heard.Only(Intent.Yes);
        if (!heard.Has(Intent.Yes)) return heard;

        // "Okay, that's expensive"
        if (heard.Address is null && listener.BesideYes(text).Count > 0) return heard.Without(Intent.Yes) with { IsHalfYes = true };

        // "Okay, thank you" confirms nothing, nor do "no problem, I will pay tonight" and "no wahala, see you tomorrow".
        return (heard.Has(Intent.Thanks) && listener.MayOnlyBePolite(text)) || (heard.HasAny(Intent.Goodbye, Intent.PayLater) && !listener.AgreesPlainly(text))
            ? heard.Without(Intent.Yes) : heard;
    }

    private static bool OnlyAgrees(Heard heard, Listener listener, string text) =>
        !heard.IsQuestion && NamesNothing(heard) && heard.Matters.Count == 0 && heard.IsOnlyOrNothing(Harmless) && listener.SaysAssent(text);

    // "E correct, abi", "all correct?", "is everything set": made of words that agree.
    private static bool AsksWhetherAllIsRight(Heard heard, Listener listener, string text) =>
        listener.AsksByTag(text) || (heard.IsOnlyOrNothing(Harmless) && (text.Contains('?', StringComparison.Ordinal) || listener.SaysNotAssent(text)));

    // "Yes. Call me when you reach": another sentence, and no condition.
    private static bool DependsOnSomething(Listener listener, string text)
    {
        if (!listener.SaysCondition(text)) return false;
        var agreeing = listener.SentencesOf(text).Where(sentence => listener.Hear(sentence).Has(Intent.Yes) || listener.SaysAssent(sentence)).ToList();
        return agreeing.Count == 0 || agreeing.Exists(listener.SaysCondition);
    }

    // "Everything set" names no set.
    private static bool NamesNothing(Heard heard) =>
        heard with { Lines = [] } is { HasContent: false } && heard.Lines.All(line => line is { Quantity: null, Naira: null, Mention: { Only: null } });
}
