using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Web.SignIn;

internal static class SignInExtensions
{
    public const string Path = "/sign-in";
    public const string SignOutPath = "/sign-out";

    public static void AddSignIn(this IHostApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration.GetConnectionString("redis")))
        {
            builder.AddRedisClient("redis");
        }

        builder.Services.AddMemoryCache();
        builder.Services.AddSingleton<SessionStore>();
        builder.Services.AddSingleton<SessionTokens>();
        builder.Services.AddSingleton<TicketStore>();
        builder.Services.AddSingleton<AuthClient>();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options =>
        {
            options.Cookie.Name = "halo-session";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.LoginPath = Path;
            options.AccessDeniedPath = Path;
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = TimeSpan.FromDays(14);
            options.SlidingExpiration = true;
        });
        builder.Services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme)
            .Configure<TicketStore>((options, store) => options.SessionStore = store);
        builder.Services.AddAuthorization();
        builder.Services.AddCascadingAuthenticationState();
    }

    /// <summary>After everything that protects data; <see cref="PostgresDataProtectionExtensions.AddPostgresDataProtection"/> says why.</summary>
    public static void AddKeyRing(this IHostApplicationBuilder builder)
    {
        // A machine without the database (a designer's, a test's) keeps its keys where ASP.NET puts them.
        if (!string.IsNullOrEmpty(builder.Configuration.GetConnectionString("halodb")))
        {
            builder.AddPostgresDataProtection("halodb");
        }
    }

    public static void MapSignOut(this IEndpointRouteBuilder app) => app.MapPost(SignOutPath, SignOutAsync);

    private static async Task<Results<RedirectHttpResult, BadRequest>> SignOutAsync(
        HttpContext context, IAntiforgery antiforgery, SessionTokens tokens, AuthClient auth, CancellationToken stop)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        if (context.User.FindFirstValue(HaloClaims.Session) is { } session && await tokens.EndAsync(session) is { } refreshToken)
        {
            await auth.SignOutAsync(refreshToken, context.Connection.RemoteIpAddress?.ToString(), stop);
        }

        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return TypedResults.LocalRedirect(Path);
    }
}
