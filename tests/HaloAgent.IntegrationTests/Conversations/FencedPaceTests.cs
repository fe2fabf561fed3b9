using HaloAgent.Agent;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Live;
using HaloAgent.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>Turns of one customer's chats that meet at the limit, claimed and ended by hand.</summary>
public sealed class FencedPaceTests(UnsweptPath unswept) : IClassFixture<UnsweptPath>
{
    private const int Limit = 3;

    private readonly WholePath path = unswept.Path;

    /// <summary>Each has its own writer, as in two silos: no group keeps them apart.</summary>
    [Fact]
    public async Task Of_two_chats_that_end_their_turns_at_the_same_moment_only_one_gets_what_is_left()
    {
        await using var one = OwnWriter();
        await using var other = OwnWriter();
        for (var round = 0; round < 20; round++)
        {
            var (first, second) = await TwoChatsAsync();

            var committed = await Task.WhenAll(CommitsAsync(one, first), CommitsAsync(other, second));

            Assert.Single(committed, done => done);
            Assert.Equal(2, (await path.Log.RepliesAsync(first.Conversation.Id)).Count + (await path.Log.RepliesAsync(second.Conversation.Id)).Count);
        }
    }

    [Fact]
    public async Task Who_was_too_late_sees_at_the_next_attempt_what_is_left()
    {
        var complete = path.Worker.GetRequiredService<CompleteTurn>();
        var (first, second) = await TwoChatsAsync();
        Assert.True(await CommitsAsync(complete, first));
        Assert.False(await CommitsAsync(complete, second));

        var again = await path.Worker.GetRequiredService<ClaimTurn>().ResumeAsync(second.Conversation.Id, default);

        Assert.Equal(1, again!.Conversation.Pace.LeftOf(Limit, TimeProvider.System.GetUtcNow()));
    }

    [Fact]
    public async Task What_still_waits_for_the_provider_counts_however_old_it_is()
    {
        var (first, second) = await TwoChatsAsync();
        Assert.True(await CommitsAsync(path.Worker.GetRequiredService<CompleteTurn>(), first));
        await path.Log.ScalarAsync<long>("UPDATE message_logs SET created_at = created_at - interval '4 minutes' WHERE conversation_id = $1 AND direction = 1 RETURNING id", first.Conversation.Id);
        await path.Log.ScalarAsync<Guid>("UPDATE contacts SET agent_messages_at = '{}' WHERE id = $1 RETURNING id", first.Conversation.ContactId);

        var again = await path.Worker.GetRequiredService<ClaimTurn>().ResumeAsync(second.Conversation.Id, default);

        Assert.Equal(1, again!.Conversation.Pace.LeftOf(Limit, TimeProvider.System.GetUtcNow()));
    }

    private CompleteTurn OwnWriter()
    {
        var services = path.Worker;
        return new CompleteTurn(
            services.GetRequiredService<NpgsqlDataSource>(), services.GetRequiredService<MessageCodec>(), services.GetRequiredService<PersonalDataCipher>(),
            services.GetRequiredService<ILiveEvents>(), TimeProvider.System);
    }

    private async Task<(ClaimedTurn First, ClaimedTurn Second)> TwoChatsAsync()
    {
        var (one, other) = (await unswept.OtherConversationAsync("hello"), await unswept.OtherConversationAsync("hello"));
        await path.Log.ScalarAsync<Guid>("UPDATE conversations SET contact_id = (SELECT contact_id FROM conversations WHERE id = $1) WHERE id = $2 RETURNING id", one, other);
        return (await ClaimAsync(one), await ClaimAsync(other));
    }

    private async Task<ClaimedTurn> ClaimAsync(Guid conversation)
    {
        var known = await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(conversation, default);
        var (turn, _) = await path.Worker.GetRequiredService<ClaimTurn>().HandleAsync(known!, default);
        Assert.Equal(Limit, turn!.Conversation.Pace.LeftOf(Limit, TimeProvider.System.GetUtcNow()));
        return turn;
    }

    /// <summary>Two messages, of three that there may be.</summary>
    private static async Task<bool> CommitsAsync(CompleteTurn complete, ClaimedTurn turn)
    {
        try
        {
            await complete.HandleAsync(
                turn,
                new TurnResult(TurnStatus.Completed, "scripted", "test", "en", "test", 1, [MessageContent.OfText("one"), MessageContent.OfText("two")], [])
                {
                    Pace = new PaceShare(turn.Conversation.Pace.LimitOf(Limit, TimeProvider.System.GetUtcNow()), 2),
                },
                default);
            return true;
        }
        catch (TurnSupersededException)
        {
            return false;
        }
    }
}
