namespace HaloAgent.Web.Theme;

/// <summary>/theme.css: the palette for every page. The person's choice wins over the system's.</summary>
internal static class ThemeStyleSheet
{
    public const string Path = "/theme.css";

    private static readonly string Text =
        $$$"""
        :root{color-scheme:light;{{{HaloPalette.Light.ToCss()}}}--halo-shadow:0 1px 2px rgb(16 32 24 / .06),0 2px 8px rgb(16 32 24 / .06)}
        @media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;{{{HaloPalette.Dark.ToCss()}}}--halo-shadow:0 1px 2px rgb(0 0 0 / .4),0 2px 8px rgb(0 0 0 / .3)}}
        :root[data-theme=dark]{color-scheme:dark;{{{HaloPalette.Dark.ToCss()}}}--halo-shadow:0 1px 2px rgb(0 0 0 / .4),0 2px 8px rgb(0 0 0 / .3)}
        """;

    public static void MapThemeStyleSheet(this IEndpointRouteBuilder app) => app.MapGet(Path, (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Text(Text, "text/css");
    });
}
