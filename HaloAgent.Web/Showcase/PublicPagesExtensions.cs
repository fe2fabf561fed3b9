using Microsoft.AspNetCore.Diagnostics;

namespace HaloAgent.Web.Showcase;

internal static class PublicPagesExtensions
{
    public static void AddPublicPages(this IHostApplicationBuilder builder) => builder.Services.AddResponseCompression();

    /// <summary>For a person who opens a page; scripts and pictures get the bare status. In a branch of its own the page would not be found: routing belongs to the whole.</summary>
    public static void UseNotFoundPage(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            if (!OpensPage(context.Request) && context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next(context);
        });
    }

    private static bool OpensPage(HttpRequest request) => HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Only pages that show everybody the same are compressed: beside a secret (the dashboard, forms), compression tells
    /// an onlooker about it. Event streams are left alone, they would be held back.
    /// </summary>
    public static void UsePublicCompression(this WebApplication app) => app.UseWhen(
        context => context.Request.Path == "/" || (context.Request.Path.StartsWithSegments("/shops", StringComparison.OrdinalIgnoreCase) && !context.Request.Path.Value!.Contains("/chat", StringComparison.Ordinal)),
        branch => branch.UseResponseCompression());
}
