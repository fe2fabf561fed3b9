using System.Globalization;
using System.Text;
using HaloAgent.Businesses;
using HaloAgent.Languages;
using Xunit;

namespace HaloAgent.UnitTests.Languages;

public sealed class PhrasebookTests
{
    public static TheoryData<string, Tone> Books => [.. LanguageResources.Codes.SelectMany(code => Enum.GetValues<Tone>().Select(tone => new TheoryDataRow<string, Tone>(code, tone)))];

    [Fact]
    public void English_is_there() => Assert.Contains("en", LanguageResources.Codes);

    [Theory]
    [MemberData(nameof(Books))]
    public void A_language_says_everything_and_nothing_unknown(string language, Tone tone) =>
        Assert.Equal(PhraseKeys.All.Order(StringComparer.Ordinal), Phrasebook.For(language, tone).Phrases.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Books))]
    public void Every_language_fills_the_same_holes_as_English(string language, Tone tone)
    {
        var english = Phrasebook.For("en").Phrases;
        Assert.All(Phrasebook.For(language, tone).Phrases, phrase => Assert.Empty(phrase.Value.Holes.Except(english[phrase.Key].Holes)));
    }

    [Theory]
    [MemberData(nameof(Books))]
    public void Only_a_warm_shop_uses_an_emoji_and_at_most_one(string language, Tone tone) =>
        Assert.All(Phrasebook.For(language, tone).Phrases.Values, phrase => Assert.InRange(
            phrase.Text.EnumerateRunes().Count(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol), 0, tone == Tone.Warm ? 1 : 0));

    [Theory]
    [MemberData(nameof(Books))]
    public void Letters_are_composed_as_phones_show_them(string language, Tone tone) =>
        Assert.All(Phrasebook.For(language, tone).Phrases.Values, phrase => Assert.True(phrase.Text.IsNormalized(NormalizationForm.FormC), phrase.Text));

    [Fact]
    public void A_language_without_a_folder_speaks_English() => Assert.Equal("en", Phrasebook.For("tlh").Language);

    [Fact]
    public void A_missing_value_is_never_read_by_a_customer() =>
        Assert.Throws<InvalidOperationException>(() => Phrasebook.For("en").Say(PhraseKeys.OrderPreparing));

    [Theory]
    [InlineData(1, "2. Rice (1 item)")]
    [InlineData(3, "2. Rice (3 items)")]
    public void The_plural_fits_the_number(int count, string line) =>
        Assert.Equal(line, Phrasebook.For("en").Say(PhraseKeys.MenuCategoryLine, ("place", 2), ("category", "Rice"), ("count", count)));

    [Fact]
    public void A_rejected_payment_says_why_and_how_to_go_on() => Assert.Equal(
        "We could not confirm your payment for order 0001: no transfer seen\nThe reference is *HA-2222-2222* and the amount is *₦12,800*. Send *I have paid* once that is sorted out, or *person* to talk to somebody.",
        Phrasebook.For("en").Say(PhraseKeys.PaymentRejected, ("number", "0001"), ("reason", "no transfer seen"), ("reference", "HA-2222-2222"), ("total", Money.FromNaira(12_800))));
}
