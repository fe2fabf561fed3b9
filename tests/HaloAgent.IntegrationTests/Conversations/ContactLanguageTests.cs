using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>The language a customer writes in is the turn's, and the contact's from then on.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class ContactLanguageTests(WholePath path)
{
    [Fact]
    public async Task A_contact_speaks_what_was_written_last_and_a_short_word_changes_nothing()
    {
        var phone = path.NewPhone();
        path.Brain.Teach(phone.ConversationId(path.Log.Index), (turn, _, _) => Task.FromResult(ScriptedBrain.Say(turn, $"answered in {turn.Contact.Language}")));

        await phone.SayAsync("abeg wetin una dey sell");
        await phone.HearAsync(heard => heard is ["answered in pcm"]);
        await phone.SayAsync("ok");
        await phone.HearAsync(heard => heard is [_, "answered in pcm"]);
        Assert.Equal("pcm", await LanguageOfAsync(phone));

        await phone.SayAsync("Please, how much is the delivery to Ikeja?");
        await phone.HearAsync(heard => heard is [_, _, "answered in en"]);
        await phone.SayAsync("ku yi min magana da Hausa");
        await phone.HearAsync(heard => heard is [.., "answered in ha"]);
        await phone.SayAsync("Where is my order, please?");
        await phone.HearAsync(heard => heard.Count == 5 && heard[^1] == "answered in ha");
        Assert.Equal("ha", await LanguageOfAsync(phone));
    }

    private Task<string> LanguageOfAsync(TwilioPhone phone)
    {
        var conversation = phone.ConversationId(path.Log.Index);
        return path.Database.ReadAsync(db => db.Conversations.Where(c => c.Id == conversation).Join(db.Contacts, c => c.ContactId, c => c.Id, (_, contact) => contact.Language).SingleAsync());
    }
}
