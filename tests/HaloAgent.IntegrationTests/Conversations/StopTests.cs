using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Messaging;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>Who writes STOP hears nothing more, whoever has the chat, until they write START.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class StopTests(WholePath path)
{
    [Fact]
    public async Task Stop_silences_the_agent_and_withdraws_what_waits_and_start_brings_it_back()
    {
        var chat = path.NewChat();
        await chat.Phone.AskAsync("hello", "You said: hello");
        await chat.Phone.AskAsync("STOP", "any more messages");

        await chat.Phone.SayAsync("anyone?");
        await chat.ClosedAsync();
        await chat.Phone.AskAsync("START", "Welcome back");
        await chat.Phone.AskAsync("hello again", "You said: hello again");

        Assert.DoesNotContain(await chat.Phone.ReceivedAsync(), text => text.Contains("anyone", StringComparison.Ordinal));
        Assert.Equal(2L, await path.Log.ScalarAsync<long>("SELECT count(*) FROM consents WHERE contact_id = (SELECT contact_id FROM conversations WHERE id = $1)", chat.Id));
    }

    [Fact]
    public async Task Stop_withdraws_what_was_not_sent_yet()
    {
        var chat = path.NewChat();
        await chat.Phone.SwitchAsync("429", times: 1, retryAfter: 3);
        await chat.Phone.SayAsync("hello");
        await Eventually.IsTrueAsync(async () => await chat.RepliesAsync() is [{ Status: DeliveryStatus.Queued, Attempts: 1 }], "it waits");

        await chat.Phone.SayAsync("stop");

        Assert.Contains("any more messages", Assert.Single(await chat.Phone.HearAsync(all => all.Count >= 1)), StringComparison.Ordinal);
        Assert.Equal(DeliveryStatus.Withdrawn, (await chat.RepliesAsync())[0].Status);
    }

    [Fact]
    public async Task Stop_counts_also_while_a_person_has_the_chat()
    {
        var chat = path.NewChat();
        await chat.Phone.AskAsync("hello", "You said: hello");
        await chat.TakeOverAsync();

        await chat.Phone.SayAsync("STOP");
        await chat.ClosedAsync();
        await chat.SayAsMemberAsync("One more thing");

        var refused = await Eventually.BecomesAsync(() => chat.RepliesAsync(), rows => rows.Count == 2);
        Assert.Equal((DeliveryStatus.Failed, "opted_out"), (refused[1].Status, refused[1].FailureCode));
        Assert.Equal(["You said: hello"], await chat.Phone.ReceivedAsync());
    }
}
