using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using HaloAgent.Contracts.Auth;
using HaloAgent.Web.Client;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Live;
using HaloAgent.Web.Orders;
using HaloAgent.Web.Overview;
using HaloAgent.Web.Shared;
using HaloAgent.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using MudBlazor;
using MudBlazor.Services;
using Xunit;

namespace HaloAgent.Web.Tests.Support;

/// <summary>A signed-in owner's circuit over a <see cref="ScriptedApi"/>, with a clock that stands still.</summary>
public abstract class WebTest : BunitContext, IAsyncLifetime
{
    private protected const string Session = "session-1";

    private readonly BunitAuthorizationContext authorization;

    protected WebTest()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
        Services.AddMemoryCache();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        Services.AddSingleton<IHttpClientFactory>(new OneClient(Api));
        Services.AddSingleton<SessionStore>();
        Services.AddSingleton<SessionTokens>();
        Services.AddSingleton<ApiCaller>();
        Services.AddScoped<CurrentSession>();
        Services.AddScoped<HaloApi>();
        Services.AddScoped<LiveFeed>();
        Services.AddScoped<Minute>();
        Services.AddScoped<Decisions>();
        Services.AddScoped<NeedsYou>();
        AddBunitPersistentComponentState();
        authorization = AddAuthorization();
        authorization.SetAuthorized(Samples.Member.Name);
        SignedInAs("owner");
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        RenderTree.Add<CascadingValue<ShopClock>>(clock => clock.Add(value => value.Value, new ShopClock(Clock, "Africa/Lagos")));
    }

    /// <summary>The session that the signed-in member of these tests has.</summary>
    public async ValueTask InitializeAsync() =>
        await Services.GetRequiredService<SessionTokens>().SaveAsync(Session, new TokenResponse("access-1", "refresh-1", 3600));

    private protected ScriptedApi Api { get; } = new();

    private protected FakeTimeProvider Clock { get; } = new(Samples.Now);

    private protected void SignedInAs(string role) => authorization.SetClaims(
        new Claim(HaloClaims.Session, Session), new Claim(HaloClaims.BusinessName, "Halo Kitchen"), new Claim(HaloClaims.BusinessSlug, "halo-kitchen"), new Claim(HaloClaims.TimeZone, "Africa/Lagos"),
        new Claim(ClaimTypes.Role, role));

    private protected string Address => new Uri(Services.GetRequiredService<NavigationManager>().Uri).AbsolutePath;

    /// <summary>Taps a link to somewhere else.</summary>
    private protected static void LeaveFor<TPage>(IRenderedComponent<TPage> page, string address)
        where TPage : IComponent => page.InvokeAsync(() => page.Services.GetRequiredService<NavigationManager>().NavigateTo(address));

    /// <summary>The popovers and dialogs of MudBlazor are rendered by its providers.</summary>
    private protected IRenderedComponent<MudDialogProvider> RenderDialogs()
    {
        Render<MudPopoverProvider>();
        return Render<MudDialogProvider>();
    }
}
