using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using Microsoft.AspNetCore.Components;

namespace HaloAgent.Web.Conversations;

/// <summary>The chats, the latest first.</summary>
public sealed partial class ChatList
{
    private List<ConversationView> _chats = [];
    private string? _next;
    private int _pages = 1;
    private (string? Filter, string? Q)? _shown;

    [Parameter]
    public Guid? Open { get; set; }

    [Parameter]
    public string? Filter { get; set; }

    [Parameter]
    public string? Q { get; set; }

    protected override Task OnParametersSetAsync()
    {
        if (_shown == (Filter, Q))
        {
            // Another chat was opened: the list is the same.
            return Task.CompletedTask;
        }

        _shown = (Filter, Q);
        _pages = 1;
        ShowLoading();
        return base.OnParametersSetAsync();
    }

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        var (chats, next) = (new List<ConversationView>(), (string?)null);
        for (var page = 0; page < _pages; page++)
        {
            var result = await Api.ListConversationsAsync(Filter, Q, next, stop);
            if (!result.Ok)
            {
                return result.Problem;
            }

            chats.AddRange(result.Value.Items);
            next = result.Value.NextCursor;
            if (next is null)
            {
                break;
            }
        }

        (_chats, _next) = (chats, next);
        return null;
    }

    private protected override bool Concerns(LiveEvent change) =>
        change.Kind is LiveEventKinds.MessageChanged or LiveEventKinds.ConversationChanged or LiveEventKinds.EscalationChanged;

    private Task ShowMoreAsync()
    {
        _pages++;
        return ReadAsync();
    }

    private void Search(string? q) => Navigation.NavigateTo(Address(Filter, q), replace: true);

    /// <summary>Among which was searched.</summary>
    private string Chats => Filter switch
    {
        "attention" => "the chats that need a person",
        "held" => "the chats that are taken over",
        "undelivered" => "the chats with a message that was not delivered",
        _ => "all chats",
    };

    private static string Address(string? filter, string? q) => "/chats".With(("filter", filter), ("q", q));

    private static string Preview(ConversationView chat) => chat.LastAuthor switch
    {
        _ when string.IsNullOrEmpty(chat.LastMessage) && chat.MessagesRemovedUntil is not null => "Messages no longer kept",
        _ when string.IsNullOrEmpty(chat.LastMessage) => Shared.ContactText.Channel(chat.Channel),
        "owner" => $"You: {ChatText.Plain(chat.LastMessage)}",
        "agent" => $"Agent: {ChatText.Plain(chat.LastMessage)}",
        "system" => $"Notice: {ChatText.Plain(chat.LastMessage)}",
        _ => ChatText.Plain(chat.LastMessage),
    };
}
