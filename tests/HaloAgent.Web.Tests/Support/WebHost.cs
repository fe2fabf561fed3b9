using HaloAgent.Web.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HaloAgent.Web.Tests.Support;

/// <summary>The whole of Web in this process, over a <see cref="ScriptedApi"/>, without PostgreSQL and Redis.</summary>
public sealed class WebHost : WebApplicationFactory<App>
{
    internal ScriptedApi Api { get; } = new();

    /// <summary>A browser of its own: keeps cookies, follows nothing.</summary>
    public HttpClient Browser() => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://shop.test") });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureServices(services => services.AddHttpClient(ApiCaller.ClientName).ConfigurePrimaryHttpMessageHandler(() => new Undisposed(Api)));
    }

    private sealed class Undisposed(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
#pragma warning disable CA2215 // The factory throws handlers away after a while; the script stays.
        protected override void Dispose(bool disposing)
#pragma warning restore CA2215
        {
        }
    }
}
