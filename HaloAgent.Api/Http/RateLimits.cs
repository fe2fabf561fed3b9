using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace HaloAgent.Api.Http;

/// <summary>Section <c>RateLimits</c>: requests a minute, by address, or by visitor in the web chat.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>False for load tests only.</summary>
    public bool Enabled { get; set; } = true;

    [Range(1, int.MaxValue)]
    public int SignIn { get; set; } = 20;

    [Range(1, int.MaxValue)]
    public int Renewal { get; set; } = 120;

    /// <summary>Public pages; pictures are not counted, they are cached.</summary>
    [Range(1, int.MaxValue)]
    public int Public { get; set; } = 300;

    /// <summary>New web chat visitors an address.</summary>
    [Range(1, int.MaxValue)]
    public int Visitors { get; set; } = 30;

    /// <summary>Messages a web chat visitor.</summary>
    [Range(1, int.MaxValue)]
    public int Chat { get; set; } = 40;
}

internal static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Renewal = "renewal";
    public const string Public = "public";
    public const string Visitors = "visitors";
    public const string Chat = "chat";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this IHostApplicationBuilder builder)
    {
        var options = new RateLimitOptions();
        builder.Configuration.GetSection("RateLimits").Bind(options);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = SayWhenAsync;
            limiter.Add(SignIn, options, options.SignIn, Address);
            limiter.Add(Renewal, options, options.Renewal, Address);
            limiter.Add(Public, options, options.Public, Address);
            limiter.Add(Visitors, options, options.Visitors, Address);
            limiter.Add(Chat, options, options.Chat, context => Visitor(context) ?? Address(context));
        });
    }

    private static void Add(this RateLimiterOptions limiter, string name, RateLimitOptions options, int permits, Func<HttpContext, string> partition) =>
        limiter.AddPolicy(name, context => options.Enabled
            ? RateLimitPartition.GetSlidingWindowLimiter(
                partition(context),
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = Window, SegmentsPerWindow = 6 })
            : RateLimitPartition.GetNoLimiter(""));

    private static string Address(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Null for a token that is not genuine: it is counted by its address.</summary>
    private static string? Visitor(HttpContext context) =>
        context.RequestServices.GetRequiredService<Channels.WebChat.VisitorTokens>().Read(context)?.Id;

    private static async ValueTask SayWhenAsync(OnRejectedContext rejected, CancellationToken stop)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window / 6;
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(Math.Max(1, wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await TypedResults.Problem(title: ProblemWords.Words(429), statusCode: 429).ExecuteAsync(rejected.HttpContext);
    }
}
