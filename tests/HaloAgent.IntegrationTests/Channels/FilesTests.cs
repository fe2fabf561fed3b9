using HaloAgent.Contracts.Conversations;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Media;
using Xunit;

namespace HaloAgent.IntegrationTests.Channels;

/// <summary>A file that is not kept: the customer is told, the owner reads why, and may ask for it once more where that can help.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class FilesTests(WholePath path)
{
    private const string Png = "iVBORw0KGgo=";

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

    private async Task<Guid> SentAsync(string base64, string type, string? fault = null)
    {
        var phone = path.NewPhone();
        if (fault is not null) await phone.SwitchAsync(fault);
        await phone.SendAsync(new { from = phone.Address, to = path.Shop.Account.Address, body = "", media = new[] { new { data = base64, contentType = type } } });
        await phone.HearAsync(all => all.Count >= 1);
        return phone.ConversationId(path.Log.Index);
    }

    private async Task<(string? Why, bool MayFetch)> ReasonAsync(Guid conversation)
    {
        var page = await path.Database.UseAsync<ReadTranscript, Outcome<Page<MessageView>>>(read => read.HandleAsync(path.Shop.Id, conversation, 50, null, default));
        var message = page.Value.Items.First(one => one.Direction == "inbound");
        return (message.FailureReason, message.MayFetchFiles);
    }

    private Task<Outcome<Guid>> AskAsync(Guid conversation, long message, Guid business) =>
        path.UseAsync<FetchFilesAgain, Outcome<Guid>>(fetch => fetch.HandleAsync(business, conversation, message, default));

    private Task<long> KeptAsync(Guid conversation) => path.Log.ScalarAsync<long>("SELECT count(*) FROM media_assets WHERE conversation_id = $1", conversation);
}
