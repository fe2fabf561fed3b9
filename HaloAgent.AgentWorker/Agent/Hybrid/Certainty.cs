using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Agent.Hybrid;

/// <summary>
/// Whether the guided brain understands a burst for certain: every word of it is explained, and it is one of the things that mean the
/// same whoever says them. When in doubt it is not certain: a model call costs less than a wrong answer.
/// </summary>
internal static class Certainty
{
    private const double Sure = 0.75;
    private const int LongestSize = 4;
    private const int LongestSizeExplained = 9;
    private const int MostLooseOfFive = 2;
    private const int MostLooseBesideCourtesy = 2;

    private static readonly Intent[] Answers = [Intent.Yes, Intent.No, Intent.Done];

    private static readonly Intent[] Plain =
    [
        Intent.Greeting, Intent.Menu, Intent.More, Intent.ShowCart, Intent.Delivery, Intent.Pickup, Intent.SavedAddress, Intent.DeliveryFee, Intent.CancelOrder,
        Intent.ClearCart, Intent.OrderStatus, Intent.PaymentDetails, Intent.PayLater, Intent.PayOnDelivery, Intent.Hours, Intent.Location, Intent.Terms, Intent.Points, Intent.UsePoints, Intent.KeepPoints, Intent.Thanks,
        Intent.Person, Intent.AreYouBot, Intent.Goodbye, Intent.RepeatOrder, Intent.Help, Intent.Wait, Intent.Yes, Intent.No, Intent.Done,
    ];

    /// <summary>What may stand in one burst with goods, questions about them, and each other: every part is answered for itself.</summary>
    private static readonly Intent[] Together = [.. Plain, Intent.Price, Intent.Availability, Intent.Pictures, Intent.Restate, Intent.Discount, Intent.Want, Intent.Paid, Intent.AllOfThem];

    /// <summary>Every other word of such a yes is accounted for by <see cref="Agreement"/>.</summary>
    private static readonly Intent[] BesideYes = [Intent.Yes, Intent.Thanks, Intent.Greeting, Intent.Delivery, Intent.Pickup, Intent.Done, Intent.Restate];

    /// <summary>Nothing is done for them: whoever says more than that says something else.</summary>
    private static readonly Intent[] Courtesies = [Intent.Greeting, Intent.Thanks, Intent.Goodbye, Intent.Help, Intent.Wait, Intent.Yes, Intent.No, Intent.Done, Intent.Restate, Intent.AreYouBot, Intent.Want];

    /// <summary>What throws away or begins anew what was chosen is not done on the strength of a few words.</summary>
    private static readonly Intent[] GraveWishes = [Intent.CancelOrder, Intent.ClearCart, Intent.RepeatOrder, Intent.Help];

    private static readonly Intent[] BesideGoods =
        [Intent.Greeting, Intent.Thanks, Intent.UsePoints, Intent.KeepPoints, Intent.Delivery, Intent.Pickup, Intent.SavedAddress, Intent.Done, Intent.Restate, Intent.Yes];

