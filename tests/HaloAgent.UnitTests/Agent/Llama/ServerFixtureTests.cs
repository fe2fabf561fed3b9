using System.Text.Json;
using HaloAgent.AgentWorker.Agent.Llama.Replies;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>The same wish, "2 jollof rice", as each server says it.</summary>
public sealed class ServerFixtureTests
{
    private const string TwoJollof = """add_to_cart{"product":"Jollof rice","quantity":2}""";

    [Theory]
    [InlineData("ollama/call-without-id.json")]
    [InlineData("llama.cpp/call-in-content.json")]
    [InlineData("llama.cpp/python-tag.json")]
    [InlineData("llama.cpp/call.json")]
    [InlineData("llama.cpp/bare-text-fenced.json")]
    [InlineData("groq/call.json")]
    [InlineData("together/double-encoded.json")]
    public void Every_servers_way_of_calling_is_the_same_call(string fixture)
    {
        var reply = Fixture.Read(fixture);

        Assert.Equal(TwoJollof, reply.Written());
        Assert.Null(reply.Text);
        Assert.NotEmpty(reply.Calls[0].Id);
        Assert.True(reply.PromptTokens > 600 && reply.CompletionTokens > 0);
    }

    [Fact]
    public void Ollama_gives_no_id_and_gets_one() => Assert.Equal("call_4_1", Fixture.Read("ollama/call-without-id.json").Calls[0].Id);

    [Fact]
    public void Ollamas_empty_answer_without_a_finish_reason_is_an_empty_answer()
    {
        var reply = Fixture.Read("ollama/null-finish-reason.json");

        Assert.Equal((null, 0, false), (reply.Text, reply.Calls.Count, reply.CutOff));
    }

    [Fact]
    public void Ollamas_native_shape_has_arguments_as_an_object() =>
        Assert.Equal("""add_to_cart{"product":"Zobo 50cl","quantity":3}""", Fixture.Read("ollama/arguments-as-object.json").Written());

    [Fact]
    public void Vllm_writes_lists_as_text_and_one_id_twice()
    {
        var reply = Fixture.Read("vllm/parallel-lists-as-text.json");

        Assert.Equal("""show_products{"names":["Jollof rice","Zobo 50cl"]} view_cart{}""", reply.Written());
        Assert.Equal(2, reply.Calls.Select(call => call.Id).Distinct().Count());
    }

    [Fact]
    public void Llama_4_writes_calls_as_python() =>
        Assert.Equal(TwoJollof + " view_cart{}", Fixture.Read("vllm/pythonic.json").Written());

    [Fact]
    public void Groqs_refusal_holds_the_call()
    {
        var failed = JsonDocument.Parse(Fixture.Text("groq/tool-use-failed.json")).RootElement.GetProperty("error").GetProperty("failed_generation").GetString()!;

        Assert.Equal(TwoJollof, LlamaReplyNormaliser.ReadFailedGeneration(failed, Fixture.Tools)!.Written());
        Assert.Null(LlamaReplyNormaliser.ReadFailedGeneration("I could not decide.", Fixture.Tools));
    }

    [Fact]
    public void A_call_cut_off_by_the_length_limit_is_no_call_and_nothing_to_read()
    {
        var reply = Fixture.Read("together/cut-off.json");

        Assert.Equal((null, 0, true), (reply.Text, reply.Calls.Count, reply.CutOff));
    }

    [Fact]
    public void Metas_compat_address_has_an_empty_finish_reason_and_no_type() =>
        Assert.Equal("""add_to_cart{"product":"Jollof rice","quantity":2,"note":"please"}""", Fixture.Read("meta/compat.json").Written());

    [Fact]
    public void Metas_native_address_is_understood_when_taken_for_the_other() =>
        Assert.Equal("Good evening! What would you like?", Fixture.Read("meta/native.json").Text);

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"error":{"message":"model is loading"}}""")]
    [InlineData("""{"choices":[]}""")]
    public void What_is_no_completion_says_so(string body) => Assert.ThrowsAny<JsonException>(() => LlamaReplyNormaliser.Read(body, Fixture.Tools));
}
