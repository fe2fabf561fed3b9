using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Contracts.Auth;

public sealed record LoginRequest
{
    [Required, EmailAddress, MaxLength(256)]
    public required string Email { get; init; }

    [Required, MaxLength(256)]
    public required string Password { get; init; }
}

public sealed record RefreshRequest
{
    [Required, MaxLength(512)]
    public required string RefreshToken { get; init; }
}

/// <param name="AccessToken">A bearer token that names one member of one business.</param>
/// <param name="RefreshToken">Good for one use; the answer carries its successor.</param>
/// <param name="ExpiresIn">Seconds until the access token expires.</param>
public sealed record TokenResponse(string AccessToken, string RefreshToken, int ExpiresIn);

/// <summary>The signed-in member and the business they work for (<c>GET /api/auth/me</c>).</summary>
public sealed record MemberView(Guid Id, string Name, string Email, string Role, BusinessBadge Business);

public sealed record BusinessBadge(Guid Id, string Slug, string Name, string TimeZone);
