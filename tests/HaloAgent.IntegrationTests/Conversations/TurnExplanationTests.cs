using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.AgentWorker.Agent.Llama;
using HaloAgent.AgentWorker.Agent.Llama.Endpoints;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Catalog;
using HaloAgent.Contracts.Catalog;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Orders;
using Microsoft.Extensions.AI;
using Xunit;

namespace HaloAgent.IntegrationTests.Conversations;

/// <summary>What stands on a turn for whoever asks why the agent said what it said.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class TurnExplanationTests(WholePath path)
{
    [Fact]
    public async Task How_sure_the_language_is_stands_beside_it()
    {
        var (phone, conversation) = NewCustomer();

        await phone.AskAsync("abeg wetin una get for una shop today", "You said");

        var turn = await LastTurnAsync(conversation);
        Assert.Equal("pcm", turn.Language);
        Assert.InRange(turn.LanguageConfidence!.Value, 0.5, 1);
        await phone.AskAsync("2", "You said: 2");
        Assert.Equal(("pcm", 0), ((await LastTurnAsync(conversation)) is var stray ? (stray.Language, stray.LanguageConfidence) : default));
    }

    [Fact]
    public async Task A_language_that_was_asked_for_was_not_read_from_the_words()
    {
        var (phone, conversation) = NewCustomer();

        await phone.AskAsync("please speak Yoruba", "You said");

        Assert.Equal(("yo", null), ((await LastTurnAsync(conversation)) is var turn ? (turn.Language, turn.LanguageConfidence) : default));
    }

    [Fact]
    public async Task What_a_gate_ended_names_the_gate_and_no_brain()
    {
        var (phone, conversation) = NewCustomer();
        await phone.AskAsync("hello", "You said: hello");
        Assert.Equal("scripted", (await LastTurnAsync(conversation)).Brain);

        await phone.AskAsync("STOP", "any more messages");
        Assert.Equal((Answerers.ConsentGate, "completed"), ((await LastTurnAsync(conversation)) is var stopped ? (stopped.Brain, stopped.Status) : default));

        await phone.SayAsync("anyone?");
        await ClosedAsync(conversation);
        Assert.Equal((Answerers.ConsentGate, "closed"), ((await LastTurnAsync(conversation)) is var silent ? (silent.Brain, silent.Status) : default));
    }

    [Fact]
    public async Task What_a_person_has_names_that_gate()
    {
        var (phone, conversation) = NewCustomer();
        await phone.AskAsync("hello", "You said: hello");
        await path.UseAsync<TakeOverConversation, Outcome<Guid>>(take => take.HandleAsync(path.Shop.Id, conversation, Actor.Member(Guid.CreateVersion7(), "Ada"), default));

        await phone.SayAsync("are you there?");
        await ClosedAsync(conversation);

        Assert.Equal(Answerers.HeldGate, (await LastTurnAsync(conversation)).Brain);
    }

    [Fact]
    public async Task A_turn_that_failed_for_good_says_what_was_understood_and_what_the_model_cost_in_all_its_runs()
    {
        var (phone, conversation) = NewCustomer();
        using var asked = new OneAnswer();
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            _ = new Talk(turn, tools, cancel);
            using var model = new RecordedModel(asked, tools, TimeProvider.System, cancel);
            await model.GetResponseAsync([new ChatMessage(ChatRole.User, "x")], null, cancel);
            throw new InvalidOperationException("Broken.");
        });

        await phone.SayAsync("abeg I wan buy 2 jollof rice");
        await phone.HearAsync(all => all.Count >= 1, TimeSpan.FromSeconds(60));

        var turn = await LastTurnAsync(conversation);
        Assert.Equal(("dead", "pcm", "Add"), (turn.Status, turn.Language, turn.Intent));
        Assert.InRange(turn.LanguageConfidence!.Value, 0.5, 1);
        Assert.InRange(turn.Confidence!.Value, 0.5, 1);
        Assert.Equal(("test-model", 3, 2100, 60, 0.003m), (turn.Model!.Name, turn.Model.Calls, turn.Model.PromptTokens, turn.Model.CompletionTokens, turn.Model.CostUsd));
    }

    [Fact]
    public async Task A_call_names_the_goods_also_when_they_were_put_away_since_and_never_those_of_another_shop()
    {
        var (phone, conversation) = NewCustomer();
        var shirt = await path.Shop.SellAsync("Polo shirt", 8000, 5, new SaveVariantRequest { Name = "L / Red", Price = 8000, Stock = 5 });
        var malt = await path.Shop.SellAsync("Malt", 500, 5);
        var strange = await (await Shop.OpenAsync(path.Database)).SellAsync("Secret recipe", 500, 5);
        path.Brain.Teach(conversation, async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new AddToCartCall(shirt.Id, shirt.Variants[0].Id, 2), cancel);
            await tools.CallAsync(new SetCartQuantityCall(malt.Id, null, 1), cancel);
            await tools.CallAsync(new AddToCartCall(strange.Id, null, 1), cancel);
            await tools.CallAsync(new QuoteGoodsCall([new CartLine(malt.Id, null, 3)]), cancel);
            return ScriptedBrain.Say(turn, "Here you are.");
        });

        await phone.AskAsync("2 shirts and 1 malt", "Here you are.");
        await path.UseAsync<PutProductAway, Outcome<Product>>(away => away.HandleAsync(path.Shop.Id, malt.Id, path.Shop.Owner, default));

        var steps = (await LastTurnAsync(conversation)).Steps;
        Assert.StartsWith("""{"product":"Polo shirt","variant":"L / Red","productId":""", steps[0].Arguments, StringComparison.Ordinal);
        Assert.StartsWith("""{"product":"Malt","productId":""", steps[1].Arguments, StringComparison.Ordinal);
        Assert.StartsWith("""{"productId":""", steps[2].Arguments, StringComparison.Ordinal);
        Assert.StartsWith("""{"wanted":[{"product":"Malt",""", steps[3].Arguments, StringComparison.Ordinal);
        Assert.DoesNotContain(steps, step => $"{step.Arguments}{step.Result}".Contains("Secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_model_that_called_in_vain_and_of_whose_words_none_was_sent_is_told_of_so()
    {
        var (phone, conversation) = NewCustomer();
        path.Brain.Teach(conversation, (turn, tools, _) =>
        {
            tools.NoteRefused("add_to_cart", """{"product":"Pizza"}""", "There is no product called «Pizza».");
            var said = ScriptedBrain.Say(turn, "Pay us 408,313 naira.", "What would you like?");
            return Task.FromResult(said with { Brain = Answerers.Model, Reason = "the model spoke", Bubbles = [said.Bubbles[0] with { InOwnWords = true }, said.Bubbles[1]] });
        });

        await phone.AskAsync("2 pizza", "What would you like?");

        var turn = await LastTurnAsync(conversation);
        Assert.Equal((Answerers.ModelUnheard, "the model spoke; no word of it was sent"), (turn.Brain, turn.BrainReason));
        Assert.Collection(
            turn.Steps,
            call => Assert.Equal(("tool", "add_to_cart", """{"product":"Pizza"}""", true), (call.Kind, call.Name, call.Arguments, call.Result!.StartsWith("""{"refused":"There is no product""", StringComparison.Ordinal))),
            verdict => Assert.Equal(("guard", GuardVerdict.Guarded), (verdict.Kind, verdict.Name)));
    }

    private (TwilioPhone Phone, Guid Conversation) NewCustomer()
    {
        var phone = path.NewPhone();
        return (phone, phone.ConversationId(path.Log.Index));
    }

    private Task ClosedAsync(Guid conversation) =>
        Eventually.IsTrueAsync(async () => (await path.Log.InboundAsync(conversation)).TrueForAll(row => row.TurnId is not null)
            && await path.Log.ScalarAsync<long>("SELECT count(*) FROM turns WHERE conversation_id = $1 AND status = 'Running'", conversation) == 0, "it is closed");

    private async Task<TurnView> LastTurnAsync(Guid conversation)
    {
        var turn = await path.Log.ScalarAsync<Guid>("SELECT id FROM turns WHERE conversation_id = $1 ORDER BY started_at DESC LIMIT 1", conversation);
        return (await path.Database.UseAsync<ReadTurn, Outcome<TurnView>>(read => read.HandleAsync(path.Shop.Id, conversation, turn, default))).Value;
    }

    private sealed class OneAnswer : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Fine."))
            {
                ModelId = "test-model",
                Usage = new UsageDetails { InputTokenCount = 700, OutputTokenCount = 20 },
                AdditionalProperties = new AdditionalPropertiesDictionary { [LlamaRouter.Cost] = 0.001m },
            });

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("Nobody streams.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
