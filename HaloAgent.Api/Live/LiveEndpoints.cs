using System.Globalization;
using HaloAgent.Api.Auth;

namespace HaloAgent.Api.Live;

internal static class LiveEndpoints
{
    public static void AddLive(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<LiveFeed>();
        builder.Services.AddHostedService(services => services.GetRequiredService<LiveFeed>());
    }

    public static void MapLive(this IEndpointRouteBuilder api) => api.MapGet("/live", StreamAsync).WithTags("Live").ExcludeFromDescription();

    /// <summary>Ends when the access token does: the client opens it again with a fresh one, and a member who was removed cannot.</summary>
    private static async Task StreamAsync(SignedInMember member, HttpContext context, LiveFeed feed, IHostApplicationLifetime lifetime, TimeProvider time)
    {
        using var tokenEnds = new CancellationTokenSource(TokenLeft(context, time), time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping, tokenEnds.Token);
        using var subscription = feed.Subscribe(member.BusinessId);
        var stream = new EventStream(context);
        try
        {
            await stream.OpenAsync(end.Token);
            while (true)
            {
                var next = await subscription.NextAsync(EventStream.Heartbeat, time, end.Token);
                await (next is null ? stream.CommentAsync(end.Token) : stream.SendAsync(next.Kind, next, end.Token));
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The reader left, the token ended, or this service stops.
        }
    }

    private static TimeSpan TokenLeft(HttpContext context, TimeProvider time)
    {
        var left = long.TryParse(context.User.FindFirst("exp")?.Value, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) - time.GetUtcNow()
            : TimeSpan.Zero;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
