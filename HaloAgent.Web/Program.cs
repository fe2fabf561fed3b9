using HaloAgent.Web;
using HaloAgent.Web.Client;
using HaloAgent.Web.Layout;
using HaloAgent.Web.Security;
using HaloAgent.Web.Showcase;
using HaloAgent.Web.SignIn;
using HaloAgent.Web.Theme;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddTrustedProxies();
builder.AddApiClient();
builder.AddSignIn();
builder.AddRateLimits();
builder.AddDashboard();
builder.AddPublicPages();
builder.AddKeyRing();

var app = builder.Build();

app.UseForwardedHeaders();
app.UsePublicCompression();
app.UseSecurityHeaders();
app.UseExceptionHandler("/sorry", createScopeForErrors: true);
app.UseNotFoundPage();
app.UseAuthentication();
app.UseAuthorization();
app.UseRateLimiter();
app.UseAntiforgery();

app.MapDefaultEndpoints();
app.MapStaticAssets();
app.MapThemeStyleSheet();
app.MapSignOut();
app.MapMedia();
app.MapPublicImages();
app.MapWebChat();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);

app.Run();
