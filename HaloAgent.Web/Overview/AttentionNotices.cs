using System.Security.Claims;
using HaloAgent.Contracts.Overview;
using HaloAgent.Web.Client;
using HaloAgent.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;

namespace HaloAgent.Web.Overview;

/// <summary>
/// Says on every page what has just begun to wait for a person: one bar, however much it is, unless the page shows it
/// already. While the tab is hidden the computer is asked to say it too (js/notices.js), and the bar waits to be seen.
/// </summary>
public sealed class AttentionNotices : ComponentBase, IDisposable
{
    private const string Key = "attention";
    private const int LongEnoughToReachTheButton = 15_000;

    /// <summary>A page that does not answer is not looked at.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private readonly Arrivals _arrivals = new();
    private Snackbar? _bar;
    private List<AttentionItem> _told = [];
    private bool _stays;

    [Inject]
    private NeedsYou Needs { get; set; } = null!;

    [Inject]
    private ISnackbar Bars { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private CurrentSession Session { get; set; } = null!;

    protected override void OnInitialized()
    {
        Needs.Changed += OnChanged;
        Navigation.LocationChanged += OnMoved;
    }

    public void Dispose()
    {
        Needs.Changed -= OnChanged;
        Navigation.LocationChanged -= OnMoved;
    }

    private void OnChanged() => _ = InvokeAsync(async () =>
    {
        var news = _arrivals.Among(Needs.Known).Where(Notice.IsFor).ToList();
        var hidden = news.Count > 0 && await TellTheComputerAsync(news);
        Show(news, hidden);
    });

    private void OnMoved(object? sender, LocationChangedEventArgs to) => _ = InvokeAsync(() => Show([], hidden: false));

    /// <summary>Leaves out what was dismissed, what is settled and what the page shows.</summary>
    private void Show(IEnumerable<AttentionItem> news, bool hidden)
    {
        var open = _bar is not null && Bars.ShownSnackbars.Contains(_bar);
        List<AttentionItem> left = [.. (open ? _told : []).Concat(news).Where(item => !Needs.IsSettled(item) && !IsShownHere(item))];
        _stays = hidden || (open && _stays);
        if (left.SequenceEqual(open ? _told : []))
        {
            return;
        }

        Bars.RemoveByKey(Key);
        _told = left;
        _bar = left.Count == 0 ? null : Add(Notice.Of(left), AttentionLook.Icon(left[^1].Kind));
    }

    private Snackbar? Add(Notice notice, string icon) => Bars.Add(
        notice.Text,
        Severity.Normal,
        bar =>
        {
            (bar.Icon, bar.Action, bar.ActionVariant, bar.ActionColor) = (icon, notice.Action, Variant.Filled, Color.Primary);
            (bar.VisibleStateDuration, bar.RequireInteraction) = (LongEnoughToReachTheButton, _stays);
            (bar.SnackbarTypeClass, bar.MaximumOpacity) = ("attention-bar", 100);
            bar.OnClick = _ =>
            {
                // It closes by itself.
                (_bar, _told) = (null, []);
                Navigation.NavigateTo(notice.Address);
                return Task.CompletedTask;
            };
        },
        Key);

    private bool IsShownHere(AttentionItem item)
    {
        var here = new Uri(Navigation.Uri);
        return (item.Kind, here.AbsolutePath) switch
        {
            (_, "/overview") => Needs.IsOnStartPage(item),
            ("payment_review", "/payments") => true,
            ("payment_review", var path) => path.Equals($"/orders/{item.Id}", StringComparison.OrdinalIgnoreCase),
            ("escalation", "/chats") => here.Query is "" or "?filter=attention",
            (_, var path) => path.Equals($"/chats/{item.Id}", StringComparison.OrdinalIgnoreCase),
        };
    }

    /// <returns>Whether nobody looks at this page.</returns>
    private async Task<bool> TellTheComputerAsync(List<AttentionItem> news)
    {
        var notice = Notice.Of(news);
        var shop = (await Session.GetUserAsync()).FindFirstValue(HaloClaims.BusinessName);
        try
        {
            // The last word tells two tabs with the same news that it is the same.
            return await Script.InvokeAsync<bool>("haloNotices.arrived", Patience, shop, notice.Spoken, notice.Address, $"{news[^1].Key()}");
        }
        catch (Exception exception) when (exception is JSDisconnectedException or OperationCanceledException)
        {
            return true;
        }
        catch (JSException)
        {
            // Whatever keeps the computer from telling it, the bar does.
            return false;
        }
    }
}
