using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Telemetry;

[Collection(RunningSystemCollection.Name)]
public sealed class TraceTests(RunningSystem system)
{
    [Fact]
    public async Task One_trace_follows_a_message_from_the_webhook_by_turn_and_tool_to_the_send_across_processes()
    {
        await system.WithWorkersAsync(1);
        var phone = system.NewPhone();
        await phone.AskAsync("I want 1 jollof rice, pickup", "to confirm", TimeSpan.FromSeconds(60));

        var trace = await Eventually.BecomesAsync(
            () => Task.FromResult(system.Telemetry.Spans.GroupBy(span => span.Trace).Select(group => group.ToList()).FirstOrDefault(IsWhole)),
            whole => whole is not null, describe: _ => string.Join("; ", system.Telemetry.Spans.TakeLast(40)));

        // Every span hangs on another one of the same trace; only the webhook is its root.
        var ids = trace!.Select(span => span.Id).ToHashSet();
        var webhook = Assert.Single(trace!, span => span.Parent.Length == 0);
        Assert.Equal("api", webhook.Service);
        Assert.All(trace!.Where(span => span != webhook), span => Assert.Contains(span.Parent, ids));
    }

    private static bool IsWhole(List<OtlpSpan> trace) =>
        trace.Exists(span => span is { Service: "api", Parent: "" } && span.Name.Contains("/webhooks/whatsapp", StringComparison.Ordinal))
        && trace.Exists(span => span is { Service: "agentworker", Name: "turn" })
        && trace.Exists(span => span.Service == "agentworker" && span.Name.StartsWith("tool ", StringComparison.Ordinal))
        && trace.Find(span => span is { Service: "agentworker", Name: "deliver" }) is { } deliver
        && trace.Exists(span => span.Parent == deliver.Id && span.Name.StartsWith("POST", StringComparison.Ordinal));
}
