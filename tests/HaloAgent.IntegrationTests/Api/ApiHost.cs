using System.Net.Http.Headers;
using System.Net.Http.Json;
using HaloAgent.Api.Auth;
using HaloAgent.Contracts.Auth;
using HaloAgent.Data;
using HaloAgent.IntegrationTests.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

/// <summary>
/// The Api itself on Kestrel, with a database of its own, the demo shops, a clock that tests turn, and nobody where Redis and the
/// agents should be: it has to do without.
/// </summary>
public sealed class ApiHost(PostgresFixture postgres) : IAsyncLifetime
{
    public const string Owner = "owner@halo-kitchen.example";
    public const string Staff = "staff@halo-kitchen.example";
    public const string OtherOwner = "owner@ankara-corner.example";

    private WebApplicationFactory<AccessTokens>? factory;

    /// <summary>Settings of one test class, before the start.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        ["ConnectionStrings:redis"] = "127.0.0.1:1,connectTimeout=200",
        ["DemoData:Enabled"] = "true",
        ["RateLimits:Enabled"] = "false",
        ["Twilio:AccountSid"] = "ACtest",
        ["Twilio:AuthToken"] = "test-token",
        ["Twilio:PublicBaseUrl"] = "http://localhost",
    };

    public FakeTimeProvider Time { get; } = new(TestServices.Morning);

    public IServiceProvider Services => factory!.Services;

    public IEnumerable<RouteEndpoint> Routes => Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public async ValueTask InitializeAsync()
    {
        var connectionString = await postgres.CreateDatabaseAsync(maximumPoolSize: 40);
        factory = new WebApplicationFactory<AccessTokens>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production");
            host.UseSetting("urls", "http://127.0.0.1:0");
            foreach (var (key, value) in ConfigurationExtensions.AsEnumerable(TestServices.Configuration))
            {
                host.UseSetting(key, value);
            }

            foreach (var (key, value) in Settings)
            {
                host.UseSetting(key, value);
            }

            host.UseSetting("ConnectionStrings:halodb", connectionString);
            host.ConfigureServices(services => services.AddSingleton<TimeProvider>(Time).AddLogging(logging => logging.ClearProviders()));
        });
        factory.UseKestrel();
        factory.StartServer();
        using var client = Client();
        while (!(await client.GetAsync("/health")).IsSuccessStatusCode)
        {
            await Task.Yield();
        }
    }

    /// <summary>Somebody who has not signed in.</summary>
    public HttpClient Client() => factory!.CreateClient();

    public async Task<HttpClient> SignedInAsync(string email = Owner)
    {
        var client = Client();
        using var answer = await client.PostAsJsonAsync("/api/auth/login", new LoginRequest { Email = email, Password = DemoData.Password });
        answer.EnsureSuccessStatusCode();
        var tokens = (await answer.Content.ReadFromJsonAsync<TokenResponse>())!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        return client;
    }

    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
        {
            await factory.DisposeAsync();
        }
    }
}
