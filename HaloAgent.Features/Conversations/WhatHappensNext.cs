using System.Globalization;
using HaloAgent.Businesses;
using HaloAgent.Languages;

namespace HaloAgent.Conversations;

/// <summary>
/// When a customer who waits for a person may hear from one: from the shop's opening hours and nothing else. Nobody has promised
/// minutes, so none are said.
/// </summary>
public static class WhatHappensNext
{
    /// <returns>Null where the shop has told no opening hours.</returns>
    public static string? Say(Phrasebook phrases, Business business, DateTimeOffset now)
    {
        if (business.IsOpen(now)) return phrases.Say(PhraseKeys.NextOpenNow);
        if (business.NextOpening(now) is not { } next) return null;
        var opens = next.Opens.ToString("HH:mm", CultureInfo.InvariantCulture);
        return next.IsToday
            ? phrases.Say(PhraseKeys.NextOpensToday, ("opens", opens))
            : phrases.Say(PhraseKeys.NextOpensOn, ("day", phrases.Say(PhraseKeys.Day(next.Day))), ("opens", opens));
    }
}
