namespace HaloAgent.Web.Client;

internal static class ForwardedAddress
{
    /// <summary>Says for whom Web calls, so that the Api's limits count visitors and not this one server.</summary>
    public static void From(this HttpRequestMessage request, string? address)
    {
        if (!string.IsNullOrEmpty(address))
        {
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", address);
        }
    }
}
