namespace HaloAgent.Web.Client;

internal static class ApiClientExtensions
{
    /// <summary>The client itself has no timeout: calls bring their own, and the live feed stays open.</summary>
    public static void AddApiClient(this IHostApplicationBuilder builder)
    {
        builder.Services.AddHttpClient(ApiCaller.ClientName, client =>
        {
            client.BaseAddress = new Uri(builder.Configuration["Web:ApiAddress"] ?? "http://api");
            client.Timeout = Timeout.InfiniteTimeSpan;
        });
        builder.Services.AddSingleton<ApiCaller>();
        builder.Services.AddSingleton<PublicApi>();
        builder.Services.AddScoped<CurrentSession>();
        builder.Services.AddScoped<HaloApi>();
    }
}
