namespace HaloAgent.Web.Security;

/// <summary>
/// Nothing from another host, ever. MudBlazor writes style attributes, so only the dashboard allows inline styles;
/// nobody allows inline scripts.
/// </summary>
internal static class SecurityHeaders
{
    private const string Public =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; " +
        "form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private static readonly string[] PublicPaths = ["/shops", "/sign-in", "/images"];

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = IsPublic(context.Request.Path) ? Public : Dashboard(context.Request.Host);
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });

    private static bool IsPublic(PathString path) =>
        path == "/" || PublicPaths.Any(prefix => path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase));

    // Older Safari does not count a web socket as 'self'.
    private static string Dashboard(HostString host) =>
        $"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; media-src 'self'; " +
        $"connect-src 'self' ws://{host} wss://{host}; manifest-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";
}
