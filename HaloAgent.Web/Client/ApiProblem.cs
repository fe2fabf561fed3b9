using System.Net;

namespace HaloAgent.Web.Client;

public enum ProblemKind
{
    Unreachable,
    SignedOut,
    NotAllowed,
    NotFound,
    Conflict,
    Invalid,
    TooMany,
    Broken,
}

/// <summary>What went wrong with a call, in words that can be shown as they are.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Detail">What was kept and what to do next.</param>
/// <param name="Errors">Sentences by field, empty unless <see cref="ProblemKind.Invalid"/>.</param>
public sealed record ApiProblem(ProblemKind Kind, string Title, string Detail, IReadOnlyDictionary<string, string[]> Errors)
{
    private static readonly Dictionary<string, string[]> NoErrors = [];

    public static readonly ApiProblem Unreachable = new(
        ProblemKind.Unreachable, "Can't reach HaloAgent right now",
        "Nothing was changed. We keep trying; you can also try again in a moment.", NoErrors);

    public static readonly ApiProblem SignedOut = new(
        ProblemKind.SignedOut, "You have been signed out", "Sign in again to continue where you left off.", NoErrors);

    /// <summary>For a POST that got no answer: it may have arrived, and it is never repeated by itself.</summary>
    public static readonly ApiProblem NoAnswer = new(
        ProblemKind.Unreachable, "No answer came back", "It may still have worked. Check what is shown here before you try again.", NoErrors);

    internal static ApiProblem From(HttpStatusCode status, ProblemBody? body)
    {
        var kind = KindOf(status);
        var (title, detail) = kind switch
        {
            ProblemKind.SignedOut => (SignedOut.Title, SignedOut.Detail),
            ProblemKind.NotAllowed => ("You are not allowed to do this", "Ask the owner of the shop."),
            ProblemKind.NotFound => ("This is no longer here", "It may have been removed. Go back to the list."),
            ProblemKind.Conflict => ("Somebody got there first", "See how it stands now, then decide again."),
            ProblemKind.Invalid => ("Something needs correcting", "Nothing was saved yet."),
            ProblemKind.TooMany => ("That was a lot at once", "Wait a minute, then try again."),
            _ => ("Something broke on our side", "Nothing was lost. Try again in a moment."),
        };

        // A server fault's own words are for its log, not for a shop owner.
        return kind == ProblemKind.Broken
            ? new(kind, title, detail, NoErrors)
            : new(kind, Say(body?.Title, title), Say(body?.Detail, body?.Title is null ? detail : ""), body?.Errors ?? NoErrors);
    }

    /// <summary>The whole thing as one line, for a snackbar.</summary>
    public string Sentence => Detail.Length == 0 ? Title : $"{Title.TrimEnd('.')}. {Detail}";

    private static string Say(string? said, string otherwise) => string.IsNullOrWhiteSpace(said) ? otherwise : said;

    private static ProblemKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => ProblemKind.SignedOut,
        HttpStatusCode.Forbidden => ProblemKind.NotAllowed,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => ProblemKind.NotFound,
        HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed => ProblemKind.Conflict,
        HttpStatusCode.TooManyRequests => ProblemKind.TooMany,
        HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ProblemKind.Unreachable,
        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => ProblemKind.Invalid,
        _ => ProblemKind.Broken,
    };
}

/// <summary>application/problem+json as the Api writes it.</summary>
internal sealed record ProblemBody(string? Title, string? Detail, Dictionary<string, string[]>? Errors);
