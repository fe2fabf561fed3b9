namespace HaloAgent;

/// <summary>An expected refusal: what kind it is, a stable code, and a sentence that a person can act on.</summary>
/// <param name="Field">The field of the request it is about, in camelCase, or null.</param>
public record Failure(FailureKind Kind, string Code, string Sentence, string? Field = null)
{
    /// <summary>Another business's thing answers exactly like one that does not exist.</summary>
    public static Failure NotFound(string what) => new(FailureKind.NotFound, "not_found", $"There is no such {what}.");

    public static Failure Invalid(string field, string sentence) => new(FailureKind.Invalid, "invalid", sentence, field);

    public static Failure Conflict(string code, string sentence) => new(FailureKind.Conflict, code, sentence);
}

public enum FailureKind
{
    Invalid,
    NotFound,
    Conflict,
    Forbidden,
    Unauthenticated,

    /// <summary>It was there, and is not kept any more.</summary>
    Gone,

    /// <summary>Right now; it may be asked again in a moment.</summary>
    Busy,
}
