using HaloAgent.Contracts.Conversations;
using HaloAgent.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace HaloAgent.Web.Conversations;

/// <summary>Where the owner writes, or is told plainly why that is not possible now.</summary>
public sealed partial class Composer
{
    private string _text = "";
    private string? _started;
    private ComposerDraft? _taken;
    private bool _suggesting;

    [Parameter, EditorRequired]
    public ConversationView Chat { get; set; } = null!;

    /// <summary>Words to begin with; put in once.</summary>
    [Parameter]
    public string? Start { get; set; }

    /// <summary>A text to be edited before it is sent; each is put in once, behind what stands there already.</summary>
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

    private int Rows => Math.Clamp(_text.Count(letter => letter == '\n') + 1 + (_text.Length / 60), 1, 6);

    private string? Closed =>
        Chat.OptedOut ? "This customer asked for no more messages (STOP). You can message them again once they send START."
        : Chat.WindowClosesAt is { } closes && Clock.IsOver(closes) ? "The customer has not written in 24 hours, so WhatsApp won't deliver anything you write here. You can reply as soon as they write again, or call them."
        : null;

    protected override void OnParametersSet()
    {
        if (Start is not null && _started != Start)
        {
            _started = Start;
            _text = _text.Length == 0 ? Start : _text;
        }

        if (Draft is not null && !ReferenceEquals(Draft, _taken))
        {
            _taken = Draft;
            _text = _text.Trim() is { Length: > 0 } typed ? $"{typed}\n{Draft.Text}" : Draft.Text;
        }
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
            _text = "";
            await OnSend.InvokeAsync(text);
        }
    }
}

/// <summary>Words for the message box. Two with the same words are two: each was asked for.</summary>
public sealed class ComposerDraft(string text)
{
    public string Text => text;
}
