using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>Open on Monday and Tuesday from 8 to 22, on Sunday from 12 to 20, and closed on the others. Today is Monday, and it is open.</summary>
public class ReplyGuardDayTests
{
    [Theory]
    [InlineData("We are open on Sunday.")]
    [InlineData("Yes, we are open on Sundays, Mondays and Tuesdays.")]
    [InlineData("On Wednesday we are closed.")]
    [InlineData("We are open on Monday but closed on Wednesday.")]
    [InlineData("We do not open on Fridays.")]
    [InlineData("We are closed from Wednesday to Saturday.")]
    [InlineData("Yes, we are open now.")]
    [InlineData("We are open today.")]
    [InlineData("We dey open on Sunday.")]
    [InlineData("We no dey open on Friday.")]
    [InlineData("Muna buɗewa ranar Lahadi.")]
    [InlineData("Thank you for choosing us today!")]
    [InlineData("Happy Sunday to you!")]
    [InlineData("Have a great weekend!")]
    [InlineData("When we are closed you can still write to us.")]
    public void A_day_that_is_on_record_is_told(string text) => Assert.Equal(text, new GuardedTurn().Says(text));

    [Theory]
    [InlineData("We are open on Friday.")]
    [InlineData("We are open every day.")]
    [InlineData("We open Monday to Saturday.")]
    [InlineData("We are closed on Sunday.")]
    [InlineData("We do not open on Sundays.")]
    [InlineData("We are open on Sunday and closed on Monday.")]
    [InlineData("We are closed right now.")]
    [InlineData("We are open 24/7.")]
    [InlineData("We never close.")]
    [InlineData("We dey open on Friday.")]
    [InlineData("A maa ń ṣí ní ọjọ́ Ẹtì.")]
    [InlineData("Muna buɗewa ranar Juma'a.")]
    [InlineData("Anyị na-emeghe na Fraịdee.")]
    [InlineData("Your order can be ready on Friday.")]
    [InlineData("Your dress is for Saturday.")]
    [InlineData("It will be ready today.")]
    [InlineData("You can have it tomorrow.")]
    [InlineData("Shall we bring it on Thursday?")]
    [InlineData("Expect it next week.")]
    [InlineData("E go ready for Friday.")]
    [InlineData("Zai iso gobe.")]
    [InlineData("Your rider comes on 5 December.")]
    [InlineData("You ordered this on Dec 1st.")]
    [InlineData("It was sent on 01/12/2026.")]
    public void A_day_that_is_not_is_no_fact(string text) => Assert.DoesNotContain(text, new GuardedTurn().Says(text), StringComparison.Ordinal);
}
