using System.Net;
using HaloAgent.Web.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HaloAgent.Web.Tests.Support;

/// <summary>The whole of Web in this process, over a <see cref="ScriptedApi"/>, without PostgreSQL and Redis.</summary>
public sealed class WebHost : WebApplicationFactory<App>
{
    internal ScriptedApi Api { get; } = new();

    /// <summary>Where all its browsers are.</summary>
    public const string Address = "102.89.1.2";

    /// <summary>A browser of its own: keeps cookies, follows nothing.</summary>
    public HttpClient Browser() => CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new Uri("http://shop.test") });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, FromTheAddress>());
        builder.ConfigureServices(services => services.AddHttpClient(ApiCaller.ClientName).ConfigurePrimaryHttpMessageHandler(() => new Undisposed(Api)));
    }

    /// <summary>The test server knows no addresses.</summary>
    private sealed class FromTheAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(Address);
                return go(context);
            });
            next(app);
        };
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
