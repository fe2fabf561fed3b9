using System.Security.Claims;
using HaloAgent.Contracts.Auth;

namespace HaloAgent.Web.SignIn;

/// <summary>What the cookie's ticket says about a member. The tokens are not in it: see <see cref="SessionTokens"/>.</summary>
internal static class HaloClaims
{
    public const string Session = "halo:session";
    public const string Business = "halo:business";
    public const string BusinessName = "halo:business-name";
    public const string BusinessSlug = "halo:business-slug";
    public const string TimeZone = "halo:time-zone";

    public static ClaimsPrincipal For(MemberView member, string scheme) => new(new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, member.Id.ToString()),
            new Claim(ClaimTypes.Name, member.Name),
            new Claim(ClaimTypes.Email, member.Email),
            new Claim(ClaimTypes.Role, member.Role),
            new Claim(Business, member.Business.Id.ToString()),
            new Claim(BusinessName, member.Business.Name),
            new Claim(BusinessSlug, member.Business.Slug),
            new Claim(TimeZone, member.Business.TimeZone),
        ],
        scheme));
}
