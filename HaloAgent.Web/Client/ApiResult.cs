using System.Diagnostics.CodeAnalysis;

namespace HaloAgent.Web.Client;

/// <summary>Either a value or a problem; a refusal is no exception.</summary>
internal readonly record struct ApiResult<T>(T? Value, ApiProblem? Problem)
{
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool Ok => Problem is null;

    public static implicit operator ApiResult<T>(T value) => new(value, null);

    public static implicit operator ApiResult<T>(ApiProblem problem) => new(default, problem);
}

/// <summary>One page of a list and where the next begins (the cursor of <c>Link: …; rel="next"</c>).</summary>
internal sealed record ApiPage<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>The value of a call that answers with nothing.</summary>
internal readonly record struct Nothing;
