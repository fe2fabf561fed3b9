using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace HaloAgent.EndToEndTests.Journeys;

/// <summary>A customer's phone on the simulated WhatsApp: every message travels as a signed webhook.</summary>
internal sealed partial class Phone(Uri simulators, string number, string name, string shop = "+14155238886") : IDisposable
{
    private const int Patience = 60;
    private readonly HttpClient _http = new() { BaseAddress = simulators, Timeout = TimeSpan.FromSeconds(Patience + 30) };
    private string? _last;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Name => name;

    public void Dispose() => _http.Dispose();

    /// <summary>Writes and waits for the answer: what comes until <paramref name="until"/> is among it.</summary>
    public async Task<string> SayAsync(string text, string until = "")
    {
        await WriteAsync(text);
        return await HearAsync(until);
    }

    public async Task WriteAsync(string text)
    {
        using var answer = await _http.PostAsJsonAsync("/twilio/inbound", new { from = $"whatsapp:{number}", to = $"whatsapp:{shop}", body = text, profileName = name }, Stop);
        var result = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(answer.IsSuccessStatusCode && result.GetProperty("accepted").GetBoolean(), result.ToString());
    }

    public async Task<string> HearAsync(string until = "")
    {
        var heard = new List<string>();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalSeconds < Patience;)
        {
            heard.AddRange(await ListAsync(waitSeconds: 10));
            if (heard.Exists(body => body.Contains(until, StringComparison.OrdinalIgnoreCase)))
            {
                return string.Join("\n", heard);
            }
        }

        throw new InvalidOperationException($"{name} waited for \"{until}\" and heard: {string.Join(" | ", heard)}");
    }

    /// <summary>What has come since, without waiting.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(int waitSeconds = 0)
    {
        var messages = await _http.GetFromJsonAsync<JsonElement[]>(
            $"/twilio/messages?to={Uri.EscapeDataString($"whatsapp:{number}")}&wait={waitSeconds}{(_last is null ? "" : $"&after={_last}")}", Stop) ?? [];
        _last = messages.Length > 0 ? messages[^1].GetProperty("sid").GetString() : _last;
        return [.. messages.Select(message => message.GetProperty("body").GetString() ?? "")];
    }

    /// <summary>The number of the order in what was heard: <c>Your order number is *0042*</c>.</summary>
    public static string OrderNumber(string heard) => OrderNumberForm().Match(heard) is { Success: true } found ? found.Groups[1].Value : throw new InvalidOperationException($"No order number in: {heard}");

    [GeneratedRegex(@"order (?:number )?[#*]*(\d{4,})", RegexOptions.IgnoreCase)]
    private static partial Regex OrderNumberForm();
}
