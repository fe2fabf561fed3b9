using HaloAgent.Evals.Format;
using HaloAgent.Evals.World;
using HaloAgent.Messaging;

namespace HaloAgent.Evals.Running;

/// <summary>Plays one scenario, line by line, and has it judged.</summary>
internal sealed class ScenarioRun
{
    private readonly EvalWorld world;
    private readonly Scenario scenario;
    private readonly ShopCopy shop;
    private readonly Chat chat;
    private readonly OwnerHand owner;
    private readonly OrderAudit audit;
    private readonly List<TranscriptLine> transcript = [];
    private readonly List<string> said = [];
    private readonly List<string> differences = [];
    private readonly List<double> times = [];

    private ScenarioRun(EvalWorld world, Scenario scenario, ShopCopy shop)
    {
        (this.world, this.scenario, this.shop) = (world, scenario, shop);
        chat = new Chat(world, shop);
        owner = new OwnerHand(world, shop, scenario.Shop, chat);
        audit = new OrderAudit(shop);
    }

    public static async Task<ScenarioResult> PlayAsync(EvalWorld world, Scenario scenario, CancellationToken cancellationToken)
    {
        var shop = await ShopCopy.OpenAsync(world, scenario.Shop, cancellationToken);
        return await new ScenarioRun(world, scenario, shop).PlayAsync(cancellationToken);
    }

    private async Task<ScenarioResult> PlayAsync(CancellationToken cancellationToken)
    {
        foreach (var step in scenario.Steps)
        {
            if (step is CustomerStep customer) await SayAsync(customer, cancellationToken);
            else await DoAsync((OwnerStep)step, cancellationToken);
        }

        var end = await FinalState.ReadAsync(world, shop, chat.ConversationId, cancellationToken);
        return new ScenarioResult
        {
            Scenario = scenario,
            Transcript = transcript,
            Differences = [.. differences, .. Judge.Differences(scenario.Expected, end, said, shop.SecretsOfAnother)],
            Turns = TurnReading.Of(end, times),
            Unconfirmed = audit.Unconfirmed,
            WrongTotals = audit.WrongTotals,
        };
    }

    private async Task SayAsync(CustomerStep step, CancellationToken cancellationToken)
    {
        foreach (var bubble in step.Bubbles)
        {
            transcript.Add(new TranscriptLine("customer", bubble.Kind == BubbleKind.Text ? bubble.Text : $"[{bubble.Kind}] {bubble.Text}"));
        }

        var before = said.ToList();
        times.Add((await chat.SayAsync(step.Bubbles, cancellationToken)).TotalMilliseconds);
        var answered = await HearAsync(cancellationToken);
        var now = await FinalState.ReadAsync(world, shop, chat.ConversationId, cancellationToken);
        audit.Look(now.Orders, step.Confirms, before, step.Line);
        if (!answered && !now.Held && now.Contact?.OptedOutAt is null) differences.Add($"Line {step.Line} was met with silence.");
    }

    private async Task DoAsync(OwnerStep step, CancellationToken cancellationToken)
    {
        transcript.Add(new TranscriptLine("owner", $"[{step.Action}] {step.Argument}".TrimEnd()));
        if (await owner.DoAsync(step, cancellationToken) is { } refused) differences.Add($"Line {step.Line}: the shop could not do it: {refused}");
        await HearAsync(cancellationToken);
    }

    private async Task<bool> HearAsync(CancellationToken cancellationToken)
    {
        var heard = await chat.HearAsync(cancellationToken);
        transcript.AddRange(heard.Select(message => new TranscriptLine(message.Author == MessageAuthor.Owner ? "shop" : "agent", message.Text)));
        said.AddRange(heard.Where(message => message.Author != MessageAuthor.Owner).Select(message => message.Text));
        return heard.Count > 0;
    }
}
