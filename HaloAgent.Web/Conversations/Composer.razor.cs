using HaloAgent.Contracts.Conversations;
using HaloAgent.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace HaloAgent.Web.Conversations;

/// <summary>Where the owner writes, or is told plainly why that is not possible now.</summary>
public sealed partial class Composer
{
    private string _text = "";
    private string? _started;
    private ComposerDraft? _taken;
    private string? _suggested;
    private string? _fitted;
    private ElementReference _box;
    private bool _suggesting;

    [Parameter, EditorRequired]
    public ConversationView Chat { get; set; } = null!;

    /// <summary>Words to begin with; put in once.</summary>
    [Parameter]
    public string? Start { get; set; }

    /// <summary>
    /// A text to be edited before it is sent; each is put in once. It takes the place of the one before it, if that stands there as it was put
    /// in, and else stands behind what is there already.
    /// </summary>
    [Parameter]
    public ComposerDraft? Draft { get; set; }

    [Parameter]
    public EventCallback<string> OnSend { get; set; }

    /// <summary>Asks the agent for a draft.</summary>
    [Parameter]
    public EventCallback OnSuggest { get; set; }

    [CascadingParameter]
    public ShopClock Clock { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private string? Closed =>
        Chat.OptedOut ? "This customer asked for no more messages (STOP). You can message them again once they send START."
        : Chat.WindowClosesAt is { } closes && Clock.IsOver(closes) ? "The customer has not written in 24 hours, so WhatsApp won't deliver anything you write here. You can reply as soon as they write again, or call them."
        : null;

    protected override void OnParametersSet()
    {
        if (Start is not null && _started != Start)
        {
            _started = Start;
            (_text, _fitted) = _text.Length == 0 ? (Start, Start) : (_text, _fitted);
        }

        if (Draft is not null && !ReferenceEquals(Draft, _taken))
        {
            _taken = Draft;
            if (Draft.Text.ReplaceLineEndings("\n").Trim() is { Length: > 0 } draft) PutIn(draft);
        }
    }

    /// <summary>The box grows by itself while somebody types (js/keys.js); what was put in, it has to be told of.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (Closed is null && _fitted is { } text)
        {
            _fitted = null;
            await Script.InvokeVoidAsync("haloFit", _box, text.Length > 0);
        }
    }

    private void PutIn(string draft)
    {
        var at = _suggested is { } before ? _text.IndexOf(before, StringComparison.Ordinal) : -1;
        var (above, below) = at < 0 ? (_text.Trim(), "") : (_text[..at], _text[(at + _suggested!.Length)..]);
        // A paragraph that stands there already, perhaps between what was typed, is not put in again.
        var added = string.Join("\n\n", draft.Split("\n\n").Where(paragraph => !above.Contains(paragraph, StringComparison.Ordinal) && !below.Contains(paragraph, StringComparison.Ordinal)));
        var gap = at < 0 && above.Length > 0 && added.Length > 0 ? "\n" : "";
        _text = above + gap + added + below;
        (_suggested, _fitted) = (added.Length > 0 ? added : null, _text);
    }

    private async Task SuggestAsync()
    {
        _suggesting = true;
        await OnSuggest.InvokeAsync();
        _suggesting = false;
    }

    private async Task SendAsync()
    {
        var text = _text.Trim();
        if (text.Length > 0)
        {
            (_text, _suggested, _fitted) = ("", null, "");
            await OnSend.InvokeAsync(text);
        }
    }
}

/// <summary>Words for the message box. Two with the same words are two: each was asked for.</summary>
public sealed class ComposerDraft(string text)
{
    public string Text => text;
}
