using System.Text.Json.Nodes;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators.Llama;

/// <summary>A turn as a client drives it: asks, answers the calls, asks again, until there are words.</summary>
internal sealed class ToolChat
{
    private const int MostRounds = 8;

    private readonly SimulatedLlama llama;
    private readonly JsonObject request;

    public ToolChat(SimulatedLlama llama, string customer, string[] tools)
        : this(llama, customer, new JsonArray([.. OfferedTools.Named(tools)]))
    {
    }

    public ToolChat(SimulatedLlama llama, string customer, JsonArray tools)
    {
        this.llama = llama;
        request = SimulatedLlama.Request(customer);
        request["tools"] = tools;
    }

    public bool Parallel { init => request["parallel_tool_calls"] = value; }

    public List<string> Called { get; } = [];

    public List<string> Arguments { get; } = [];

    public List<int> CallsAnAnswer { get; } = [];

    public string Words { get; private set; } = "";

    public async Task UntilWordsAsync(Func<(string Tool, string Arguments), string> answer)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            using var response = await llama.PostAsync("scripted", request);
            var message = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["choices"]![0]!["message"]!;
            if (message["tool_calls"] is not JsonArray calls)
            {
                Words = message["content"]!.GetValue<string>();
                return;
            }

            var messages = request["messages"]!.AsArray();
            messages.Add(message.DeepClone());
            CallsAnAnswer.Add(calls.Count);
            foreach (var call in calls)
            {
                var (tool, arguments) = (call!["function"]!["name"]!.GetValue<string>(), call["function"]!["arguments"]!.GetValue<string>());
                Called.Add(tool);
                Arguments.Add(arguments);
                messages.Add((JsonNode)new JsonObject { ["role"] = "tool", ["tool_call_id"] = call["id"]!.GetValue<string>(), ["content"] = answer((tool, arguments)) });
            }
        }

        Assert.Fail($"No words after {MostRounds} rounds: {string.Join(", ", Called)}");
    }
}
