using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>What calls a person besides the customer's own words: the guard, twice in a row, and a tool that breaks.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class EscalationTriggerTests(WholePath path)
{
    private const string Invented = "Pay ₦987,654 to 9876543210.";
    private const string Called = "I've asked somebody from the shop to reply to you here";

    [Fact]
    public async Task A_second_reply_in_a_row_that_the_guard_changed_calls_a_person_and_the_customer_is_told()
    {
        var (phone, conversation) = NewCustomer();
        path.Brain.Teach(conversation, (turn, _, _) => Task.FromResult(ScriptedBrain.Say(turn, Invented)));

        await phone.SayAsync("where do I pay?");
        Assert.DoesNotContain(await phone.HearAsync(all => all.Count >= 1), text => text.Contains(Called, StringComparison.Ordinal));
        Assert.Equal(0L, await OpenAsync(conversation, "GuardTripped"));

        await phone.SayAsync("and now?");
        var heard = await phone.HearAsync(all => all.Any(text => text.Contains(Called, StringComparison.Ordinal)));
        Assert.DoesNotContain(heard, text => text.Contains("987", StringComparison.Ordinal));
        Assert.Equal(1L, await OpenAsync(conversation, "GuardTripped"));
    }

    [Fact]
    public async Task A_true_reply_in_between_starts_the_count_again()
    {
        var (phone, conversation) = NewCustomer();
        var replies = new Queue<string>([Invented, "Good morning.", Invented, "Good evening."]);
        path.Brain.Teach(conversation, (turn, _, _) => Task.FromResult(ScriptedBrain.Say(turn, replies.Dequeue())));

        foreach (var count in Enumerable.Range(1, 4))
        {
            await phone.SayAsync($"line {count}");
            await phone.HearAsync(all => all.Count >= count);
        }

        Assert.Equal(0L, await OpenAsync(conversation, "GuardTripped"));
    }

    [Fact]
    public async Task The_brief_holds_the_customers_last_words_and_what_the_agent_did_and_stands_encrypted()
    {
        var (phone, conversation) = NewCustomer();
        await phone.AskAsync("are the jollof hot?", "You said: are the jollof hot?");
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new EscalateCall(EscalationReason.Medical, "a rash", "en"), cancel);
            return ScriptedBrain.Say(turn, "Told");
        });
        await phone.AskAsync("I have a rash after the suya", "Told");

        var escalation = await path.Database.ReadAsync(db => db.Escalations.AsNoTracking().SingleAsync(e => e.ConversationId == conversation));
        Assert.Contains("They wrote: “are the jollof hot?”\nThey wrote: “I have a rash after the suya”", escalation.Summary, StringComparison.Ordinal);
        Assert.Contains("The agent wrote last: “You said: are the jollof hot?”", escalation.Summary, StringComparison.Ordinal);
        Assert.Contains("Please see a doctor", escalation.SuggestedReply, StringComparison.Ordinal);
        Assert.Equal(0L, await path.Log.ScalarAsync<long>(
            "SELECT count(*) FROM escalations WHERE conversation_id = $1 AND (position('rash'::bytea in summary) > 0 OR position('doctor'::bytea in suggested_reply) > 0)", conversation));
    }

    [Fact]
    public async Task A_tool_that_breaks_three_times_calls_a_person_and_is_named()
    {
        var (phone, conversation) = NewCustomer();
        path.Worker.GetRequiredService<ToolCatalogue>().Add<BreakCall, string>(
            "break_down", "Breaks.", changes: true, (_, _, _, _) => throw new InvalidOperationException("Broken."));
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new BreakCall(), cancel);
            return ScriptedBrain.Say(turn, "Done");
        });

        await phone.SayAsync("I am Ada");

        Assert.Contains("went wrong", Assert.Single(await phone.HearAsync(all => all.Count >= 1, TimeSpan.FromSeconds(60))), StringComparison.Ordinal);
        Assert.Equal(1L, await OpenAsync(conversation, "ToolFailed"));
    }

    private sealed record BreakCall : IToolCall<string>;

    private (TwilioPhone Phone, Guid Conversation) NewCustomer()
    {
        var phone = path.NewPhone();
        return (phone, phone.ConversationId(path.Log.Index));
    }

    private Task<long> OpenAsync(Guid conversation, string reason) => path.Log.ScalarAsync<long>(
        $"SELECT count(*) FROM escalations WHERE conversation_id = $1 AND reason = '{reason}' AND resolved_at IS NULL", conversation);
}
