namespace HaloAgent.Web.Client;

/// <summary>Builds <c>path?a=1&amp;b=2</c> and leaves out what is empty.</summary>
internal static class Query
{
    public static string With(this string path, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var query = new List<string>();
        foreach (var (name, value) in parameters)
        {
            if (value is not null && string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}") is { Length: > 0 } text)
            {
                query.Add($"{name}={Uri.EscapeDataString(text)}");
            }
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }
}
