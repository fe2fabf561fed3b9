using System.Security.Claims;
using HaloAgent.Businesses;
using HaloAgent.Data;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HaloAgent.Api.Auth;

/// <summary>Short-lived bearer tokens that name one member of one business, signed with a key derived from <c>Security:TokenKey</c>.</summary>
internal sealed class AccessTokens(SecurityKeys keys, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private const string Issuer = "haloagent";
    private static readonly JsonWebTokenHandler Handler = new();
    private readonly SymmetricSecurityKey key = new(DerivedKey.For(keys, "access-token"));

    public string Create(BusinessMember member)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Subject = new ClaimsIdentity(
            [
                new Claim(MemberClaims.Member, member.Id.ToString()),
                new Claim(MemberClaims.Business, member.BusinessId.ToString()),
                new Claim(MemberClaims.Role, WireNames.Of(member.Role)),
                new Claim(MemberClaims.Name, member.Name),
            ]),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
        });
    }

    public TokenValidationParameters Validation() => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Issuer,
        IssuerSigningKey = key,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        RoleClaimType = MemberClaims.Role,
        NameClaimType = MemberClaims.Name,
        LifetimeValidator = (from, until, _, _) => from <= Now.AddSeconds(5) && until > Now,
    };

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}
