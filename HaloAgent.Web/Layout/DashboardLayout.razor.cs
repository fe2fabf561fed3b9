using System.Security.Claims;
using HaloAgent.Web.Client;
using HaloAgent.Web.Live;
using HaloAgent.Web.Shared;
using HaloAgent.Web.SignIn;
using HaloAgent.Web.Theme;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;

namespace HaloAgent.Web.Layout;

/// <summary>The frame of the dashboard: navigation, the live line, the clock of the shop, light and dark.</summary>
public sealed partial class DashboardLayout : IDisposable
{
    private DotNetObjectReference<DashboardLayout>? _self;
    private ErrorBoundary? _boundary;
    private ShopClock _clock = null!;
    private string? _chosen;
    private bool _dark;

    [CascadingParameter]
    public HttpContext? Context { get; set; }

    [Inject]
    private CurrentSession Session { get; set; } = null!;

    [Inject]
    private LiveFeed Feed { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private PersistentComponentState State { get; set; } = null!;

    /// <summary>light, dark, or null for the system's.</summary>
    public string? ChosenTheme => _chosen;

    protected override async Task OnInitializedAsync()
    {
        RestoreTheme();
        var user = await Session.GetUserAsync();
        _clock = new ShopClock(Time, user.FindFirstValue(HaloClaims.TimeZone) ?? "Africa/Lagos");
        if (RendererInfo.IsInteractive && user.Identity is { IsAuthenticated: true })
        {
            Feed.Start();
        }
    }

    protected override void OnParametersSet() => _boundary?.Recover();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _self = DotNetObjectReference.Create(this);
            FollowSystem(await Script.InvokeAsync<bool>("haloTheme.follow", _self));
        }
    }

    /// <summary>Changes the colours at once and for later visits; null leaves them to the system.</summary>
    public async Task ChooseThemeAsync(string? theme)
    {
        _chosen = theme;
        await Script.InvokeVoidAsync("haloTheme.choose", theme);
        _dark = theme is null ? await Script.InvokeAsync<bool>("haloTheme.systemIsDark") : theme == ThemePreference.Dark;
        StateHasChanged();
    }

    /// <summary>The cookies are only there while the server renders; the circuit gets what was read from them.</summary>
    private void RestoreTheme()
    {
        if (Context is not null)
        {
            (_chosen, _dark) = (ThemePreference.Chosen(Context), ThemePreference.IsDark(Context));
            State.RegisterOnPersisting(
                () =>
                {
                    State.PersistAsJson(nameof(ThemePreference), new RememberedTheme(_chosen, _dark));
                    return Task.CompletedTask;
                },
                RenderMode.InteractiveServer);
        }
        else if (State.TryTakeFromJson<RememberedTheme>(nameof(ThemePreference), out var remembered) && remembered is not null)
        {
            (_chosen, _dark) = remembered;
        }
    }

    /// <summary>
    /// By js/theme.js, whenever the system changes its colours. MudBlazor's own watch would do it also against what the person chose, and
    /// without that (<c>ObserveSystemDarkModeChange="false"</c>) it never begins.
    /// </summary>
    [JSInvokable(nameof(FollowSystem))]
    public void FollowSystem(bool systemIsDark)
    {
        if (_chosen is null && _dark != systemIsDark)
        {
            _dark = systemIsDark;
            StateHasChanged();
        }
    }

    public void Dispose() => _self?.Dispose();

    private Task<IDialogReference> ShowKeysAsync() => Dialogs.ShowAsync<KeysDialog>("Keys");

    private sealed record RememberedTheme(string? Chosen, bool Dark);
}
