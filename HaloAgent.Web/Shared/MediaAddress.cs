namespace HaloAgent.Web.Shared;

/// <summary>
/// Turns the Api's addresses of pictures and files into this site's own, which bring the member's token or cache headers
/// with them. An address of any other kind is not shown: nothing is loaded from another host.
/// </summary>
internal static class MediaAddress
{
    private const string PublicImages = "/api/public/images/";
    private const string Media = "/api/media/";

    /// <param name="width">Pixels; the picture is made smaller on the server.</param>
    public static string? Image(string? url, int width)
    {
        var path = PathOf(url);
        if (path is null || !path.StartsWith(PublicImages, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var rest = path[PublicImages.Length..];
        return $"/images/{rest}{(rest.Contains('?', StringComparison.Ordinal) ? '&' : '?')}w={width}";
    }

    public static string? File(string? url)
    {
        var path = PathOf(url);
        return path is null ? null
            : path.StartsWith(Media, StringComparison.OrdinalIgnoreCase) ? "/media/" + path[Media.Length..]
            : Image(path, 800);
    }

    private static string? PathOf(string? url) =>
        url is ['/', not '/', ..] ? url
        : Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.PathAndQuery
        : null;
}
