using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>A person who has the chat may be offered an answer; making it changes nothing.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class DraftReplyTests(WholePath path)
{
    [Fact]
    public async Task A_draft_answers_from_what_is_stored_and_changes_nothing()
    {
        await path.Shop.SellAsync("Goat pepper soup", 3100, stock: 100);
        var chat = path.NewChat();
        await chat.Phone.AskAsync("hello", "You said: hello");
        await chat.TakeOverAsync();
        await chat.Phone.SayAsync("how much is goat pepper soup?");
        await chat.ClosedAsync();
        var before = await CountsAsync(chat.Id);

        await DraftAsync(chat.Id, draft => draft.ByAgent && draft.Text.Contains("₦3,100", StringComparison.Ordinal));

        Assert.Equal(before, await CountsAsync(chat.Id));
    }

    [Fact]
    public async Task Where_an_answer_would_be_a_deed_the_template_is_offered_instead_and_nothing_is_done()
    {
        await path.Shop.SellAsync("Catfish pepper soup", 3200, stock: 100);
        var chat = path.NewChat();
        await chat.Phone.AskAsync("hello", "You said: hello");
        await chat.TakeOverAsync();
        await chat.Phone.SayAsync("add 2 catfish pepper soup");
        await chat.ClosedAsync();

        await DraftAsync(chat.Id, draft => !draft.ByAgent && draft.Text.Contains("How can I help you?", StringComparison.Ordinal));

        Assert.Equal(0L, await path.Log.ScalarAsync<long>("SELECT count(*) FROM carts WHERE contact_id = (SELECT contact_id FROM conversations WHERE id = $1)", chat.Id));
        Assert.Equal(FailureKind.NotFound, (await path.UseAsync<SuggestReply, Outcome<ReplyDraft>>(suggest => suggest.HandleAsync(Guid.CreateVersion7(), chat.Id, default))).Failure?.Kind);
    }

    /// <summary>More than once, if need be: the worker may know the shop as it was a second ago.</summary>
    private Task<ReplyDraft> DraftAsync(Guid conversation, Predicate<ReplyDraft> wanted) => Eventually.BecomesAsync(
        async () => (await path.UseAsync<SuggestReply, Outcome<ReplyDraft>>(suggest => suggest.HandleAsync(path.Shop.Id, conversation, default))).Value, wanted);

    private Task<string> CountsAsync(Guid conversation) => path.Log.ScalarAsync<string>(
        """
        SELECT concat_ws('/', (SELECT count(*) FROM message_logs WHERE conversation_id = $1), (SELECT count(*) FROM turns WHERE conversation_id = $1),
                         (SELECT count(*) FROM escalations WHERE conversation_id = $1), (SELECT epoch FROM conversations WHERE id = $1))
        """,
        conversation);
}
