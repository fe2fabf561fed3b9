using HaloAgent.AgentWorker.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
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
}
