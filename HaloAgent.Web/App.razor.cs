using HaloAgent.Web.Theme;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace HaloAgent.Web;

/// <summary>
/// The document. The dashboard is interactive; public pages and sign-in are plain HTML with a small style sheet, so that
/// their first view is light on a slow line.
/// </summary>
public sealed partial class App
{
    [CascadingParameter]
    public HttpContext Context { get; set; } = null!;

    private bool IsDashboard => Context.AcceptsInteractiveRouting();

    private InteractiveServerRenderMode? Mode => IsDashboard ? RenderMode.InteractiveServer : null;

    private string? Theme => ThemePreference.Chosen(Context);
}
