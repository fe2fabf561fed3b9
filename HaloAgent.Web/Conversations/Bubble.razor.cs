using HaloAgent.Contracts.Conversations;
using HaloAgent.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace HaloAgent.Web.Conversations;

/// <summary>One message with all that came with it, and honestly how far it got.</summary>
public sealed partial class Bubble : IDisposable
{
    [Parameter, EditorRequired]
    public MessageView Message { get; set; } = null!;

    /// <summary>Opens the explanation of the agent's turn; null where there is none.</summary>
    [Parameter]
    public string? WhyHref { get; set; }

    /// <summary>Asks the provider for the missing file once more; the answer comes by the live feed.</summary>
    [Parameter]
    public Func<string, Task<bool>>? FetchFiles { get; set; }

    /// <summary>A member has seen to all that is shown as not delivered in this chat.</summary>
    [Parameter]
    public EventCallback OnSeenTo { get; set; }

    /// <summary>How many that are.</summary>
    [Parameter]
    public int Failures { get; set; } = 1;

    [CascadingParameter]
    public ShopClock Clock { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <summary>Longer than a provider takes that answers at all.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int Excerpt = 40;

    private CancellationTokenSource? _waiting;
    private int? _askedAfter;

    private static string AdHost(string link) => Uri.TryCreate(link, UriKind.Absolute, out var address) ? address.Host : link;

    /// <summary>The answer is a change of the message, also where it is no again.</summary>
    private async Task FetchAsync()
    {
        if (FetchFiles is null || IsFetching) return;
        StopWaiting();
        (_waiting, _askedAfter) = (new CancellationTokenSource(), Message.FetchAttempts);
        var gone = _waiting.Token;
        if (await FetchFiles(Message.Id))
        {
            await Task.Delay(Patience, Time, gone).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
        else
        {
            _askedAfter = null;
        }

        if (!gone.IsCancellationRequested) StopWaiting();
    }

    private bool IsFetching => _waiting is not null && _askedAfter == Message.FetchAttempts;

    private string FetchWord => IsFetching ? "Asking WhatsApp…" : "Try again";

    private string? FetchOutcome => _askedAfter is not { } before || IsFetching ? null
        : Message.FetchAttempts > before ? "Asked again, but it is still not there." : "No answer yet.";

    private string SeenWord => Failures > 1 ? $"I've dealt with all {Failures}" : "I've dealt with it";

    /// <summary>Tells it from the others to whoever only hears of it.</summary>
    private string About => Message.Content.Replace("*", "", StringComparison.Ordinal).ReplaceLineEndings(" ") switch
    {
        "" => Message.MediaUrl is null ? Clock.Clock(Message.CreatedAt) : TurnWords.Plain(Message.Kind),
        { Length: <= Excerpt } all => all,
        var words => words[..(char.IsHighSurrogate(words[Excerpt - 1]) ? Excerpt - 1 : Excerpt)] + "…",
    };

    private void StopWaiting()
    {
        _waiting?.Cancel();
        _waiting?.Dispose();
        _waiting = null;
    }

    public void Dispose() => StopWaiting();

    private bool Failed => Message.Status is "failed" or "unknown";

    private string Who => Message.Author switch
    {
        "agent" => "Agent",
        "owner" => Message.AuthorName ?? "Your team",
        "system" => "HaloAgent",
        _ => "Customer",
    };

    /// <summary>All that came with it, each with how it is shown.</summary>
    private IReadOnlyList<(string Address, string Kind)> Files =>
    [
        .. Message.MoreMedia.Prepend(new MediaView(Message.MediaUrl ?? "", Message.MediaType ?? ""))
            .Select(media => (Address: MediaAddress.File(media.Url), Kind: KindOf(media.Type)))
            .Where(file => file.Address is not null).Select(file => (file.Address!, file.Kind)),
    ];

    private string KindOf(string type) => type.Split('/')[0] switch
    {
        "image" => "image",
        "audio" => "audio",
        "video" => "video",
        { Length: > 0 } => "file",
        _ => Message.Kind switch
        {
            "image" or "sticker" => "image",
            "voice" or "audio" => "audio",
            "video" => "video",
            _ => "file",
        },
    };

    /// <summary>What the worker wrote of it; of older messages, what can be said of any.</summary>
    private string? MissingMedia => Message is { Direction: "inbound", FailureReason: { } why } ? why : Files.Count > 0 ? null : Message.Kind switch
    {
        "image" => "A picture that could not be fetched, or is too large",
        "voice" or "audio" => "A voice note that could not be fetched, or is too large",
        "video" => "A video that could not be fetched, or is too large",
        "document" => "A file that could not be fetched, is too large or of a kind that is not accepted",
        "sticker" => "A sticker",
        "contact_card" => "A contact card",
        "unsupported" => "This kind of message can't be shown here. Check it on the phone.",
        _ => null,
    };

    private (string Word, string Icon)? Tick => Message.Direction != "outbound" ? null : Message.Status switch
    {
        "queued" or "sending" => ("On its way", Icons.Material.Rounded.Schedule),
        "sent" => ("Sent", Icons.Material.Rounded.Done),
        "delivered" => ("Delivered", Icons.Material.Rounded.DoneAll),
        "read" => ("Read", Icons.Material.Rounded.DoneAll),
        "failed" => ("Not delivered", Icons.Material.Rounded.ErrorOutline),
        "unknown" => ("May not have arrived", Icons.Material.Rounded.HelpOutline),
        "withdrawn" => ("Withdrawn before it was sent", Icons.Material.Rounded.Undo),
        _ => null,
    };
}
