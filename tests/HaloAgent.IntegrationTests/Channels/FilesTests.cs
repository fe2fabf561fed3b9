using HaloAgent.AgentWorker.Orders;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Media;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Channels;

/// <summary>A file that is not kept: the customer is told, the owner reads why, and may ask for it once more where that can help.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class FilesTests(WholePath path)
{
    private const string Png = "iVBORw0KGgo=";

    private readonly Dictionary<Guid, TwilioPhone> phones = [];

    [Fact]
    public async Task A_file_over_the_limit_is_not_kept_and_the_owner_reads_why()
    {
        var conversation = await SentAsync(new string('A', ((MediaAsset.MaxBytes / 3) + 2) * 4), "image/png");

        Assert.Equal(("The file is larger than 16 MB.", false), await ReasonAsync(conversation));
        Assert.Equal(0, await KeptAsync(conversation));
    }

    [Fact]
    public async Task A_file_of_a_kind_that_is_not_accepted_is_not_kept_and_the_owner_reads_why()
    {
        // A program for Windows under the name of a picture.
        var conversation = await SentAsync("TVqQAAMAAAAEAAAA", "image/png");

        Assert.Equal(("This kind of file is not accepted.", false), await ReasonAsync(conversation));
        Assert.Equal(0, await KeptAsync(conversation));
    }

    [Fact]
    public async Task A_file_that_the_provider_did_not_give_comes_when_a_member_asks_once_more()
    {
        var conversation = await SentAsync(Png, "image/png", "media-404");
        Assert.Equal(("WhatsApp does not give the file, or has it no longer.", true), await ReasonAsync(conversation));
        var message = Assert.Single(await path.Log.InboundAsync(conversation)).Id;

        Assert.Equal("not_found", (await AskAsync(Guid.CreateVersion7(), message, path.Shop.Id)).Failure?.Code);
        Assert.Equal("not_found", (await AskAsync(conversation, message, Guid.CreateVersion7())).Failure?.Code);
        Assert.True((await AskAsync(conversation, message, path.Shop.Id)).Succeeded);

        await Eventually.IsTrueAsync(async () => await KeptAsync(conversation) == 1 && (await ReasonAsync(conversation)).Why is null, "the file is there, and no reason any more");
        Assert.Equal("nothing_to_fetch", (await AskAsync(conversation, message, path.Shop.Id)).Failure?.Code);
        Assert.Equal(1, await KeptAsync(conversation));
    }

    [Fact]
    public async Task A_fetch_that_fails_again_is_told_though_the_reason_is_the_same_and_no_other_shop_writes_beside_a_message()
    {
        var conversation = await SentAsync(Png, "image/png", "media-404", times: 2);
        var message = Assert.Single(await path.Log.InboundAsync(conversation)).Id;
        Assert.Equal(1, (await MessageAsync(conversation)).FetchAttempts);

        Assert.True((await AskAsync(conversation, message, path.Shop.Id)).Succeeded);
        await Eventually.IsTrueAsync(async () => (await MessageAsync(conversation)).FetchAttempts == 2, "it was asked for in vain again");
        await path.UseAsync<NoteMissingFiles, bool>(async note =>
        {
            await note.HandleAsync(Guid.CreateVersion7(), conversation, message, null, mayCome: false, default);
            return true;
        });

        Assert.Equal(("WhatsApp does not give the file, or has it no longer.", true), await ReasonAsync(conversation));
        Assert.Equal(2, (await MessageAsync(conversation)).FetchAttempts);
    }

    [Fact]
    public async Task Asked_for_several_times_at_once_it_is_fetched_once()
    {
        var conversation = await SentAsync(Png, "image/png", "media-404");
        var message = Assert.Single(await path.Log.InboundAsync(conversation)).Id;
        await phones[conversation].SwitchAsync("media-404", times: 1, delayMs: 3000);

        for (var press = 0; press < 3; press++) Assert.True((await AskAsync(conversation, message, path.Shop.Id)).Succeeded);

        await Eventually.IsTrueAsync(async () => (await MessageAsync(conversation)).FetchAttempts == 2, "it was asked for once more");
        // Had another one been under way, it would have brought the file: the fault was for one request.
        Assert.Equal(0, await KeptAsync(conversation));
    }

    [Fact]
    public async Task A_picture_that_came_before_the_order_and_is_fetched_after_it_is_no_claim_of_a_payment()
    {
        var conversation = await SentAsync(Png, "image/png", "media-404");
        var message = Assert.Single(await path.Log.InboundAsync(conversation)).Id;
        var order = await OrderAsync(conversation);

        Assert.True((await AskAsync(conversation, message, path.Shop.Id)).Succeeded);

        await Eventually.IsTrueAsync(async () => await KeptAsync(conversation) == 1 && (await ReasonAsync(conversation)).Why is null, "the file is there");
        Assert.Equal(OrderStatus.PendingPayment, await path.Database.ReadAsync(db => db.Orders.Where(o => o.Id == order).Select(o => o.Status).SingleAsync()));
        Assert.Equal(0, await path.Log.ScalarAsync<long>("SELECT count(*) FROM payments WHERE order_id = $1", order));
    }

    /// <summary>By the worker, whose clock goes as that of the messages.</summary>
    private async Task<Guid> OrderAsync(Guid conversation)
    {
        var jollof = await path.Shop.SellAsync("Jollof rice", 3500, stock: 100);
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new AddToCartCall(jollof.Id, null, 2), cancel);
            await tools.CallAsync(new ChoosePickupCall(), cancel);
            await tools.CallAsync(new ShowSummaryCall(), cancel);
            return ScriptedBrain.Say(turn, "Shall I place it?");
        });
        await phones[conversation].AskAsync("2 jollof, pickup", "Shall I");
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new PlaceOrderCall(), cancel);
            return ScriptedBrain.Say(turn, "Placed");
        });
        await phones[conversation].AskAsync("yes", "Placed");
        return await path.Log.ScalarAsync<Guid>("SELECT id FROM orders WHERE conversation_id = $1", conversation);
    }

    private async Task<Guid> SentAsync(string base64, string type, string? fault = null, int times = 1)
    {
        var phone = path.NewPhone();
        if (fault is not null) await phone.SwitchAsync(fault, times);
        await phone.SendAsync(new { from = phone.Address, to = path.Shop.Account.Address, body = "", media = new[] { new { data = base64, contentType = type } } });
        await phone.HearAsync(all => all.Count >= 1);
        var conversation = phone.ConversationId(path.Log.Index);
        phones[conversation] = phone;
        return conversation;
    }

    private async Task<(string? Why, bool MayFetch)> ReasonAsync(Guid conversation)
    {
        var message = await MessageAsync(conversation);
        return (message.FailureReason, message.MayFetchFiles);
    }

    private async Task<MessageView> MessageAsync(Guid conversation)
    {
        var page = await path.Database.UseAsync<ReadTranscript, Outcome<Page<MessageView>>>(read => read.HandleAsync(path.Shop.Id, conversation, 50, null, default));
        return page.Value.Items.First(one => one.Direction == "inbound");
    }

    private Task<Outcome<Guid>> AskAsync(Guid conversation, long message, Guid business) =>
        path.UseAsync<FetchFilesAgain, Outcome<Guid>>(fetch => fetch.HandleAsync(business, conversation, message, default));

    private Task<long> KeptAsync(Guid conversation) => path.Log.ScalarAsync<long>("SELECT count(*) FROM media_assets WHERE conversation_id = $1", conversation);
}
