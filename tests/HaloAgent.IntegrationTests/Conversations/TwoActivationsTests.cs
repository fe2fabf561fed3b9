using System.Security.Cryptography;
using HaloAgent.Agent;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>A split cluster gives one conversation two actors: the epoch keeps them apart.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class TwoActivationsTests(WholePath path)
{
    [Fact]
    public async Task Of_two_actors_with_the_same_turn_only_the_later_one_commits()
    {
        var phone = path.NewPhone();
        var conversation = phone.ConversationId(path.Log.Index);
        var (thinking, go, times) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);
        path.Brain.Teach(conversation, async (turn, _, _) =>
        {
            var which = Interlocked.Increment(ref times);
            if (which == 1)
            {
                thinking.SetResult();
                await go.Task;
            }

            return ScriptedBrain.Say(turn, $"Answer {which}");
        });
        await phone.SayAsync("hello");
        await thinking.Task.WaitAsync(TimeSpan.FromSeconds(20));

        // The second actor, as another silo of a split cluster would run it.
        var runner = path.Worker.GetRequiredService<TurnRunner>();
        await runner.RunAsync(new ConversationMind { ConversationId = conversation }, new Pump(_ => new NoTimer(), _ => Task.CompletedTask), () => { }, default);
        go.SetResult();

        Assert.Equal(["Answer 2"], await phone.HearAsync(all => all.Count >= 1));
        await phone.AskAsync("and now?", "Answer 3");
        Assert.Equal(["Answer 2", "Answer 3"], await phone.ReceivedAsync());
    }

    [Fact]
    public async Task Of_two_claims_at_the_same_epoch_one_gets_the_messages()
    {
        await using var other = await OtherConversationAsync("hello");
        var claim = path.Worker.GetRequiredService<ClaimTurn>();
        var known = await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(other.Id, default);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => claim.HandleAsync(known!, default))));

        Assert.Single(claims, made => made.Turn is not null);
    }

    [Fact]
    public async Task A_turn_that_was_claimed_and_never_begun_is_taken_up_by_an_actor_that_had_looked_before()
    {
        await using var other = await OtherConversationAsync("hello");
        path.Brain.Teach(other.Id, (turn, _, _) => Task.FromResult(ScriptedBrain.Say(turn, "Here I am")));
        var known = await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(other.Id, default);

        // The claim commits, and its answer reaches nobody.
        Assert.NotNull((await path.Worker.GetRequiredService<ClaimTurn>().HandleAsync(known!, default)).Turn);
        var mind = new ConversationMind { ConversationId = other.Id, Known = known, LookedForUnfinished = true };
        await path.Worker.GetRequiredService<TurnRunner>().RunAsync(mind, new Pump(_ => new NoTimer(), _ => Task.CompletedTask), () => { }, default);

        Assert.Equal(["Here I am"], (await path.Log.RepliesAsync(other.Id)).Select(row => row.Text));
    }

    [Fact]
    public async Task A_message_that_cannot_be_read_costs_its_neighbours_nothing()
    {
        var claim = path.Worker.GetRequiredService<ClaimTurn>();
        List<ConversationSnapshot> known = [];
        for (var i = 0; i < 8; i++)
        {
            await using var other = await OtherConversationAsync($"hello {i}");
            known.Add((await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(other.Id, default))!);
        }

        await path.Log.ScalarAsync<long>("UPDATE message_logs SET content = '\\x01020304'::bytea WHERE conversation_id = $1 RETURNING id", known[3].Id);
        var claims = await Task.WhenAll(known.Select(one => Task.Run(async () =>
        {
            try
            {
                return (await claim.HandleAsync(one, default)).Turn is not null;
            }
            catch (CryptographicException)
            {
                return false;
            }
        })));

        Assert.Equal([true, true, true, false, true, true, true, true], claims);
        await path.Log.ScalarAsync<long>("DELETE FROM message_logs WHERE conversation_id = $1 RETURNING id", known[3].Id);
    }

    [Fact]
    public async Task A_turn_whose_epoch_is_over_commits_neither_reply_nor_effect_and_a_lost_answer_is_recognised()
    {
        await using var other = await OtherConversationAsync("hello");
        var claim = path.Worker.GetRequiredService<ClaimTurn>();
        var complete = path.Worker.GetRequiredService<CompleteTurn>();
        var known = await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(other.Id, default);
        var (first, _) = await claim.HandleAsync(known!, default);
        var second = await claim.ResumeAsync(other.Id, default);

        await Assert.ThrowsAsync<TurnSupersededException>(() => complete.HandleAsync(first!, Result("first"), default));
        var epoch = await complete.HandleAsync(second!, Result("second"), default);
        Assert.Equal(epoch, await complete.HandleAsync(second!, Result("second"), default));

        Assert.Equal(["second"], (await path.Log.RepliesAsync(other.Id)).Select(row => row.Text));
    }

    [Fact]
    public async Task A_turn_whose_cart_was_changed_elsewhere_commits_nothing_and_is_run_again_from_the_cart_as_it_is_now()
    {
        await using var other = await OtherConversationAsync("pickup");
        var (claim, complete) = (path.Worker.GetRequiredService<ClaimTurn>(), path.Worker.GetRequiredService<CompleteTurn>());
        var (first, _) = await claim.HandleAsync((await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(other.Id, default))!, default);
        Assert.True(await path.Worker.GetRequiredService<CartStore>().WriteAsync((await PickedUpAsync(first!)).Unsaved!, default));

        var late = Result("first") with { Cart = (await PickedUpAsync(first!)).Unsaved };
        await Assert.ThrowsAsync<TurnSupersededException>(() => complete.HandleAsync(first!, late, default));
        Assert.Empty(await path.Log.RepliesAsync(other.Id));

        var second = await claim.ResumeAsync(other.Id, default);
        Assert.Equal(1, second!.Cart!.Version);
        await complete.HandleAsync(second, Result("second") with { Cart = (await PickedUpAsync(second)).Unsaved }, default);
        Assert.Equal(["second"], (await path.Log.RepliesAsync(other.Id)).Select(row => row.Text));
        Assert.Equal(2, (await path.Worker.GetRequiredService<CartStore>().ReadAsync(path.Shop.Id, second.Conversation.ContactId, default))!.Version);
    }

    [Fact]
    public async Task Of_turns_that_end_at_the_same_moment_each_stands_or_falls_alone()
    {
        var (claim, complete) = (path.Worker.GetRequiredService<ClaimTurn>(), path.Worker.GetRequiredService<CompleteTurn>());
        var turns = new List<ClaimedTurn>();
        for (var i = 0; i < 12; i++)
        {
            await using var other = await OtherConversationAsync($"hello {i}");
            turns.Add((await claim.HandleAsync((await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(other.Id, default))!, default)).Turn!);
            if (i % 3 == 0)
            {
                await claim.ResumeAsync(other.Id, default);
            }
        }

        var ended = await Task.WhenAll(turns.Select((turn, i) => Task.Run(async () =>
        {
            var cart = (await PickedUpAsync(turn)).Unsaved;
            try
            {
                return await complete.HandleAsync(turn, Result($"answer {i}") with { Cart = i % 2 == 0 ? cart : null }, default);
            }
            catch (TurnSupersededException)
            {
                return -1;
            }
        })));

        for (var i = 0; i < turns.Count; i++)
        {
            string[] replies = i % 3 == 0 ? [] : [$"answer {i}"];
            Assert.Equal(replies, (await path.Log.RepliesAsync(turns[i].Conversation.Id)).Select(row => row.Text));
            Assert.Equal(i % 3 == 0 ? -1 : turns[i].Conversation.Epoch + 1, ended[i]);
            var kept = await path.Worker.GetRequiredService<CartStore>().ReadAsync(path.Shop.Id, turns[i].Conversation.ContactId, default);
            Assert.Equal(i % 3 != 0 && i % 2 == 0, kept is not null);
        }
    }

    private async Task<TurnCart> PickedUpAsync(ClaimedTurn turn)
    {
        var cart = new TurnCart(
            path.Worker.GetRequiredService<ICartSource>(), path.Shop.Id, turn.Conversation.ContactId, turn.TurnId, TimeProvider.System).StartFrom(turn.Cart);
        Assert.True((await cart.ChangeAsync(edit => edit.PickUp(), default)).Succeeded);
        return cart;
    }

    private static TurnResult Result(string text) => new(TurnStatus.Completed, "scripted", "test", "en", "test", 1, [MessageContent.OfText(text)], []);

    /// <summary>A conversation whose rows no silo of the path looks at: they are too young for the sweeper, and nobody wakes it.</summary>
    private async Task<OtherConversation> OtherConversationAsync(string text)
    {
        var phone = path.NewPhone();
        var receive = path.Database.Services.GetRequiredService<ReceiveMessage>();
        path.Database.Time.SetUtcNow(TimeProvider.System.GetUtcNow() is var now && now > path.Database.Now ? now : path.Database.Now);
        await receive.HandleAsync(new InboundMessage(
            HaloAgent.Channels.Channel.WhatsappTwilio, new MessageSender(path.Shop.Account.Address, phone.Address, null, "Bisi", phone.Number),
            "SM" + Guid.CreateVersion7().ToString("N"), MessageContent.OfText(text), null, Array.Empty<byte>()));
        var id = phone.ConversationId(path.Log.Index);
        Assert.True(await path.Database.UseAsync<OpenConversation, bool>(open => open.HandleAsync(id, default)));
        return new OtherConversation(id);
    }

    private sealed record OtherConversation(Guid Id) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class NoTimer : IGrainTimer
    {
        public void Change(TimeSpan dueTime, TimeSpan period)
        {
        }

        public void Dispose()
        {
        }
    }
}
