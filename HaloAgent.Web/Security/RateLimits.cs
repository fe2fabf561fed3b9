using System.Threading.RateLimiting;

namespace HaloAgent.Web.Security;

/// <summary>A visitor's share, by address. The Api has limits of its own; these keep a flood from reaching it.</summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Chat = "chat";

    public static void AddRateLimits(this IHostApplicationBuilder builder) => builder.Services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignIn, context => PerMinute(context, builder.Configuration.GetValue("Web:SignInsPerMinute", 30)));
        options.AddPolicy(Chat, context => PerMinute(context, builder.Configuration.GetValue("Web:ChatCallsPerMinute", 120)));
    });

    private static RateLimitPartition<string> PerMinute(HttpContext context, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
