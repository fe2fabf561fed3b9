using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Http;

/// <summary>The one place where an expected refusal becomes an HTTP answer.</summary>
internal static class FailureAnswers
{
    public static ProblemHttpResult ToProblem(this Failure failure)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = failure.Code };
        if (failure.Field is { } field)
        {
            extensions["errors"] = new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [failure.Sentence] };
        }

        return TypedResults.Problem(title: failure.Sentence, statusCode: StatusOf(failure.Kind), extensions: extensions);
    }

    /// <summary>200 with what <paramref name="map"/> makes of the value, or the problem.</summary>
    public static Results<Ok<TView>, ProblemHttpResult> ToAnswer<T, TView>(this Outcome<T> outcome, Func<T, TView> map) =>
        outcome.Succeeded ? TypedResults.Ok(map(outcome.Value)) : outcome.Failure.ToProblem();

    public static Results<Ok<T>, ProblemHttpResult> ToAnswer<T>(this Outcome<T> outcome) => outcome.ToAnswer(value => value);

    /// <summary>204, or the problem.</summary>
    public static Results<NoContent, ProblemHttpResult> ToNoContent<T>(this Outcome<T> outcome) =>
        outcome.Succeeded ? TypedResults.NoContent() : outcome.Failure.ToProblem();

    private static int StatusOf(FailureKind kind) => kind switch
    {
        FailureKind.Invalid => StatusCodes.Status400BadRequest,
        FailureKind.NotFound => StatusCodes.Status404NotFound,
        FailureKind.Conflict => StatusCodes.Status409Conflict,
        FailureKind.Forbidden => StatusCodes.Status403Forbidden,
        FailureKind.Gone => StatusCodes.Status410Gone,
        FailureKind.Busy => StatusCodes.Status429TooManyRequests,
        FailureKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        _ => StatusCodes.Status500InternalServerError,
    };
}
