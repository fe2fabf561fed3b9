using System.ComponentModel.DataAnnotations;
using HaloAgent.Api.Auth;
using HaloAgent.Api.Http;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Conversations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Conversations;

using NoAnswer = Results<NoContent, ProblemHttpResult>;

internal static class ConversationEndpoints
{
    public static void MapConversations(this IEndpointRouteBuilder api)
    {
        var conversations = api.MapGroup("/conversations").WithTags("Conversations");
        conversations.MapGet("/", ListAsync);
        conversations.MapGet("/{id:guid}", ReadAsync);
        conversations.MapGet("/{id:guid}/messages", ListMessagesAsync);
        conversations.MapPost("/{id:guid}/messages", SendAsync);
        conversations.MapPost("/{id:guid}/messages/{messageId:long}/fetch-files", FetchFilesAsync);
        conversations.MapGet("/{id:guid}/turns/{turnId:guid}", ReadTurnAsync);
        conversations.MapPost("/{id:guid}/take-over", TakeOverAsync);
        conversations.MapPost("/{id:guid}/hand-back", HandBackAsync);
        conversations.MapPost("/{id:guid}/suggest-reply", SuggestReplyAsync);
        conversations.MapPost("/{id:guid}/read", MarkReadAsync);
        conversations.MapPost("/{id:guid}/resolve", ResolveAsync);
        conversations.MapPost("/{id:guid}/failed-messages/seen", SettleFailedAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<ConversationView>>, ProblemHttpResult>> ListAsync(
        SignedInMember member, HttpContext context, ListConversations list, CancellationToken stop,
        [StringLength(20)] string? filter = null, [StringLength(200)] string? q = null,
        [Range(1, PageAnswers.MaxLimit)] int limit = 50, string? cursor = null) =>
        (await list.HandleAsync(member.BusinessId, filter, q, limit, cursor, stop)).ToAnswer(context);

    private static async Task<Results<Ok<ConversationView>, ProblemHttpResult>> ReadAsync(
        Guid id, SignedInMember member, ListConversations list, CancellationToken stop) =>
        (await list.HandleAsync(member.BusinessId, id, stop)).ToAnswer();

    private static async Task<Results<Ok<IReadOnlyList<MessageView>>, ProblemHttpResult>> ListMessagesAsync(
        Guid id, SignedInMember member, HttpContext context, ReadTranscript read, CancellationToken stop,
        [Range(1, PageAnswers.MaxLimit)] int limit = 50, string? cursor = null) =>
        (await read.HandleAsync(member.BusinessId, id, limit, cursor, stop)).ToAnswer(context);

    /// <summary>Writing takes the chat over. Accepted, not yet delivered: the ticks tell.</summary>
    private static async Task<Results<Accepted, ProblemHttpResult>> SendAsync(
        Guid id, SendMessageRequest request, SignedInMember member, SendMemberMessage send, TimeProvider time, CancellationToken stop)
    {
        var clientId = request.ClientId ?? Guid.CreateVersion7(time.GetUtcNow());
        var sent = await send.HandleAsync(member.BusinessId, id, member.Actor, request.Text, clientId, stop);
        return sent.Succeeded ? TypedResults.Accepted((string?)null) : sent.Failure.ToProblem();
    }

    /// <summary>Accepted: whether the file comes stands beside the message.</summary>
    private static async Task<Results<Accepted, ProblemHttpResult>> FetchFilesAsync(
        Guid id, long messageId, SignedInMember member, FetchFilesAgain fetch, CancellationToken stop)
    {
        var asked = await fetch.HandleAsync(member.BusinessId, id, messageId, stop);
        return asked.Succeeded ? TypedResults.Accepted((string?)null) : asked.Failure.ToProblem();
    }

    private static async Task<Results<Ok<TurnView>, ProblemHttpResult>> ReadTurnAsync(
        Guid id, Guid turnId, SignedInMember member, ReadTurn read, CancellationToken stop) =>
        (await read.HandleAsync(member.BusinessId, id, turnId, stop)).ToAnswer();

    private static async Task<NoAnswer> TakeOverAsync(Guid id, SignedInMember member, TakeOverConversation takeOver, CancellationToken stop) =>
        (await takeOver.HandleAsync(member.BusinessId, id, member.Actor, stop)).ToNoContent();

    private static async Task<NoAnswer> HandBackAsync(
        Guid id, HandBackRequest? request, SignedInMember member, ReturnToAgent handBack, CancellationToken stop) =>
        (await handBack.HandleAsync(member.BusinessId, id, member.Actor, request?.Note, stop)).ToNoContent();

    private static async Task<Results<Ok<ReplyDraftView>, ProblemHttpResult>> SuggestReplyAsync(
        Guid id, SignedInMember member, SuggestReply suggest, CancellationToken stop) =>
        (await suggest.HandleAsync(member.BusinessId, id, stop)).Map(draft => new ReplyDraftView(draft.Text, draft.ByAgent ? "agent" : "template")).ToAnswer();

    private static async Task<NoAnswer> MarkReadAsync(Guid id, SignedInMember member, MarkConversationRead mark, CancellationToken stop) =>
        (await mark.HandleAsync(member.BusinessId, id, stop)).ToNoContent();

    private static async Task<NoAnswer> SettleFailedAsync(
        Guid id, FailedMessagesSeenRequest seen, SignedInMember member, SettleFailedMessages settle, CancellationToken stop) =>
        (await settle.HandleAsync(member.BusinessId, id, seen.Messages, member.Actor, stop)).ToNoContent();

    private static async Task<NoAnswer> ResolveAsync(Guid id, SignedInMember member, ResolveEscalation resolve, CancellationToken stop) =>
        (await resolve.HandleAsync(member.BusinessId, id, member.Actor, stop)).ToNoContent();
}
