using System.ComponentModel.DataAnnotations;

namespace HaloAgent.AgentWorker.Agent.Llama.Endpoints;

/// <summary>
/// Section <c>Llama</c>: where the model answers. One endpoint is given by <c>Llama:Endpoint</c> and <c>Llama:Model</c>, several, in
/// order of preference, by <c>Llama:Endpoints:0:Url</c> and so on. None: the guided brain answers alone.
/// </summary>
public sealed class LlamaOptions : IValidatableObject
{
    public const string Section = "Llama";

    /// <summary>The only endpoint, or the first one: the address up to and with <c>/v1</c>.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The model of <see cref="Endpoint"/>, as its server names it.</summary>
    public string? Model { get; set; }

    /// <summary>The key of <see cref="Endpoint"/>, where it wants one.</summary>
    public string? ApiKey { get; set; }

    /// <summary>In order of preference, behind <see cref="Endpoint"/>.</summary>
    public IList<LlamaEndpoint> Endpoints { get; } = [];

    /// <summary>All that the model may take of one turn, retries and other endpoints included; then the guided brain answers.</summary>
    public TimeSpan TurnBudget { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>
    /// When the model is given up at the latest, counted from the arrival of the turn's first message: what was waited for the rest of a burst
    /// or for the turn before is taken off the budget, so that the customer has an answer within ten seconds. Not set: a second more than
    /// <see cref="TurnBudget"/>.
    /// </summary>
    public TimeSpan? GiveUpAfter { get; set; }

    /// <summary>The longest that one attempt at one endpoint may take.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>A server that asks to wait for longer is not waited for: the next endpoint, or the guided brain, is faster.</summary>
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long an endpoint is left alone after it failed <see cref="FailuresBeforeBreak"/> times within a minute, and nearly always.</summary>
    public TimeSpan BreakFor { get; set; } = TimeSpan.FromSeconds(15);

    [Range(2, 100)]
    public int FailuresBeforeBreak { get; set; } = 4;

    /// <summary>So many time-outs in a row, and the endpoint is left alone for <see cref="BreakFor"/>: each of them costs a customer seconds.</summary>
    [Range(1, 100)]
    public int TimeOutsBeforeBreak { get; set; } = 2;

    [Range(0, 2)]
    public double Temperature { get; set; } = 0.2;

    /// <summary>Tokens of one answer; a chat needs few.</summary>
    [Range(32, 4096)]
    public int MaxAnswerTokens { get; set; } = 300;

    public bool IsConfigured => All.Any();

    /// <summary>What is left of <see cref="TurnBudget"/> for a customer who has waited for so long already.</summary>
    public TimeSpan BudgetAfter(TimeSpan waited)
    {
        var left = (GiveUpAfter ?? TurnBudget + TimeSpan.FromSeconds(1)) - waited;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < TurnBudget ? left : TurnBudget;
    }

    /// <summary>Every endpoint, best first.</summary>
    public IEnumerable<LlamaEndpoint> All => string.IsNullOrWhiteSpace(Endpoint) ? Endpoints : Endpoints.Prepend(new LlamaEndpoint { Url = Endpoint, Model = Model ?? "", ApiKey = ApiKey });

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (endpoint, place) in All.Select((endpoint, place) => (endpoint, place)))
        {
            if (!Uri.TryCreate(endpoint.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                yield return new ValidationResult($"Llama endpoint {place + 1} has no address: Llama:Endpoint or Llama:Endpoints:N:Url, for example http://localhost:11434/v1.");
            }

            if (string.IsNullOrWhiteSpace(endpoint.Model)) yield return new ValidationResult($"Llama endpoint {place + 1} has no model: Llama:Model or Llama:Endpoints:N:Model.");
            if (endpoint.InputPrice < 0 || endpoint.OutputPrice < 0) yield return new ValidationResult($"Llama endpoint {place + 1} has a negative price.");
        }

        if (TurnBudget <= TimeSpan.Zero || AttemptTimeout <= TimeSpan.Zero) yield return new ValidationResult("Llama:TurnBudget and Llama:AttemptTimeout are longer than nothing.");
        if (GiveUpAfter <= TimeSpan.Zero) yield return new ValidationResult("Llama:GiveUpAfter is longer than nothing.");
        if (AttemptTimeout >= TurnBudget) yield return new ValidationResult("Llama:AttemptTimeout is shorter than Llama:TurnBudget: otherwise no attempt is ever seen to be too slow.");
    }
}

/// <summary>One OpenAI-compatible server with one model.</summary>
public sealed class LlamaEndpoint
{
    /// <summary>Up to and with <c>/v1</c>.</summary>
    public string Url { get; set; } = "";

    public string Model { get; set; } = "";

    public string? ApiKey { get; set; }

    /// <summary>US dollars for a million tokens of the prompt; 0 for an own machine.</summary>
    public decimal InputPrice { get; set; }

    /// <summary>US dollars for a million tokens of the answer.</summary>
    public decimal OutputPrice { get; set; }
}
