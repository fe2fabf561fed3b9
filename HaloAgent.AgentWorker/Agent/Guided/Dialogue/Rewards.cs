using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// The customer's points: how many there are, and taking them off the order. How much that is the cart reckons; where the shop has not
/// set what a point is worth, a person is asked.
/// </summary>
internal static class Rewards
{
    public static async Task TakeAsync(Talk talk)
    {
        var (keep, use, ask) = (talk.Take(Intent.KeepPoints), talk.Take(Intent.UsePoints), talk.Take(Intent.Points));
        if (keep) await KeepAsync(talk);
        else if (use) await UseAsync(talk);
        else if (ask) await TellAsync(talk);
    }

    private static async Task UseAsync(Talk talk)
    {
        if (talk.Shop.Loyalty is null)
        {
            await AskOwnerAsync(talk);
            return;
        }

        var used = await talk.CallAsync(new UsePointsCall(Use: true));
        if (!used.Succeeded) await TellAsync(talk);
        else if (used.Value.PointsUsed > 0) talk.OrderMoved = true;
        else Answer(talk, PhraseKeys.PointsNext);
    }

    private static async Task KeepAsync(Talk talk)
    {
        if (await talk.CallAsync(new UsePointsCall(Use: false)) is not { Succeeded: true, Value: var cart }) return;
        talk.Say(PhraseKeys.PointsKept);
        if (cart.IsEmpty) talk.Digress();
        else talk.OrderMoved = true;
    }

    private static async Task TellAsync(Talk talk)
    {
        var balance = await talk.CallAsync(new ReadPointsCall());
        if (!balance.Succeeded) return;
        talk.Digress();
        if (balance.Value is { Points: > 0, Worth: { } worth }) talk.SayText(talk.Phrase(PhraseKeys.Points, ("points", balance.Value.Points)) + " " + talk.Phrase(PhraseKeys.PointsWorth, ("worth", worth)));
        else talk.Say(PhraseKeys.Points, ("points", balance.Value.Points));
    }

    private static async Task AskOwnerAsync(Talk talk)
    {
        var asked = await talk.CallAsync(new AskToRedeemPointsCall());
        if (asked.Succeeded) Answer(talk, PhraseKeys.PointsAsked, ("points", asked.Value.Points));
        else await TellAsync(talk);
    }

    private static void Answer(Talk talk, string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        talk.Say(key, values);
        talk.Digress();
    }
}
