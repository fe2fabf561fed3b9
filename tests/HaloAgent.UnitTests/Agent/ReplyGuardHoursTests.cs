using Xunit;

namespace HaloAgent.UnitTests.Agent;

/// <summary>Open on Monday and Tuesday from 8 to 22, on Sunday from 12 to 20, and closed on the others. Today is Monday.</summary>
public class ReplyGuardHoursTests
{
    [Theory]
    [InlineData("We open on Sunday from 12pm to 8pm.")]
    [InlineData("On Sundays we are open from 12:00 to 20:00.")]
    [InlineData("Mon – Tue 8am – 10pm, Sun 12pm – 8pm.")]
    [InlineData("Monday to Friday 8 am to 10 pm, Sunday 12 pm to 8 pm.")]
    [InlineData("We open at 8am and close at 10 pm on weekdays.")]
    [InlineData("8am to 10pm on weekdays and 12pm to 8pm on Sundays.")]
    [InlineData("We are open on Monday and Tuesday, 8am to 10pm.")]
    [InlineData("We close at 10pm on Monday but at 8pm on Sunday.")]
    [InlineData("We are open until 10pm today.")]
    [InlineData("We dey open till 10pm today.")]
    [InlineData("Mun bude yau har 10pm.")]
    [InlineData("Ọjọ́ Àìkú: 12pm – 8pm.")]
    [InlineData("We open at 8am.")]
    [InlineData("We open by 8am and close by 10pm, and on Sunday from 12pm to 8pm.")]
    [InlineData("We are open Monday and Tuesday (8am – 10pm) and Sunday (12pm – 8pm).")]
    public void The_hours_of_a_day_are_told(string text) => Assert.Equal(text, new GuardedTurn().Says(text));

    [Theory]
    [InlineData("We open on Sunday from 8am.")] // Monday's
    [InlineData("Open on Sunday from 8am to 8pm.")]
    [InlineData("We close at 8pm on Monday.")]
    [InlineData("Mon – Sun 8am – 10pm.")]
    [InlineData("We open every day at 8am.")]
    [InlineData("Monday 8am – 10pm, Sunday 8am – 10pm.")]
    [InlineData("8am to 10pm on weekdays and 8am to 10pm on Sundays.")]
    [InlineData("We open on Saturday from 8am.")] // closed
    [InlineData("We are open until 8pm today.")]
    [InlineData("Lahadi: 8am zuwa 10pm.")]
    public void The_hours_of_another_day_are_not(string text) => Assert.DoesNotContain(text, new GuardedTurn().Says(text), StringComparison.Ordinal);
}
