using HaloAgent.Auth;
using HaloAgent.Businesses;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;

namespace HaloAgent.Api.Auth;

internal static class AuthServices
{
    /// <summary>Only owners; for what a shop cannot easily take back.</summary>
    public const string OwnersOnly = "owners";

    public static void AddAuth(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSignIn();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<AccessTokens>((options, tokens) =>
        {
            options.MapInboundClaims = false;
            options.TokenValidationParameters = tokens.Validation();
        });
        builder.Services.AddAuthorizationBuilder()
            .SetDefaultPolicy(Members().Build())
            .AddPolicy(OwnersOnly, Members().RequireClaim(MemberClaims.Role, WireNames.Of(MemberRole.Owner)).Build());
    }

    private static AuthorizationPolicyBuilder Members() =>
        new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(context => SignedInMember.Is(context.User));
}
