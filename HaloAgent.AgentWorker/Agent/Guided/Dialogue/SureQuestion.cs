using System.Globalization;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.Languages;
using HaloAgent.Orders;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>
/// What must not be guessed (that a placed order is to go, that offers are welcome) is asked about with yes or no. Only a plain yes in
/// the very next message is one, and only within half a day: later it may be a yes to something else.
/// </summary>
internal static class SureQuestion
{
    private const string Slot = "sure";
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(12);
    private static readonly Intent[] BesideYes = [Intent.Yes, Intent.Done, Intent.Greeting, Intent.Thanks, Intent.Want, Intent.CancelOrder];

    public static bool IsOne(string? asked) => asked is Asked.SureToCancel or Asked.Offers;

    public static void AskToCancel(Talk talk, OrderFacts order)
    {
        talk.Say(PhraseKeys.CancelSure, ("number", order.Number));
        Ask(talk, Asked.SureToCancel, order.Id);
    }

    public static void AskForOffers(Talk talk)
    {
        talk.Say(PhraseKeys.OffersAsk, ("shop", talk.Shop.Name));
        Ask(talk, Asked.Offers, Guid.Empty);
    }

    /// <returns>Whether the burst was the answer.</returns>
    public static async Task<bool> TakeAsync(Talk talk)
    {
        if (!IsOne(talk.Asked) || AboutWhat(talk) is not { } about || talk.Heard.HasContent || talk.Heard.IsQuestion) return false;

        var (asked, no) = (talk.Asked, talk.Heard.Has(Intent.No));
        var yes = talk.Heard.Has(Intent.Yes) && talk.Heard.IsOnly(BesideYes) && (!talk.Heard.IsHalfYes || talk.Heard.Has(Intent.CancelOrder));
        if (!yes && !no) return false;

        talk.Heard = talk.Heard.Without(Intent.Yes, Intent.No, Intent.Done, Intent.CancelOrder, Intent.Want);
        talk.AskNothing();
        talk.Digress();
        if (asked == Asked.Offers) await SetOffersAsync(talk, wanted: yes);
        else if (yes) await Cancelling.CancelAsync(talk, about);
        else await Tracking.TellAsync(talk, about);
        return true;
    }

    private static async Task SetOffersAsync(Talk talk, bool wanted)
    {
        if (await talk.CallAsync(new SetMarketingConsentCall(wanted)) is { Succeeded: true }) talk.Say(wanted ? PhraseKeys.OffersOn : PhraseKeys.OffersOff);
    }

    private static void Ask(Talk talk, string asked, Guid about)
    {
        talk.Keep(Slot, string.Create(CultureInfo.InvariantCulture, $"{about:N} {talk.Turn.Now:O}"));
        talk.List([]);
        talk.Ask(asked);
    }

    private static Guid? AboutWhat(Talk talk) =>
        talk.Slot(Slot)?.Split(' ') is [var about, var at] && Guid.TryParseExact(about, "N", out var id)
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var asked) && talk.Turn.Now - asked <= Fresh
            ? id
            : null;
}
