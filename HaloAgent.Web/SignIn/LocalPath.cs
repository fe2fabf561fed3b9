namespace HaloAgent.Web.SignIn;

internal static class LocalPath
{
    /// <summary>A path on this site: begins with one slash, and holds nothing that a browser would read as a host.</summary>
    public static bool IsSafe(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.AsSpan().ContainsAny("\r\n\t\\");
}
