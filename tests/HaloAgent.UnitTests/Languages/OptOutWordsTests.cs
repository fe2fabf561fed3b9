using HaloAgent.Languages;
using Xunit;

namespace HaloAgent.UnitTests.Languages;

public sealed class OptOutWordsTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData("stop")]
    [InlineData("Stop.")]
    [InlineData(" STOP! ")]
    [InlineData("please stop")]
    [InlineData("s\u200Btop")]
    [InlineData("Unsubscribe")]
    [InlineData("stop messaging me")]
    [InlineData("Don't message me again")]
    [InlineData("please remove me from your list")]
    [InlineData("opt-out")]
    public void A_wish_to_be_left_alone_is_heard(string text) => Assert.Equal(OptOutWish.Stop, OptOutWords.Match(text));

    [Theory]
    [InlineData("Ẹ má fi message ránṣẹ́ sí mi mọ́")]
    [InlineData("ejowo e ma se fi message ranse si mi mo")]
    [InlineData("e yo nomba mi kuro")]
    [InlineData("e yee ko we si mi ma")]
    [InlineData("Kwụsị izitere m ozi")]
    [InlineData("biko unu ezitezila m ozi")]
    [InlineData("achoghizi m ozi unu")]
    [InlineData("wepu m na list")]
    public void It_is_heard_in_Yoruba_and_Igbo(string text) => Assert.Equal(OptOutWish.Stop, OptOutWords.Match(text));

    [Theory]
    [InlineData("I am tired of this. Please stop sending me messages, I did not ask for it")]
    [InlineData("I don't want your messages anymore please")]
    [InlineData("Take my number off your list abeg, I no be your customer")]
    [InlineData("una too dey disturb me. Stop. No send me anything again")]
    [InlineData("abeg make una no dey send me message again, e don do")]
    [InlineData("Ẹ jọ̀ọ́, ẹ má fi message ránṣẹ́ sí mi mọ́, ó ti sú mi")]
    [InlineData("Don Allah ku daina turo min saƙo, na gaji da ku")]
    [InlineData("Na gaji. Kar ku sake turo min komai")]
    [InlineData("Ike agwụla m. Biko kwụsị izitere m ozi")]
    public void A_clear_wish_is_heard_inside_a_longer_message(string text) => Assert.Equal(OptOutWish.Stop, OptOutWords.Match(text));

    [Theory]
    [InlineData("stop the rice, give me beans")]
    [InlineData("Stop. I want amala instead")]
    [InlineData("why did you stop sending me messages?")]
    [InlineData("I was asking why you stop sending me messages these days, did my order fail?")]
    [InlineData("don't send me cold food again")]
    [InlineData("don't stop messaging me o, I want to know when it is ready")]
    [InlineData("no more messages about the price, just send 2 jollof")]
    [InlineData("drop it at the last bus stop, don't send me another rider")]
    [InlineData("kar ku sake turo min abinci mai sanyi")]
    [InlineData("make una no stop to message me")]
    public void What_only_sounds_like_one_is_none(string text) => Assert.Equal(OptOutWish.None, OptOutWords.Match(text));

    [Theory]
    [InlineData("mi o fe mo")]
    [InlineData("e ma gbe e wa mo")]
    [InlineData("kagbuo order m")]
    [InlineData("achoghizi m ya")]
    public void Calling_an_order_off_is_no_such_wish(string text) => Assert.Equal(OptOutWish.None, OptOutWords.Match(text));

    [Theory]
    [InlineData("START")]
    [InlineData("start")]
    [InlineData("Unstop")]
    [InlineData("Subscribe please")]
    public void A_wish_to_hear_again_is_heard(string text) => Assert.Equal(OptOutWish.Start, OptOutWords.Match(text));

    [Theory]
    [InlineData("12 Allen avenue, last bus stop")]
    [InlineData("bus stop")]
    [InlineData("stop the order")]
    [InlineData("non stop")]
    [InlineData("when do you start delivering?")]
    [InlineData("cancel")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("\ud83d")]
    public void Anything_else_is_no_such_wish(string? text) => Assert.Equal(OptOutWish.None, OptOutWords.Match(text));
}
