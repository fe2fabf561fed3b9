namespace HaloAgent.Web.Showcase;

internal static class PublicPagesExtensions
{
    public static void AddPublicPages(this IHostApplicationBuilder builder) => builder.Services.AddResponseCompression();

    /// <summary>For a person who opens a page; scripts and pictures get the bare status.</summary>
    public static void UseNotFoundPage(this WebApplication app) => app.UseWhen(
        context => HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase),
        branch => branch.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));

    /// <summary>
    /// Only pages that show everybody the same are compressed: beside a secret (the dashboard, forms), compression tells
    /// an onlooker about it. Event streams are left alone, they would be held back.
    /// </summary>
    public static void UsePublicCompression(this WebApplication app) => app.UseWhen(
        context => context.Request.Path == "/" || (context.Request.Path.StartsWithSegments("/shops", StringComparison.OrdinalIgnoreCase) && !context.Request.Path.Value!.Contains("/chat", StringComparison.Ordinal)),
        branch => branch.UseResponseCompression());
}
