using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>"I want jollof" puts one in; a bare number right after it says how many it was to be.</summary>
internal static class ImpliedOne
{
    private const string Slot = "implied-one";
    private const int Most = 50;

    /// <summary>A thing came into the cart without a number. Of several that did, none is meant by a number.</summary>
    public static void Note(Talk talk, Guid product, Guid? variant) => talk.Keep(Slot, talk.Slot(Slot) is null ? $"{product:N} {variant:N}" : "");

    /// <summary>Takes the number, where nothing numbered was listed and nothing else was said.</summary>
    public static async Task TakeAsync(Talk talk)
    {
        var kept = talk.Slot(Slot)?.Split(' ');
        talk.Keep(Slot, null);
        if (kept is not [var product, var variant] || !Guid.TryParseExact(product, "N", out var id) || talk.Asked is not (Asked.Fulfillment or null) || talk.Listed.Count > 0 || talk.Pending.Count > 0) return;
        if (talk.Heard is not { BareNumber: > 1 and <= Most and var count, Lines.Count: 0, Swaps.Count: 0, IsQuestion: false, Address: null } heard || !heard.IsOnlyOrNothing(Intent.Yes)) return;
        talk.Heard = heard.WithoutPicks().Without(Intent.Yes);
        await Ordering.DoAsync(talk, [new OpenLine(LineAction.Set, count, [id], Guid.TryParseExact(variant, "N", out var of) ? [of] : [], false)]);
    }
}