    /// <returns>What it is, in words for the explanation; null: not certain.</returns>
    public static string? Of(TurnContext turn)
    {
        if (turn.Messages.Any(message => message.Content.Kind is MessageKind.Button or MessageKind.ListChoice)) return "a button";

        var listener = ShopEar.For(turn);
        var text = string.Join('\n', turn.Messages.Select(message => message.Content.Text).Where(words => !string.IsNullOrWhiteSpace(words)));
        if (text.Length == 0) return "nothing to read";
        if (text.Length > Folding.MostCharacters) return null;

        var (heard, memory) = (listener.Hear(text, Children.Known(turn)), turn.Memory);
        if (heard.Has(Intent.OffTopic) && heard.Lines.All(line => line.Quantity is null)) return "nothing of this shop's";
        if (heard.HasAny(Intent.DataCopy, Intent.DataDelete, Intent.StopOffers)) return "a wish about their data";
        if (heard.Matters.Count > 0) return "a matter for a person";
        var account = listener.AccountOf(WithoutOwnWords(text, heard), turn.Business.Name, turn.Business.PickupAddress, turn.Contact.Name);
        var explained = account.Unknown == 0;
        if (heard.Has(Intent.Paid) && heard.Lines.Count == 0 && !heard.IsQuestion) return "the customer says that they paid";
        if (IsPick(heard, memory)) return "a number from the list just shown";
        if (IsSizeAsked(turn, listener, heard, text, explained ? LongestSizeExplained : LongestSize)) return "the size that was asked for";
        if (IsAddressAsked(memory) && IsAddress(listener, heard, text)) return "the address that was asked for";
        var agreed = Agreement.In(heard, listener, text, memory);
        if ((explained && heard.IsOnly(Answers)) || agreed.IsOnly(Intent.Yes)) return "yes or no";
        if (memory.Asked == Asked.Confirm && agreed is { IsHalfYes: false, IsQuestion: false } && agreed.Has(Intent.Yes) && agreed.IsOnly(BesideYes)) return "a yes, with nothing in it that takes it back";
        if (explained && IsAnswerToLine(heard, memory)) return "the quantity that was asked for";
        if (explained && heard.IsOnly(Plain) && IsPlainlySaid(agreed, account)) return "a plain wish: " + string.Join(", ", heard.Intents.Keys.Order());
        if (IsCleanOrder(heard) && (explained || heard.Address is { Announced: true })) return "a clean order line";
        return explained && IsPlainlySaid(agreed, account) && IsClear(heard, memory) && !IsHearsay(heard, listener, text) ? "every word of it is known" : null;
    }

    // A wish, an address, a place are passed on as the customer wrote them: nobody has to understand them.
    private static string WithoutOwnWords(string text, Heard heard) =>
        heard.Wishes.Select(wish => wish.Text).Append(heard.Address?.Text).Append(heard.Place).OfType<string>().Where(own => own.Length > 0)
            .Aggregate(text, (left, own) => left.Replace(own, "", StringComparison.Ordinal));

    private static bool IsClear(Heard heard, WorkingMemory memory) =>
        (heard.HasContent || !heard.IsOnlyOrNothing(Intent.Restate, Intent.Want)) && heard.Picks.Count == 0 && (heard.Place is null || heard.Has(Intent.DeliveryFee))
        && heard.Intents.Keys.All(Together.Contains)
        && heard.Lines.All(line => IsClean(line) || IsClearQuestion(line) || IsOfIt(line) || IsName(line) || IsAskedBack(line))
        && heard.Swaps.All(swap => swap is { From: null or { Only: not null }, To: { Only: not null, UnknownVariant: null } })
        && (heard.Lines.Count + heard.Swaps.Count > 0 || heard.Category is not null || heard.Intents.Count > 0 || IsAddressAsked(memory) || memory.Asked == Asked.Fulfillment
            || (memory.Asked == Asked.Line && heard.Ages.Any(age => age.At != SaidAge.Before)));

    // Each of it takes most of the words of its sentence; or most of the words of all of it stand in something that was understood, be it of
    // several things ("good morning, how much is jollof?": the greeting is the smaller part of it).
    private static bool IsPlainlySaid(Heard heard, Account account)
    {
        if (heard.Confidence >= Sure) return true;
        if (heard.IsHalfYes && !heard.HasContent) return false;
        if (heard.IsOnly(Courtesies)) return account.Loose <= MostLooseBesideCourtesy;
        return account.Loose * 5 <= account.Words * MostLooseOfFive && !heard.Intents.Any(intent => intent.Value < Sure && GraveWishes.Contains(intent.Key))
            && heard.Lines.All(line => line.Mention is not { Only: not null, Confidence: < Sure });
    }

    private static bool IsClearQuestion(SaidLine line) =>
        line is { Action: LineAction.Price or LineAction.Availability, Mention: { Only: not null, Confidence: >= 0.85 } };

    private static bool IsOfIt(SaidLine line) => line is { Mention: null, Quantity: not null, Naira: null, Unclear: false };

