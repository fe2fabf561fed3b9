using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace HaloAgent.Api.Http;

/// <summary>Plain words for refusals that no use case has worded. The status says what kind it is, a sentence says what to do.</summary>
internal static class ProblemWords
{
    public const string Correct = "Something needs correcting.";

    public static void Complete(ProblemDetails problem)
    {
        // ASP.NET Core's own titles ("Bad Request") name the status once more; ours are kept.
        if (problem.Type is { } type && type.StartsWith("https://tools.ietf.org/", StringComparison.Ordinal))
        {
            problem.Type = null;
        }

        if (problem is HttpValidationProblemDetails { Errors.Count: > 0 } invalid)
        {
            invalid.Title = Correct;
            invalid.Errors = invalid.Errors.ToDictionary(error => FieldName(error.Key), error => error.Value, StringComparer.Ordinal);
        }

        if (problem.Status is { } status && (problem.Title is null || problem.Title == DefaultTitle(status)))
        {
            problem.Title = Words(status);
        }
    }

    public static string Words(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request could not be understood.",
        StatusCodes.Status401Unauthorized => "Sign in first.",
        StatusCodes.Status403Forbidden => "Your sign-in does not allow this.",
        StatusCodes.Status404NotFound => "There is nothing here.",
        StatusCodes.Status405MethodNotAllowed => "This address does not take that method.",
        StatusCodes.Status408RequestTimeout => "The request took too long to arrive.",
        StatusCodes.Status413PayloadTooLarge => "That is too large.",
        StatusCodes.Status415UnsupportedMediaType => "This kind of content is not taken here.",
        StatusCodes.Status429TooManyRequests => "Too many requests. Wait a moment, then try again.",
        StatusCodes.Status503ServiceUnavailable => "Too busy at the moment. Try again shortly.",
        >= StatusCodes.Status500InternalServerError => "Something broke on our side. Nothing was lost; try again in a moment.",
        _ => "The request was refused.",
    };

    /// <summary><c>Variants[0].Name</c> is <c>variants[0].name</c> on the wire.</summary>
    private static string FieldName(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private static string DefaultTitle(int status) => status switch
    {
        StatusCodes.Status500InternalServerError => "An error occurred while processing your request.",
        _ => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status),
    };
}
