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

/// <summary>Turns that are claimed and ended by hand, step by step: of those that meet, each stands or falls alone.</summary>
public sealed class FencedTurnsTests(UnsweptPath unswept) : IClassFixture<UnsweptPath>
{
    private readonly WholePath path = unswept.Path;

    [Fact]
    public async Task Of_two_claims_at_the_same_epoch_one_gets_the_messages()
    {
        var other = await unswept.OtherConversationAsync("hello");
        var claim = path.Worker.GetRequiredService<ClaimTurn>();
        var known = await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(other, default);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => claim.HandleAsync(known!, default))));

        Assert.Single(claims, made => made.Turn is not null);
    }

    [Fact]
    public async Task A_turn_that_was_claimed_and_never_begun_is_taken_up_by_an_actor_that_had_looked_before()
    {
        var other = await unswept.OtherConversationAsync("hello");
        path.Brain.Teach(other, (turn, _, _) => Task.FromResult(ScriptedBrain.Say(turn, "Here I am")));
        var known = await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(other, default);

        // The claim commits, and its answer reaches nobody.
        Assert.NotNull((await path.Worker.GetRequiredService<ClaimTurn>().HandleAsync(known!, default)).Turn);
        var mind = new ConversationMind { ConversationId = other, Known = known, LookedForUnfinished = true };
        await path.Worker.GetRequiredService<TurnRunner>().RunAsync(mind, new Pump(_ => new NoTimer(), _ => Task.CompletedTask), () => { }, default);

        Assert.Equal(["Here I am"], (await path.Log.RepliesAsync(other)).Select(row => row.Text));
    }

    [Fact]
    public async Task A_message_whose_key_is_not_there_waits_for_it_and_costs_its_neighbours_nothing()
    {
        var claim = path.Worker.GetRequiredService<ClaimTurn>();
        List<ConversationSnapshot> known = [];
        for (var i = 0; i < 8; i++)
        {
            var other = await unswept.OtherConversationAsync($"hello {i}");
            known.Add((await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(other, default))!);
        }

        await path.Log.ScalarAsync<long>("UPDATE message_logs SET content = decode('0163' || repeat('00', 60), 'hex') WHERE conversation_id = $1 RETURNING id", known[3].Id);
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
        var other = await unswept.OtherConversationAsync("hello");
        var claim = path.Worker.GetRequiredService<ClaimTurn>();
        var complete = path.Worker.GetRequiredService<CompleteTurn>();
        var known = await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(other, default);
        var (first, _) = await claim.HandleAsync(known!, default);
        var second = await claim.ResumeAsync(other, default);

        await Assert.ThrowsAsync<TurnSupersededException>(() => complete.HandleAsync(first!, Result("first"), default));
        var epoch = await complete.HandleAsync(second!, Result("second"), default);
        Assert.Equal(epoch, await complete.HandleAsync(second!, Result("second"), default));

        Assert.Equal(["second"], (await path.Log.RepliesAsync(other)).Select(row => row.Text));
    }

    [Fact]
    public async Task A_turn_whose_cart_was_changed_elsewhere_commits_nothing_and_is_run_again_from_the_cart_as_it_is_now()
    {
        var other = await unswept.OtherConversationAsync("pickup");
        var (claim, complete) = (path.Worker.GetRequiredService<ClaimTurn>(), path.Worker.GetRequiredService<CompleteTurn>());
        var (first, _) = await claim.HandleAsync((await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(other, default))!, default);
        Assert.True(await path.Worker.GetRequiredService<CartStore>().WriteAsync((await PickedUpAsync(first!)).Unsaved!, default));

        var late = Result("first") with { Cart = (await PickedUpAsync(first!)).Unsaved };
        await Assert.ThrowsAsync<TurnSupersededException>(() => complete.HandleAsync(first!, late, default));
        Assert.Empty(await path.Log.RepliesAsync(other));

        var second = await claim.ResumeAsync(other, default);
        Assert.Equal(1, second!.Cart!.Version);
        await complete.HandleAsync(second, Result("second") with { Cart = (await PickedUpAsync(second)).Unsaved }, default);
        Assert.Equal(["second"], (await path.Log.RepliesAsync(other)).Select(row => row.Text));
        Assert.Equal(2, (await path.Worker.GetRequiredService<CartStore>().ReadAsync(path.Shop.Id, second.Conversation.ContactId, default))!.Version);
    }

    [Fact]
    public async Task Of_turns_that_end_at_the_same_moment_each_stands_or_falls_alone()
    {
        var (claim, complete) = (path.Worker.GetRequiredService<ClaimTurn>(), path.Worker.GetRequiredService<CompleteTurn>());
        var turns = new List<ClaimedTurn>();
        for (var i = 0; i < 12; i++)
        {
            var other = await unswept.OtherConversationAsync($"hello {i}");
            turns.Add((await claim.HandleAsync((await path.Worker.GetRequiredService<ReadConversation>().HandleAsync(other, default))!, default)).Turn!);
            if (i % 3 == 0)
            {
                await claim.ResumeAsync(other, default);
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
}
