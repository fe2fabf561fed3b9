using HaloAgent.Simulators.Llama.Deviations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Simulators.Llama.Switches;

/// <summary>
/// Strings to pull: <c>{ temper?, play?, times?, delayMs?, retryAfter? }</c>. <c>play</c> is <c>ok</c> or the name of a quirk or trick;
/// without it the temper goes on as it is, only slower.
/// </summary>
internal static class LlamaSwitchEndpoints
{
    public static void MapLlamaSwitches(this IEndpointRouteBuilder routes)
    {
        var switches = routes.MapGroup("/llama/switches");
        switches.MapGet("/", (LlamaSwitchBoard board) => TypedResults.Ok(board.All().Select(LlamaSwitchView.Of).ToArray()));
        switches.MapPost("/", Set);
        switches.MapDelete("/", Clear);
        routes.MapGet("/llama/quirks", () => TypedResults.Ok(DeviationBook.Quirks.Select(DeviationView.Of).ToArray()));
        routes.MapGet("/llama/tricks", () => TypedResults.Ok(DeviationBook.Tricks.Select(DeviationView.Of).ToArray()));
    }

    private static Results<Ok<LlamaSwitchView>, ValidationProblem> Set(LlamaSwitchRequest request, LlamaSwitchBoard board)
    {
        var temper = Tempers.Named(request.Temper);
        if (request.Temper is not null && temper is null)
        {
            return Wrong("temper", $"temper is one of {string.Join(", ", Enum.GetValues<Temper>().Select(one => one.Word()))}, or left out for all.");
        }

        var play = DeviationBook.Named(request.Play);
        if (request.Play is not (null or LlamaSwitch.Ok) && play is null)
        {
            return Wrong("play", $"play is '{LlamaSwitch.Ok}' or a name of /llama/quirks or /llama/tricks.");
        }

        if (request.Times is < 1)
        {
            return Wrong("times", "times is at least 1; without it the switch stays until it is taken back.");
        }

        if (request.DelayMs is < 0 or > 60_000)
        {
            return Wrong("delayMs", "delayMs is between 0 and 60000.");
        }

        var one = new LlamaSwitch(temper, play, request.Play == LlamaSwitch.Ok, request.DelayMs, request.RetryAfter, request.Times);
        board.Set(one);
        return TypedResults.Ok(LlamaSwitchView.Of(one));
    }

    private static NoContent Clear(LlamaSwitchBoard board)
    {
        board.Clear();
        return TypedResults.NoContent();
    }

    private static ValidationProblem Wrong(string field, string why) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [why] });
}

internal sealed record LlamaSwitchRequest(string? Temper, string? Play, int? Times, int? DelayMs, int? RetryAfter);

internal sealed record LlamaSwitchView(string? Temper, string? Play, int? Times, int? DelayMs, int? RetryAfter)
{
    public static LlamaSwitchView Of(LlamaSwitch one) =>
        new(one.Temper?.Word(), one.Honest ? LlamaSwitch.Ok : one.Play?.Name, one.Times, one.DelayMs, one.RetryAfterSeconds);
}

internal sealed record DeviationView(string Name, string About)
{
    public static DeviationView Of(IDeviation one) => new(one.Name, one.About);
}
