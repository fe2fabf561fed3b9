using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Simulators.Twilio.Switches;

/// <summary>
/// Faults to order: <c>{ to?, mode, times?, retryAfter?, errorCode?, delayMs? }</c>. <c>mode</c> may be a string or a number.
/// </summary>
internal static class SwitchEndpoints
{
    /// <summary>Invalid message recipient: a failure that often comes after the 201.</summary>
    private const int UsualAsynchronousError = 63024;

    public static void MapSwitches(this IEndpointRouteBuilder routes)
    {
        var switches = routes.MapGroup("/twilio/switches");
        switches.MapGet("/", List);
        switches.MapPost("/", Set);
        switches.MapDelete("/", Clear);
    }

    private static Ok<SwitchView[]> List(SwitchBoard board) => TypedResults.Ok(board.All().Select(SwitchView.Of).ToArray());

    private static Results<Ok<SwitchView>, ValidationProblem> Set(SwitchRequest request, SwitchBoard board)
    {
        if (!Switch.Modes.TryGetValue(request.Mode.ToString(), out var mode))
        {
            return Wrong("mode", $"mode is one of {string.Join(", ", Switch.Modes.Keys)}.");
        }

        if (request.Times is < 1)
        {
            return Wrong("times", "times is at least 1; without it the switch stays until it is taken back.");
        }

        if (request.DelayMs is < 0 or > 60_000)
        {
            return Wrong("delayMs", "delayMs is between 0 and 60000.");
        }

        var to = string.IsNullOrWhiteSpace(request.To) ? null : Address.Normalise(request.To);
        var one = new Switch(
            to,
            mode,
            request.Times,
            request.RetryAfter,
            mode == SwitchMode.FailAsync ? request.ErrorCode ?? UsualAsynchronousError : null,
            request.DelayMs ?? 0);
        board.Set(one);
        return TypedResults.Ok(SwitchView.Of(one));
    }

    private static NoContent Clear(SwitchBoard board)
    {
        board.Clear();
        return TypedResults.NoContent();
    }

    private static ValidationProblem Wrong(string field, string why) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [why] });
}

internal sealed record SwitchRequest(string? To, JsonElement Mode, int? Times, int? RetryAfter, int? ErrorCode, int? DelayMs);

internal sealed record SwitchView(string? To, string Mode, int? Times, int? RetryAfter, int? ErrorCode, int DelayMs)
{
    public static SwitchView Of(Switch one) =>
        new(one.To, Switch.Modes.First(mode => mode.Value == one.Mode).Key, one.Times, one.RetryAfterSeconds, one.ErrorCode, one.DelayMs);
}