    private static bool IsName(SaidLine line) =>
        line is { Action: LineAction.Add or LineAction.Mention, Naira: null, Unclear: false, Mention: { Only: not null, UnknownVariant: null, Confidence: >= 0.85 } };

    // "My neighbour says jollof is 500 here": what is done with the sum nobody knows.
    private static bool IsHearsay(Heard heard, Listener listener, string text) => heard.Lines is [{ Action: LineAction.Mention }] && listener.NamesMoney(text);

    // Which of several, or which size instead of one that there is not: the dialogue asks it with a list.
    private static bool IsAskedBack(SaidLine line) =>
        line is { Action: not LineAction.About, Naira: null, Unclear: false, Mention: { IsUnknown: false } mention } && (mention.IsAmbiguous || mention is { UnknownVariant: not null, Confidence: >= 0.85 });

    private static bool IsPick(Heard heard, WorkingMemory memory) =>
        heard.Picks.Count > 0 && memory.Listed.Count > 0 && heard.Lines.Count == 0 && heard.Swaps.Count == 0 && heard.Address is null && heard.Intents.Keys.All(intent => intent == Intent.Yes);

    // "L", "the medium one": short, and exactly one of the sizes that were listed.
    private static bool IsSizeAsked(TurnContext turn, Listener listener, Heard heard, string text, int longest)
    {
        var listed = turn.Memory.Listed.Where(choice => choice.Kind == Listed.Variant).Select(choice => choice.Id).ToHashSet();
        if (turn.Memory.Asked != Asked.Line || listed.Count == 0 || heard.IsQuestion || heard.Swaps.Count > 0 || !heard.Intents.Keys.All(intent => intent is Intent.Yes or Intent.Want)
            || heard.Lines.Any(line => line.Mention is { IsUnknown: false }) || text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > longest) return false;

        var product = turn.Catalogue.FirstOrDefault(one => one.Variants.Any(variant => listed.Contains(variant.Id.ToString())));
        return product is not null && listener.VariantsNamed(CatalogItem.Of(product), text).Count(variant => listed.Contains(variant.Id.ToString())) == 1;
    }

    private static bool IsAddressAsked(WorkingMemory memory) => memory.Asked is Asked.Address or Asked.SavedAddress or Asked.Area;

    private static bool IsAddress(Listener listener, Heard heard, string text) =>
        !heard.IsQuestion && heard.Swaps.Count == 0 && !heard.Lines.Any(line => line.Explicit) && (heard.Address is not null || heard.Area is not null || listener.IsStreetAddress(text))
        && heard.Intents.Keys.All(intent => intent is Intent.Delivery or Intent.Greeting or Intent.Thanks or Intent.Yes);

    private static bool IsAnswerToLine(Heard heard, WorkingMemory memory) =>
        memory.Asked is Asked.Line or Asked.Offer && !heard.IsQuestion && heard.Intents.Count == 0 && heard.Address is null
        && (heard.BareNumber is not null || heard.Lines is [{ Mention: null, Quantity: not null }]);

    private static bool IsCleanOrder(Heard heard) =>
        heard.Lines.Count > 0 && heard.Swaps.Count == 0 && !heard.IsQuestion && heard.Place is null && heard.Picks.Count == 0
        && heard.Lines.All(line => IsClean(line) || IsWished(line, heard)) && heard.Intents.Keys.All(BesideGoods.Contains);

    // "Jollof without meat": it is asked how many.
    private static bool IsWished(SaidLine line, Heard heard) =>
        line is { Action: LineAction.Mention, Mention: { Only: not null, UnknownVariant: null, Confidence: >= 0.85 } mention } && heard.Wishes.Any(wish => wish.About == mention);

    private static bool IsClean(SaidLine line) => line is { Naira: null, Unclear: false, Mention: { Only: not null, UnknownVariant: null, Confidence: >= 0.85 } }
        && ((line.Action is LineAction.Add or LineAction.Set && line.Quantity is not null) || line.Action == LineAction.Remove);
}
