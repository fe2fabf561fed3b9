using HaloAgent.AgentWorker.Orders;
using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>Pictures and documents are kept also when no turn is there to keep them.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class FilesOfTakenChatsTests(WholePath path)
{
    [Fact]
    public async Task A_receipt_that_comes_while_a_person_has_the_chat_is_kept_and_is_the_orders()
    {
        var chat = path.NewChat();
        await chat.ShowSummaryAsync();
        chat.Teach(async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new PlaceOrderCall(), cancel);
            return ScriptedBrain.Say(turn, "Placed");
        });
        await chat.Phone.AskAsync("yes", "Placed");
        await chat.TakeOverAsync();

        await chat.SendPictureAsync("");

        await Eventually.IsTrueAsync(
            async () => await path.Log.ScalarAsync<long>(
                "SELECT count(*) FROM receipts r JOIN payments p ON p.id = r.payment_id JOIN orders o ON o.id = p.order_id WHERE o.conversation_id = $1", chat.Id) == 1,
            "the receipt is the order's");
        Assert.Equal(1, await path.Log.ScalarAsync<long>("SELECT count(*) FROM media_assets WHERE conversation_id = $1", chat.Id));
        Assert.Equal("awaiting_confirmation", await path.Log.ScalarAsync<string>("SELECT status FROM orders WHERE conversation_id = $1", chat.Id));
        await chat.ClosedAsync();
    }

    [Fact]
    public async Task What_a_cut_off_turn_had_done_is_told_before_its_files_have_come()
    {
        var chat = path.NewChat();
        await chat.ShowSummaryAsync();
        var placed = chat.TeachToPlaceAndHang();
        await chat.Phone.SwitchAsync("media-404");
        await chat.SendPictureAsync("yes");
        await placed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await chat.Phone.SwitchAsync("media-slow", delayMs: 10_000);

        await chat.TakeOverAsync();

        await chat.Phone.HearAsync(all => all.Any(text => text.Contains("has been placed", StringComparison.Ordinal)));
        Assert.Equal(0, await path.Log.ScalarAsync<long>("SELECT count(*) FROM media_assets WHERE conversation_id = $1", chat.Id));
        await Eventually.IsTrueAsync(
            async () => await path.Log.ScalarAsync<long>("SELECT count(*) FROM media_assets WHERE conversation_id = $1", chat.Id) == 1
                && (await path.Log.InboundAsync(chat.Id)).TrueForAll(row => row.FailureCode is null),
            "the file has come");
    }

    [Fact]
    public async Task Files_of_a_turn_that_was_cut_off_while_it_fetched_them_can_be_asked_for_until_they_are_there()
    {
        var chat = path.NewChat();
        await chat.Phone.AskAsync("hello", "You said: hello");
        await chat.Phone.SwitchAsync("media-slow", times: 2, delayMs: 6000);
        await chat.SendPictureAsync("look");
        await Eventually.IsTrueAsync(
            async () => await path.Log.ScalarAsync<long>("SELECT count(*) FROM turns WHERE conversation_id = $1 AND status = 'Running'", chat.Id) == 1, "the turn fetches");

        await chat.TakeOverAsync();

        await Eventually.IsTrueAsync(async () => (await path.Log.InboundAsync(chat.Id))[^1].FailureCode == "file_not_fetched", "it can be asked for");
        await Eventually.IsTrueAsync(
            async () => await path.Log.ScalarAsync<long>("SELECT count(*) FROM media_assets WHERE conversation_id = $1", chat.Id) == 1
                && (await path.Log.InboundAsync(chat.Id))[^1].FailureCode is null,
            "the file has come");
    }
}
