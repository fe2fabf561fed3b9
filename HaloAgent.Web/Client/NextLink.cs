using System.Net.Http.Headers;
using Microsoft.AspNetCore.WebUtilities;

namespace HaloAgent.Web.Client;

/// <summary>Reads the cursor out of <c>Link: &lt;/api/orders?cursor=abc&amp;limit=50&gt;; rel="next"</c>.</summary>
internal static class NextLink
{
    public static string? CursorOf(HttpResponseHeaders headers) =>
        headers.TryGetValues("Link", out var links) ? links.SelectMany(link => link.Split(',')).Select(Cursor).FirstOrDefault(cursor => cursor is not null) : null;

    private static string? Cursor(string link)
    {
        var open = link.IndexOf('<', StringComparison.Ordinal);
        var close = link.IndexOf('>', StringComparison.Ordinal);
        if (open < 0 || close < open || !link[close..].Contains("next", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var address = link[(open + 1)..close];
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return query >= 0 && QueryHelpers.ParseQuery(address[query..]).TryGetValue("cursor", out var cursor) ? cursor.ToString() : null;
    }
}
