using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Agent.Llama.Prompting;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>
/// One turn as the model's tools see it. A tool says what the model understood, and the guided dialogue does it: so both brains act,
/// speak and remember alike. What the deterministic ear heard in the burst is kept: it is the proof of a confirmation or a claim.
/// </summary>
internal sealed class ModelTalk(Talk talk, string written)
{
    public static readonly Heard Nothing = new() { Intents = new Dictionary<Intent, double>() };

    private readonly List<SaidWish> keptWishes = [];
    private OpenOrders? orders;
    private bool tookCancelling;
    private bool tookAnswer;
    private bool isHandOverSettled;

    public Talk Talk => talk;

    /// <summary>Why the call that runs is not done, in the sentence that the model gets; null: it is.</summary>
    public string? Refusal { get; set; }

    /// <summary>A call that nothing is done about: the turn's explanation shows it with this sentence.</summary>
    public string Refuse(string why) => Refusal = why;

    /// <summary>Everything the customer wrote that this turn knows of, the burst included.</summary>
    public string Written => written;

    /// <summary>All that the deterministic ear heard in this burst.</summary>
    public Heard Heard { get; } = talk.Heard;

    /// <summary>What of it is beyond doubt.</summary>
    public PlainWords Plain { get; } = new(talk.Heard);

    /// <summary>
    /// The customer, in this burst, said yes and nothing besides; it answers the summary of an earlier turn, which is not too long ago,
    /// and nothing has changed since. A model cannot confirm for a customer.
    /// </summary>
    public async Task<bool> IsConfirmedAsync() => await IsYesToSummaryAsync() && SummaryAge.IsFresh(talk);

    /// <summary>Such a yes, but to a summary that the customer no longer sees: it is shown again first.</summary>
    public async Task<bool> IsConfirmedTooLateAsync() => await IsYesToSummaryAsync() && !SummaryAge.IsFresh(talk);

    /// <summary>The customer's own words say that they paid.</summary>
    public bool IsClaimed => Heard.Has(Intent.Paid) || TypedReferences.In(talk.Text) is not null;

    /// <summary>The customer's own words call an order off; they call off one, however often a model repeats it.</summary>
    public bool TakesCancelling()
    {
        if (tookCancelling || !Heard.Has(Intent.CancelOrder) || Heard.Lines.Any(line => line.Action == LineAction.Remove)) return false;
        return tookCancelling = true;
    }

    /// <summary>How a thing is to be made: in the words that the model found, if the customer wrote them, else in those that the ear heard.</summary>
    /// <returns>Null when nothing was said of it.</returns>
    public string? WishOf(Guid product, string? note)
    {
        var heard = Heard.Wishes.Where(wish => !wish.IsOfOrder && (wish.About is not { } about || about.Candidates.Any(item => item.Id == product))).ToList();
        keptWishes.AddRange(heard);
        return note ?? (heard.Count == 0 ? null : string.Join(", ", heard.Select(wish => wish.Text)));
    }

    /// <summary>Whether every word stands in what the customer wrote: a model words nothing for them.</summary>
    public bool IsWritten(string text, string? also = null)
    {
        var known = $"{Written} {also}";
        return text.Split([' ', ',', '.', '\n'], StringSplitOptions.RemoveEmptyEntries).All(word => known.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Lets the dialogue put in the goods that were counted in plain words, with the wishes that were said of them.</summary>
    public async Task<string> TakeGoodsAsync()
    {
        if (Plain.AreGoodsTaken) return "Done already: all that the customer counted in plain words is in the order, as they said it.";
        return await DoAsync(Nothing, async said =>
        {
            await Plain.TakeGoodsAsync(said);
            keptWishes.AddRange(Heard.Wishes.Except(said.Heard.Wishes));
        });
    }

    /// <summary>How the order gets to the customer, as the model understood it.</summary>
    public Task<string> HandOverAsync(Heard understood)
    {
        isHandOverSettled = true;
        return DoAsync(understood, Delivering.TakeAsync);
    }

    /// <summary>
    /// What was plainly said and no tool was called for is done all the same; not where it hangs on something ("only if it is fresh"), which a
    /// model may have answered in words.
    /// </summary>
    /// <returns>Whether there was anything.</returns>
    public async Task<bool> FinishPlainAsync()
    {
        if (talk.Listener.Agreement.SaysCondition(talk.Text)) return false;
        var (said, goods) = (talk.Said.Count, Plain is { HasGoods: true, AreGoodsTaken: false });
        if (goods) await TakeGoodsAsync();
        goods |= await Plain.TakeUncountedAsync(talk);
        if (!isHandOverSettled && !talk.AsksNow) await Plain.TakeHandOverAsync(talk);
        talk.Heard = Nothing;
        return goods || talk.Said.Count > said;
    }

    /// <summary>A wish that no tool was called for is kept all the same; one about a thing that is not ordered yet begins its line.</summary>
    public async Task KeepWishesAsync()
    {
        Talk.Heard = Nothing with { Wishes = [.. Heard.Wishes.Except(keptWishes)] };
        if (Talk.Heard.Wishes.Count == 0) return;
        await Wishes.AttachAsync(Talk);
        await Ordering.TakeAsync(Talk);
        await Wishes.TakeAsync(Talk);
        Talk.Heard = Nothing;
    }

    /// <summary>Lets the dialogue read what was heard as the answer to its question.</summary>
    /// <returns>For the model, as <see cref="DoAsync(Heard, Func{Talk, Task})"/>; null: it was no answer.</returns>
    public async Task<string?> AnsweredAsync(Func<Talk, Task> question)
    {
        if (talk.AsksNow || tookAnswer) return null;

        var asked = talk.Asked;
        var told = await DoAsync(Heard, question);
        tookAnswer = talk.Asked != asked;
        return tookAnswer ? told : null;
    }

    public async Task<OpenOrders> OrdersAsync()
    {
        if (orders is not null) return orders;
        var found = await talk.CallAsync(new FindOpenOrdersCall());
        return orders = found.Succeeded ? found.Value : new OpenOrders([], null);
    }

    public Task<string> DoAsync(Intent intent, Func<Talk, Task> concern) => DoAsync(Nothing with { Intents = new Dictionary<Intent, double> { [intent] = 1 } }, concern);

    /// <summary>Lets a concern of the guided dialogue do what the model understood.</summary>
    /// <returns>For the model: what the customer reads because of it.</returns>
    public async Task<string> DoAsync(Heard understood, Func<Talk, Task> concern)
    {
        var before = talk.Said.Count;
        talk.Heard = understood;
        await concern(talk);
        talk.Heard = Nothing;
        orders = null;
        return talk.Said.Count == before
            ? "Done. The system goes on with the next question to the customer by itself."
            : $"Done. The customer reads this from the system, so do not repeat it: {PromptData.Quote(string.Join(' ', talk.Said.Skip(before)))}";
    }

    // A yes that answered another question of the system confirms nothing besides.
    private async Task<bool> IsYesToSummaryAsync() =>
        !tookAnswer && Heard.Has(Intent.Yes) && !Heard.HasAny(Intent.No, Intent.CancelOrder, Intent.ClearCart, Intent.Wait) && !Heard.HasContent && !Heard.IsQuestion && !Heard.IsHalfYes
        && talk.Asked is null or Asked.Confirm && !talk.OrderMoved && (await talk.CartAsync()) is { IsEmpty: false, SummaryShownEarlier: true };
}
