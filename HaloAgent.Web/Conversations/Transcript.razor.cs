using System.Globalization;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;
using HaloAgent.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace HaloAgent.Web.Conversations;

/// <summary>One chat, live: read along, take over, write, hand back.</summary>
public sealed partial class Transcript
{
    private const int PageSize = 50;
    private readonly List<OwnDraft> _sending = [];
    private ConversationView? _chat;
    private List<MessageView> _messages = [];
    private string? _next;
    private bool _busy;
    private bool _earlier;
    private ComposerDraft? _draft;
    private Guid? _explained;

    [Parameter, EditorRequired]
    public Guid Id { get; set; }

    [Parameter]
    public string? Ask { get; set; }

    [Parameter]
    public Guid? Why { get; set; }

    [Parameter, EditorRequired]
    public string Back { get; set; } = "";

    [Parameter, EditorRequired]
    public string DetailsHref { get; set; } = "";

    /// <summary>The address with a turn's explanation open, or with none.</summary>
    [Parameter, EditorRequired]
    public Func<Guid?, string> WhyHref { get; set; } = null!;

    [CascadingParameter]
    public ShopClock Clock { get; set; } = null!;

    [Inject]
    private ISnackbar Snackbar { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private string? Opening => Ask is null ? null : $"Hello, about order #{Ask}: ";

    // The live feed may bring the stored message before the answer to our POST: then the draft steps aside.
    private IEnumerable<OwnDraft> Sending => _sending.Where(draft =>
        draft.Problem is not null || !_messages.Exists(message => message.Author == "owner" && message.Content == draft.Text && message.CreatedAt >= draft.Since));

    protected override Task OnParametersSetAsync() => _chat is null ? base.OnParametersSetAsync() : Task.CompletedTask;

    /// <summary>Whoever closes the explanation is back at the link that opened it.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        (var closed, _explained) = (_explained, Why);
        if (closed is { } turn && Why is null) await Script.InvokeVoidAsync("haloBackToWhy", turn);
    }

    private protected override async Task<ApiProblem?> LoadAsync(CancellationToken stop)
    {
        var reading = Api.ListMessagesAsync(Id, PageSize, null, stop);
        var chat = await Api.GetConversationAsync(Id, stop);
        var messages = await reading;
        if (!chat.Ok || !messages.Ok)
        {
            return chat.Problem ?? messages.Problem;
        }

        _chat = chat.Value;
        Merge(messages.Value);
        if (_chat.UnreadCount > 0)
        {
            await Api.MarkReadAsync(Id, stop);
        }

        return null;
    }

    /// <summary>Those that are shown: what failed further up, or has failed since, nobody has seen to.</summary>
    private IEnumerable<MessageView> Failures => _messages.Where(message => message.FailureWaits);

    private async Task SettleFailedAsync()
    {
        var shown = Failures.Select(message => message.Id).ToHashSet();
        var settled = await Api.SettleFailedMessagesAsync(Id, [.. shown.Select(id => long.Parse(id, CultureInfo.InvariantCulture))], Gone);
        if (Refused(settled))
        {
            Snackbar.Add(settled.Problem!.Sentence, Severity.Warning);
            return;
        }

        // Only the newest page is read again.
        _messages = [.. _messages.Select(message => shown.Contains(message.Id) ? message with { FailureWaits = false } : message)];
        await ReadAsync();
    }

    /// <returns>Whether the provider is asked.</returns>
    private async Task<bool> FetchFilesAsync(string messageId)
    {
        var asked = await Api.FetchFilesAsync(Id, messageId, Gone);
        if (Refused(asked)) Snackbar.Add(asked.Problem!.Sentence, Severity.Warning);
        return asked.Ok;
    }

    private protected override bool Concerns(LiveEvent change) =>
        change.Id == Id && change.Kind is LiveEventKinds.MessageChanged or LiveEventKinds.ConversationChanged or LiveEventKinds.EscalationChanged;

    /// <summary>Lays the newest page over what is shown; after a long gap the two do not meet, and the page stands alone.</summary>
    private void Merge(ApiPage<MessageView> page)
    {
        var meets = page.Items.Count == 0 ? -1 : _messages.FindIndex(message => message.Id == page.Items[0].Id);
        if (meets > 0)
        {
            _messages = [.. _messages.Take(meets), .. page.Items];
        }
        else
        {
            (_messages, _next) = ([.. page.Items], page.NextCursor);
        }
    }

    private async Task ShowEarlierAsync()
    {
        _earlier = true;
        var page = await Api.ListMessagesAsync(Id, PageSize, _next, Gone);
        _earlier = false;
        if (!Refused(page))
        {
            var known = _messages.Select(message => message.Id).ToHashSet();
            _messages = [.. page.Value!.Items.Where(message => !known.Contains(message.Id)), .. _messages];
            _next = page.Value.NextCursor;
        }
        else
        {
            Snackbar.Add(page.Problem!.Sentence, Severity.Warning);
        }
    }

    // Before the first message since; not at all where the place is further up, on a page that is not shown.
    private string? FirstSinceHandBack => _chat?.HandBack is { } back && _messages.FindIndex(message => message.CreatedAt >= back.At) is >= 0 and var at && (at > 0 || _next is null)
        ? _messages[at].Id
        : null;

    private bool HandedBackLast => _chat?.HandBack is { } back && !Loading && (_messages.Count == 0 || _messages[^1].CreatedAt < back.At);

    private async Task SuggestAsync()
    {
        var draft = await Api.SuggestReplyAsync(Id, Gone);
        if (Refused(draft)) Snackbar.Add(draft.Problem!.Sentence, Severity.Warning);
        else Use(draft.Value!.Text);
    }

    private void Use(string reply) => _draft = new ComposerDraft(reply);

    private Task TakeOverAsync() => ActAsync(() => Api.TakeOverAsync(Id, Gone));

    private Task HandBackAsync() => ActAsync(() => Api.HandBackAsync(Id, Gone));

    private Task ResolveAsync() => ActAsync(() => Api.ResolveAsync(Id, Gone));

    private async Task ActAsync(Func<Task<ApiResult<Nothing>>> act)
    {
        _busy = true;
        var result = await act();
        _busy = false;
        if (Refused(result))
        {
            Snackbar.Add(result.Problem!.Sentence, Severity.Warning);
        }

        await ReadAsync();
    }

    private async Task SendAsync(string text)
    {
        // A little earlier than now: the clocks of two machines are never quite the same.
        var draft = new OwnDraft(Guid.CreateVersion7(), text, Time.GetUtcNow().AddSeconds(-2));
        _sending.Add(draft);
        await DeliverAsync(draft);
    }

    private async Task DeliverAsync(OwnDraft draft)
    {
        draft.Problem = null;
        StateHasChanged();
        var result = await Api.SendMessageAsync(Id, draft.Text, draft.ClientId, Gone);
        if (Refused(result))
        {
            draft.Problem = result.Problem!.Sentence;
            return;
        }

        await ReadAsync();
        _sending.Remove(draft);
    }

    /// <summary>What was written here and is not in the transcript yet; a second try carries the same id, so it is sent once.</summary>
    private sealed record OwnDraft(Guid ClientId, string Text, DateTimeOffset Since)
    {
        public string? Problem { get; set; }
    }
}
