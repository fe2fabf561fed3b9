using System.Globalization;
using System.Text;
using HaloAgent.Api.Http;
using HaloAgent.Api.Live;
using HaloAgent.Businesses;
using HaloAgent.Channels;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Conversations;
using HaloAgent.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Channels.WebChat;

/// <summary>
/// The chat on a shop's public page: a channel like the others. A visitor's message goes through the same inbox as one from WhatsApp;
/// what the agent or the owner says is read back from the same log.
/// </summary>
internal static class WebChatEndpoints
{
    public static void AddWebChat(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<VisitorTokens>();
        builder.Services.AddScoped<WebChatCall>();
    }

    public static void MapWebChat(this IEndpointRouteBuilder api)
    {
        var chat = api.MapGroup("/public/businesses/{slug}/chat").WithTags("Web chat").AllowAnonymous();
        chat.MapPost("/visitors", MeetAsync).RequireRateLimiting(RateLimits.Visitors);
        chat.MapPost("/messages", SendAsync).RequireRateLimiting(RateLimits.Chat);
        chat.MapGet("/messages", ListAsync).RequireRateLimiting(RateLimits.Public);
        chat.MapGet("/stream", StreamAsync).RequireRateLimiting(RateLimits.Public);
    }

    private static async Task<Results<Ok<VisitorView>, ProblemHttpResult>> MeetAsync(
        string slug, WebChatCall call, VisitorTokens tokens, CancellationToken stop) =>
        await call.ShopAsync(slug, stop) is null ? ReadPublicBusiness.NoSuchShop.ToProblem() : TypedResults.Ok(new VisitorView(tokens.Create(slug)));

    /// <summary>Answered once the message is durable.</summary>
    private static async Task<Results<Accepted, ProblemHttpResult>> SendAsync(
        string slug, ChatMessageRequest request, HttpContext context, WebChatCall call, ReceiveMessage receive, CancellationToken stop)
    {
        var caller = await call.WhoAsync(slug, context, stop);
        if (!caller.Succeeded)
        {
            return caller.Failure.ToProblem();
        }

        // The visitor's part keeps one visitor from using up another's ids.
        var visitor = caller.Value.Visitor.Id;
        await receive.HandleAsync(new InboundMessage(
            Channel.WebChat, new MessageSender(slug, visitor, null, null, null), $"{visitor}:{request.ClientId:N}",
            MessageContent.OfText(request.Text), null, Encoding.UTF8.GetBytes(request.Text)));
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Results<Ok<IReadOnlyList<ChatMessageView>>, ProblemHttpResult>> ListAsync(
        string slug, HttpContext context, WebChatCall call, ReadVisitorChat read, CancellationToken stop, string? after = null)
    {
        var caller = await call.WhoAsync(slug, context, stop);
        if (!caller.Succeeded)
        {
            return caller.Failure.ToProblem();
        }

        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            return Failure.Invalid("after", "This is no message's id.").ToProblem();
        }

        return TypedResults.Ok(await read.HandleAsync(
            caller.Value.ConversationId, after is null ? null : long.Parse(after, CultureInfo.InvariantCulture), stop));
    }

    private static async Task<Results<EmptyHttpResult, ProblemHttpResult>> StreamAsync(
        string slug, HttpContext context, WebChatCall call, LiveFeed feed, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, TimeProvider time)
    {
        var caller = await call.WhoAsync(slug, context, context.RequestAborted);
        if (!caller.Succeeded)
        {
            return caller.Failure.ToProblem();
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        using var subscription = feed.Subscribe(caller.Value.BusinessId);
        var stream = new VisitorStream(new EventStream(context), scopes, caller.Value.ConversationId);
        try
        {
            await stream.RunAsync(subscription, time, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The visitor left, or this service stops: their page opens it again.
        }

        return TypedResults.Empty;
    }
}
