using HaloAgent.AgentWorker.Agent.Llama;
using HaloAgent.AgentWorker.Agent.Llama.Endpoints;
using HaloAgent.AgentWorker.Agent.Llama.Replies;
using Microsoft.Extensions.AI;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>An answer that ran into its length limit: half a call is never made, half a sentence never said.</summary>
public sealed class CutOffTests
{
    [Theory]
    [InlineData("llama.cpp/cut-in-the-name.json")]
    [InlineData("llama.cpp/cut-in-the-call.json")]
    [InlineData("llama.cpp/cut-in-a-circle.json")]
    [InlineData("together/cut-off.json")]
    public void Where_nothing_is_whole_nothing_is_said_or_done(string fixture)
    {
        var reply = Fixture.Read(fixture);

        Assert.Equal((null, 0, true), (reply.Text, reply.Calls.Count, reply.CutOff));
        Assert.Contains("cut off", reply.Repairs);
    }

    [Theory]
    [InlineData("llama.cpp/cut-in-a-sentence.json", "Yes, we have it! The pot is fresh.")]
    [InlineData("llama.cpp/cut-behind-the-name.json", null)]
    public void Only_whole_sentences_are_left_of_a_text(string fixture, string? left)
    {
        var reply = Fixture.Read(fixture);

        Assert.Equal(left, reply.Text);
        Assert.Empty(reply.Calls);
    }

    [Theory]
    [InlineData("<function=view_cart>", "")]
    [InlineData("<function=view_cart", "")]
    [InlineData("""[add_to_cart(product="Zobo", quantity=1), view_cart(""", """add_to_cart{"product":"Zobo","quantity":1}""")]
    [InlineData("""[add_to_cart(product="Zobo", quantity=1""", "")]
    [InlineData("""{"name": "view_cart", "parameters": {}}{"name": "add_to_cart", "parameters": {"quantity": 1""", "view_cart{}")]
    public void Of_calls_in_a_cut_text_only_whole_ones_are_made(string content, string calls) => Assert.Equal(calls, Cut(content).Written());

    [Theory]
    [InlineData("We open at nine. We close at", "We open at nine.")]
    [InlineData("It costs ₦1,500. That is for", "It costs ₦1,500.")]
    [InlineData("Is it for today? if so", "Is it for today?")]
    [InlineData("He said “go.” Then he", "He said “go.”")]
    [InlineData("Welcome!", "Welcome!")]
    [InlineData("It costs ₦1.", "")]
    [InlineData("We sell:\n1. Jollof\n2. Fri", "")]
    [InlineData("Ask for Dr. Ade and", "")]
    [InlineData("Deliver to No. 5 Allen", "")]
    [InlineData("No sentence ends here", "")]
    [InlineData("", "")]
    public void A_sentence_is_whole_only_where_it_is_over_for_certain(string cut, string whole) => Assert.Equal(whole, WholeSentences.Of(cut));

    [Fact]
    public void What_we_cut_ourselves_because_it_is_long_ends_with_a_sentence_too()
    {
        var text = string.Concat(Enumerable.Repeat("We have rice at ₦2.500 today. ", 30));

        Assert.Equal(string.Concat(Enumerable.Repeat("We have rice at ₦2.500 today. ", 16)).Trim(), SmallTalk.Alone(text));
        Assert.Equal("", SmallTalk.Alone(new string('a', 600)));
    }

    [Fact]
    public async Task A_model_that_goes_round_in_a_circle_is_not_asked_again_and_the_guided_brain_takes_the_order()
    {
        var model = new ScriptedModel().Then(_ => Task.FromResult(CutOff()));
        var shop = model.Shop();

        var said = await shop.SaysAsync("2 jollof");

        Assert.Contains("Added: 2 × Jollof rice & chicken", said, StringComparison.Ordinal);
        Assert.Equal(("guided", "the model failed (its answer was cut off before anything in it was whole)"), (shop.Reply!.Brain, shop.Reply.Reason));
        Assert.Single(model.Asked);
    }

    [Fact]
    public async Task That_an_answer_was_cut_off_reaches_whoever_asked()
    {
        var response = await FakeServers.AskAsync(new FakeServers().Answers("one", 200, Fixture.Text("llama.cpp/cut-in-a-circle.json")).Router());

        Assert.True(ModelAnswer.Read(ModelAnswer.Of(response, TimeSpan.Zero).Write()).IsNothingWhole);
    }

    private static ChatResponse CutOff() =>
        new(new ChatMessage(ChatRole.Assistant, [])) { ModelId = "llama-test", AdditionalProperties = new AdditionalPropertiesDictionary { [LlamaChatClient.CutOff] = true } };

    private static LlamaReply Cut(string content) => LlamaReplyNormaliser.Read(
        System.Text.Json.JsonSerializer.Serialize(new { choices = new[] { new { message = new { role = "assistant", content }, finish_reason = "length" } } }), Fixture.Tools);
}
