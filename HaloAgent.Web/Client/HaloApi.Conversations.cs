using HaloAgent.Contracts.Conversations;

namespace HaloAgent.Web.Client;

internal sealed partial class HaloApi
{
    public Task<ApiResult<ApiPage<ConversationView>>> ListConversationsAsync(string? filter, string? search, string? cursor, CancellationToken stop) =>
        GetPageAsync<ConversationView>("/api/conversations".With(("filter", filter), ("q", search), ("limit", 30), ("cursor", cursor)), stop);

    public Task<ApiResult<ConversationView>> GetConversationAsync(Guid id, CancellationToken stop) =>
        GetAsync<ConversationView>($"/api/conversations/{id}", stop);

    /// <summary>The newest page, oldest first within it; the cursor leads further back.</summary>
    public Task<ApiResult<ApiPage<MessageView>>> ListMessagesAsync(Guid id, int limit, string? cursor, CancellationToken stop) =>
        GetPageAsync<MessageView>($"/api/conversations/{id}/messages".With(("limit", limit), ("cursor", cursor)), stop);

    public Task<ApiResult<Nothing>> TakeOverAsync(Guid id, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, $"/api/conversations/{id}/take-over", null, stop);

    public Task<ApiResult<Nothing>> HandBackAsync(Guid id, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, $"/api/conversations/{id}/hand-back", new HandBackRequest(), stop);

    public Task<ApiResult<ReplyDraftView>> SuggestReplyAsync(Guid id, CancellationToken stop) =>
        SendAsync<ReplyDraftView>(HttpMethod.Post, $"/api/conversations/{id}/suggest-reply", null, stop);

    public Task<ApiResult<Nothing>> ResolveAsync(Guid id, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, $"/api/conversations/{id}/resolve", null, stop);

    public Task<ApiResult<Nothing>> MarkReadAsync(Guid id, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, $"/api/conversations/{id}/read", null, stop);

    public Task<ApiResult<Nothing>> SendMessageAsync(Guid id, string text, Guid clientId, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, $"/api/conversations/{id}/messages", new SendMessageRequest { Text = text, ClientId = clientId }, stop);

    public Task<ApiResult<Nothing>> FetchFilesAsync(Guid conversationId, string messageId, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, $"/api/conversations/{conversationId}/messages/{messageId}/fetch-files", null, stop);

    public Task<ApiResult<Nothing>> SettleFailedMessagesAsync(Guid id, IReadOnlyList<long> messages, CancellationToken stop) =>
        SendAsync(HttpMethod.Post, $"/api/conversations/{id}/failed-messages/seen", new FailedMessagesSeenRequest { Messages = messages }, stop);

    public Task<ApiResult<TurnView>> GetTurnAsync(Guid conversationId, Guid turnId, CancellationToken stop) =>
        GetAsync<TurnView>($"/api/conversations/{conversationId}/turns/{turnId}", stop);
}
