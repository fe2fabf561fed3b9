using HaloAgent.Web.Live;
using HaloAgent.Web.Orders;
using HaloAgent.Web.Overview;
using HaloAgent.Web.Shared;
using MudBlazor;
using MudBlazor.Services;

namespace HaloAgent.Web.Layout;

internal static class DashboardExtensions
{
    public static void AddDashboard(this WebApplicationBuilder builder)
    {
        // Started from its build output outside Development, every static file would come back empty.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents(options =>
            options.DetailedErrors = builder.Environment.IsDevelopment());
        builder.Services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.TopCenter;
            mud.SnackbarConfiguration.PreventDuplicates = true;
            mud.SnackbarConfiguration.VisibleStateDuration = 6000;
            mud.SnackbarConfiguration.ShowTransitionDuration = 150;
            mud.SnackbarConfiguration.HideTransitionDuration = 150;
        });
        builder.Services.AddScoped<LiveFeed>();
        builder.Services.AddScoped<Minute>();
        builder.Services.AddScoped<Decisions>();
        builder.Services.AddScoped<NeedsYou>();
    }
}
