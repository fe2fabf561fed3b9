using HaloAgent.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>A database of its own with the use cases over it: <c>IClassFixture&lt;HaloDatabase&gt;</c>.</summary>
public sealed class HaloDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    private ServiceProvider services = null!;

    public string ConnectionString { get; private set; } = "";

    public IServiceProvider Services => services;

    public FakeTimeProvider Time => services.GetRequiredService<FakeTimeProvider>();

    public RecordedAnnouncements Announced => services.GetRequiredService<RecordedAnnouncements>();

    public DateTimeOffset Now => Time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        ConnectionString = await postgres.CreateDatabaseAsync(maximumPoolSize: 80);
        services = TestServices.For(ConnectionString).BuildServiceProvider();
    }

    /// <summary>Calls something in a scope of its own, as a host does for a request or a tool call.</summary>
    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<T> ReadAsync<T>(Func<HaloDbContext, Task<T>> read) => UseAsync(read);

    public Task SaveAsync(params object[] entities) => UseAsync<HaloDbContext, int>(db =>
    {
        db.AddRange(entities);
        return db.SaveChangesAsync();
    });

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
