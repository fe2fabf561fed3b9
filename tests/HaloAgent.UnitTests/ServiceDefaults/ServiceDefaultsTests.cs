using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using StackExchange.Redis;
using Xunit;

namespace HaloAgent.UnitTests.ServiceDefaults;

public sealed class ServiceDefaultsTests
{
    // Nobody listens on port 1: the service must start all the same.
    private const string NobodyThere = "127.0.0.1:1,connectTimeout=300";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_service_starts_without_Redis_and_says_degraded()
    {
        await using var app = await StartAsync(builder => builder.AddRedisClient("redis"), ("ConnectionStrings:redis", NobodyThere));
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var ready = await http.GetAsync("/health", Cancelled);
        var answer = await ready.Content.ReadFromJsonAsync<JsonElement>(Cancelled);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal("Degraded", answer.GetProperty("status").GetString());
        Assert.Equal("Degraded", answer.GetProperty("failing").GetProperty("redis").GetString());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/alive", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_service_without_its_database_is_alive_but_not_ready_and_keeps_its_secrets()
    {
        await using var app = await StartAsync(
            builder => builder.AddNpgsqlDbContext<EmptyContext>("halodb"),
            ("ConnectionStrings:halodb", "Host=127.0.0.1;Port=1;Username=halo;Password=very-secret"));
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var ready = await http.GetAsync("/health", Cancelled);
        var answer = await ready.Content.ReadAsStringAsync(Cancelled);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains(nameof(EmptyContext), answer, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", answer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/alive", Cancelled)).StatusCode);
    }

    [Fact]
    public void A_missing_connection_string_is_named()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddNpgsqlDbContext<EmptyContext>("halodb");
        builder.AddRedisClient("redis");
        using var host = builder.Build();

        var database = Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredService<NpgsqlDataSource>());
        var redis = Assert.Throws<InvalidOperationException>(() => host.Services.GetRequiredService<IConnectionMultiplexer>());

        Assert.Contains("ConnectionStrings__halodb", database.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__redis", redis.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Entity_framework_and_plain_sql_share_one_pool()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["ConnectionStrings:halodb"] = "Host=127.0.0.1;Database=halo";
        builder.AddNpgsqlDbContext<EmptyContext>("halodb");
        builder.AddPostgresDataProtection("halodb");
        using var host = builder.Build();

        var keyed = host.Services.GetRequiredKeyedService<NpgsqlDataSource>("halodb");
        using var context = host.Services.GetRequiredService<IDbContextFactory<EmptyContext>>().CreateDbContext();

        Assert.Same(keyed, host.Services.GetRequiredService<NpgsqlDataSource>());
        Assert.Equal(keyed.ConnectionString, context.Database.GetConnectionString());
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("Aspire:Npgsql:EntityFrameworkCore:PostgreSQL:DisableRetry", false)]
    [InlineData("Aspire:Npgsql:EntityFrameworkCore:PostgreSQL:EmptyContext:DisableRetry", false)]
    public void Failed_statements_are_retried_unless_configuration_says_no(string key, bool retries)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:halodb"] = "Host=127.0.0.1" });
        builder.Configuration[key] = "true";
        builder.AddNpgsqlDbContext<EmptyContext>("halodb");
        using var host = builder.Build();

        using var context = host.Services.GetRequiredService<IDbContextFactory<EmptyContext>>().CreateDbContext();

        Assert.Equal(retries, context.Database.CreateExecutionStrategy().RetriesOnFailure);
    }

    [Theory]
    [InlineData("Host=127.0.0.1", 100, true)]
    [InlineData("Host=127.0.0.1;Max Auto Prepare=0;No Reset On Close=false", 0, false)]
    public void Statements_are_prepared_unless_the_connection_string_says_otherwise(string connectionString, int prepared, bool keeps)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["ConnectionStrings:halodb"] = connectionString;
        builder.AddNpgsqlDbContext<EmptyContext>("halodb");
        using var host = builder.Build();

        var settings = new NpgsqlConnectionStringBuilder(host.Services.GetRequiredService<NpgsqlDataSource>().ConnectionString);

        Assert.Equal(prepared, settings.MaxAutoPrepare);
        Assert.Equal(keeps, settings.NoResetOnClose);
    }

    [Fact]
    public void A_context_is_registered_once()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.AddNpgsqlDbContext<EmptyContext>("halodb");

        Assert.Throws<InvalidOperationException>(() => builder.AddNpgsqlDbContext<EmptyContext>("halodb"));
    }

    private static async Task<WebApplication> StartAsync(Action<IHostApplicationBuilder> add, params (string Key, string Value)[] configuration)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(configuration.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults();
        add(builder);
        var app = builder.Build();
        app.MapDefaultEndpoints();
        await app.StartAsync(Cancelled);
        return app;
    }

    private sealed class EmptyContext(DbContextOptions<EmptyContext> options) : DbContext(options);
}
