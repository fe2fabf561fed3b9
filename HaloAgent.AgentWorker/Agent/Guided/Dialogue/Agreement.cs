using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>What is a yes where the order's summary was just shown, and what only sounds like one.</summary>
internal static class Agreement
{
    /// <summary>What words that only agree may be taken for elsewhere.</summary>
    private static readonly Intent[] Harmless = [Intent.Done, Intent.Want, Intent.Help, Intent.AllOfThem, Intent.Yes];

    /// <summary>What words beside a yes may sound like.</summary>
    private static readonly Intent[] Aside = [Intent.OrderStatus, Intent.Menu, Intent.ShowCart, Intent.Availability, Intent.DeliveryFee, Intent.Complaint, Intent.Help];

    private static readonly Intent[] Ending = [.. Harmless, Intent.Restate, Intent.Thanks, Intent.Greeting];

    public static Heard In(Heard heard, Listener listener, string text, WorkingMemory memory) => memory.Asked switch
    {
        Asked.Confirm => ToSummary(heard, listener, text),
        // Nothing is known to be asked, as after a wiped memory, and the summary may have been shown all the same; or what must not be guessed is.
        null or Asked.SureToCancel or Asked.Offers when heard.Has(Intent.Yes) => heard with { IsHalfYes = !ToSummary(heard, listener, text).Has(Intent.Yes) },
        _ => heard,
    };

    private static Heard ToSummary(Heard heard, Listener listener, string text)
    {
        var ear = listener.Agreement;
        // A yes on a condition is none, be the condition understood or not; nor is one that asks whether all is right.
        if (DependsOnSomething(listener, text) || ear.DeniesYes(text) || AsksWhetherAllIsRight(heard, ear, text)) return heard.Without(Intent.Yes);
        // "Okay, wait" is no yes, but a wish for time.
        if (ear.AsksToWait(text)) return !heard.HasContent && heard.IsOnlyOrNothing([.. Harmless, Intent.Wait]) ? heard.Only(Intent.Wait) : heard.Without(Intent.Yes);
        if (ear.Hesitates(text)) return heard.Without(Intent.Yes) with { IsHalfYes = heard.Has(Intent.Yes) };
        if (OnlyAgrees(heard, ear, text)) return heard.Only(Intent.Yes);

        // "God bless una, carry am come. My brother will receive it": who gets it takes nothing back; "… after he has checked it" does.
        var own = WithoutHandovers(heard, text);
        if (heard.Wishes.Any(wish => wish.IsHandover && ear.TakesBack(wish.Text))) return heard.Without(Intent.Yes) with { IsHalfYes = true };
        var begins = ear.TellsToBegin(own) || EndsIt(heard, ear, own);
        if (!heard.Has(Intent.Yes) && !begins) return heard;
        // "Okay, that's expensive", "okay, my brother will pick it"
        if (!begins && SaysMore(heard, ear, own, text)) return heard.Without(Intent.Yes) with { IsHalfYes = true };

        var plainly = begins || ear.AgreesPlainly(text);
        // "Okay, thank you" confirms nothing, nor do "no problem, I will pay tonight" and "no wahala, see you tomorrow".
        if (!plainly && ((heard.Has(Intent.Thanks) && ear.MayOnlyBePolite(text)) || heard.HasAny(Intent.Goodbye, Intent.PayLater))) return heard.Without(Intent.Yes);
        return heard.Address is null ? WithoutAsides(heard, ear, plainly) : heard;
    }

    // "That's all, confirm": nothing but words that end or agree, and one that does nothing else.
    private static bool EndsIt(Heard heard, AgreementEar ear, string own) =>
        heard.Has(Intent.Done) && !heard.IsQuestion && heard.IsOnlyOrNothing(Ending) && heard with { Wishes = [] } is { HasContent: false, Matters.Count: 0 } && ear.AgreesPlainly(own) && !ear.TakesBack(own) && ear.BesideYes(own).Count == 0;

    private static bool SaysMore(Heard heard, AgreementEar ear, string own, string text) =>
        (heard.Address is null && ear.BesideYes(own).Count > 0) || (own != text && !ear.AgreesPlainly(own));

    // Every word of it is accounted for: "I'm waiting for it" asks for no status, and the account comes with the order.
    private static Heard WithoutAsides(Heard heard, AgreementEar ear, bool plainly) => heard with
    {
        // "Everything set, pack am" names no boys' set.
        Lines = [.. heard.Lines.Where(line => line is not { Action: LineAction.Mention, Quantity: null, Mention: { } mention } || !ear.SaysAssent(mention.Heard))],
        Intents = heard.Without([.. Aside, .. plainly ? [Intent.PaymentDetails, Intent.PayLater] : (Intent[])[], Intent.Yes]).Intents.Append(new(Intent.Yes, 1)).ToDictionary(),
    };

    private static string WithoutHandovers(Heard heard, string text) =>
        heard.Wishes.Where(wish => wish.IsHandover).Aggregate(text, (left, wish) => left.Replace(wish.Text, "", StringComparison.Ordinal));

    private static bool OnlyAgrees(Heard heard, AgreementEar ear, string text) =>
        !heard.IsQuestion && NamesNothing(heard) && heard.Matters.Count == 0 && heard.IsOnlyOrNothing(Harmless) && ear.SaysAssent(text);

    // "E correct, abi", "all correct?", "is everything set": made of words that agree.
    private static bool AsksWhetherAllIsRight(Heard heard, AgreementEar ear, string text) =>
        ear.AsksByTag(text) || (heard.IsOnlyOrNothing(Harmless) && (text.Contains('?', StringComparison.Ordinal) || ear.SaysNotAssent(text)));

    // "Yes. Call me when you reach": another sentence, and no condition.
    private static bool DependsOnSomething(Listener listener, string text)
    {
        if (!listener.Agreement.SaysCondition(text)) return false;
        var agreeing = listener.SentencesOf(text).Where(sentence => listener.Hear(sentence).Has(Intent.Yes) || listener.Agreement.SaysAssent(sentence)).ToList();
        return agreeing.Count == 0 || agreeing.Exists(listener.Agreement.SaysCondition);
    }

    // "Everything set" names no set.
    private static bool NamesNothing(Heard heard) =>
        heard with { Lines = [] } is { HasContent: false } && heard.Lines.All(line => line is { Quantity: null, Naira: null, Mention: { Only: null } });
}
