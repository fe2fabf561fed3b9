using System.Security.Claims;
using HaloAgent.Businesses;

namespace HaloAgent.Api.Auth;

internal static class MemberClaims
{
    public const string Member = "member";
    public const string Business = "business";
    public const string Role = "role";
    public const string Name = "name";
}

/// <summary>Who calls, as the access token says. An endpoint that takes this parameter sees one business and no other.</summary>
internal sealed record SignedInMember(Guid Id, Guid BusinessId, string Name)
{
    public Actor Actor => Actor.Member(Id, Name);

    public static ValueTask<SignedInMember> BindAsync(HttpContext context) => ValueTask.FromResult(Of(context.User));

    public static bool Is(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(MemberClaims.Member), out _) && Guid.TryParse(user.FindFirstValue(MemberClaims.Business), out _);

    private static SignedInMember Of(ClaimsPrincipal user) => new(
        Guid.Parse(user.FindFirstValue(MemberClaims.Member)!),
        Guid.Parse(user.FindFirstValue(MemberClaims.Business)!),
        user.FindFirstValue(MemberClaims.Name) ?? nameof(BusinessMember));
}
