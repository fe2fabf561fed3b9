using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;

namespace HaloAgent.Api.Http;

/// <summary>Lists are plain arrays; where the next page begins stands in <c>Link: &lt;…&gt;; rel="next"</c>.</summary>
internal static class PageAnswers
{
    public const int MaxLimit = 200;

    public static Results<Ok<IReadOnlyList<T>>, ProblemHttpResult> ToAnswer<T>(this Outcome<Page<T>> outcome, HttpContext context)
    {
        if (!outcome.Succeeded)
        {
            return outcome.Failure.ToProblem();
        }

        if (outcome.Value.NextCursor is { } cursor)
        {
            context.Response.Headers.Link = $"<{NextAddress(context.Request, cursor)}>; rel=\"next\"";
        }

        return TypedResults.Ok(outcome.Value.Items);
    }

    /// <summary>The same address with the other cursor, relative to the host: behind a proxy we do not know our own name.</summary>
    private static string NextAddress(HttpRequest request, string cursor)
    {
        var query = request.Query
            .Where(pair => !string.Equals(pair.Key, "cursor", StringComparison.OrdinalIgnoreCase))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(KeyValuePair.Create("cursor", (string?)cursor));
        return QueryHelpers.AddQueryString(request.Path.ToUriComponent(), query);
    }
}
