namespace HaloAgent.Web.Theme;

/// <summary>
/// Two cookies: what the person chose, and what the system says (written by js/theme.js), so that the server paints the
/// first picture in the right colours.
/// </summary>
internal static class ThemePreference
{
    public const string ChosenCookie = "halo-theme";
    public const string SystemCookie = "halo-system-theme";
    public const string Light = "light";
    public const string Dark = "dark";

    /// <summary>Null while the person leaves it to the system.</summary>
    public static string? Chosen(HttpContext context) => context.Request.Cookies[ChosenCookie] is Light or Dark ? context.Request.Cookies[ChosenCookie] : null;

    public static bool IsDark(HttpContext context) => (Chosen(context) ?? context.Request.Cookies[SystemCookie]) == Dark;
}
