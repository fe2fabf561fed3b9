using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using HaloAgent.Contracts.Auth;
using HaloAgent.Contracts.Conversations;
using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

public sealed class RateLimitTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly ApiHost api = new(postgres)
    {
        Settings = { ["RateLimits:Enabled"] = "true", ["RateLimits:SignIn"] = "3", ["RateLimits:Public"] = "3", ["RateLimits:Chat"] = "2" },
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => api.InitializeAsync();

    public ValueTask DisposeAsync() => api.DisposeAsync();

    [Fact]
    public async Task Too_much_answers_429_and_says_when_by_address_and_by_visitor()
    {
        using var client = api.Client();

        await ExpectLimitAsync(3, () => client.PostAsJsonAsync("/api/auth/login", new LoginRequest { Email = "a@b.example", Password = "x" }, Cancelled));
        await ExpectLimitAsync(3, () => client.GetAsync("/api/public/businesses", Cancelled));

        // Web says for whom it calls: another visitor's address has its own allowance.
        using var other = api.Client();
        other.DefaultRequestHeaders.Add("X-Forwarded-For", "102.89.1.2");
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/api/public/businesses", Cancelled)).StatusCode);

        foreach (var _ in new[] { "first", "second" })
        {
            using var visitor = await VisitorAsync();
            await ExpectLimitAsync(2, () => visitor.PostAsJsonAsync(
                "/api/public/businesses/halo-kitchen/chat/messages", new ChatMessageRequest { ClientId = Guid.CreateVersion7(), Text = "hi" }, Cancelled));
        }
    }

    private static async Task ExpectLimitAsync(int allowed, Func<Task<HttpResponseMessage>> call)
    {
        for (var i = 0; i < allowed; i++)
        {
            using var fine = await call();
            Assert.NotEqual(HttpStatusCode.TooManyRequests, fine.StatusCode);
        }

        using var refused = await call();
        await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 60);
    }

    private async Task<HttpClient> VisitorAsync()
    {
        var client = api.Client();
        using var met = await client.PostAsync("/api/public/businesses/halo-kitchen/chat/visitors", null, Cancelled);
        client.DefaultRequestHeaders.Add("X-Halo-Visitor", (await met.Content.ReadFromJsonAsync<VisitorView>(Cancelled))!.Token);
        return client;
    }
}
