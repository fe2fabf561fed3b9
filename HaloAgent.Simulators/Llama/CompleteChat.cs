using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Hostile;
using HaloAgent.Simulators.Llama.Quirky;
using HaloAgent.Simulators.Llama.Scripted;
using HaloAgent.Simulators.Llama.Switches;
using HaloAgent.Simulators.Llama.Wire;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Llama;

/// <summary>One request: what the scripted model would do, and what this temper makes of it.</summary>
internal sealed class CompleteChat(
    LlamaSwitchBoard switches, QuirkRotation quirks, TrickRotation tricks, RequestLog log, IOptions<LlamaOptions> options, TimeProvider time)
{
    /// <summary>Characters kept of what was said; the longest chat message has fewer.</summary>
    private const int MostSaid = 4_000;

    public async Task<WireReply> HandleAsync(Temper temper, Stream body, CancellationToken gone)
    {
        var arrived = time.GetTimestamp();
        var json = await ReadAsync(body, gone);
        var (request, problem) = ChatRequestReader.Read(Parse(json));
        if (request is null)
        {
            return OpenAiErrors.Invalid(problem!);
        }

        if (temper == Temper.Quirky && request.Lines.Any(line => line.Calls.Count > 1))
        {
            return LlamaCppErrors.SingleCallsOnly();
        }

        var asked = switches.Take(temper);
        await WaitAsync(asked, gone);
        var scene = new Scene(request, ScriptedModel.Decide(request), RandomFor(request), asked.RetryAfterSeconds);
        var deviation = Choose(temper, asked, scene);
        var reply = deviation?.Play(scene) ?? ChatAnswer.Of(request, scene.Honest);
        var said = ChatAnswer.SaidIn(reply);
        log.Add(new LoggedRequest(temper.Word(), deviation?.Name, StableHash.Of(0, request.TurnKey).ToString("x8", CultureInfo.InvariantCulture), request.Round, request.LastUserText, time.GetElapsedTime(arrived).TotalMilliseconds, json)
        {
            Said = said is { Length: > MostSaid } ? said[..MostSaid] : said,
            Lied = said is { Length: > 0 } && deviation is Trick { TellsLies: true },
        });
        return reply;
    }

    private async Task WaitAsync(LlamaSwitch asked, CancellationToken gone)
    {
        log.Begin();
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(asked.DelayMs ?? options.Value.DelayMs), time, gone);
        }
        finally
        {
            log.End();
        }
    }

    private IDeviation? Choose(Temper temper, LlamaSwitch asked, Scene scene) => (temper, asked) switch
    {
        (_, { Honest: true }) => null,
        (_, { Play: { } chosen }) => chosen.Fits(scene) ? chosen : null,
        (Temper.Quirky, _) => quirks.Next(scene),
        (Temper.Hostile, _) => tricks.For(scene),
        _ => null,
    };

    // Not for secrets: the same conversation is to be answered the same way again.
    private Random RandomFor(ChatRequest request) =>
        new(StableHash.Of(options.Value.Seed, $"{request.TurnKey}|{request.Round}"));

    private static async Task<byte[]> ReadAsync(Stream body, CancellationToken gone)
    {
        using var read = new MemoryStream();
        await body.CopyToAsync(read, gone);
        return read.ToArray();
    }

    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
