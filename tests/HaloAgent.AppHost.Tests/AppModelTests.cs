using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace HaloAgent.AppHost.Tests;

public sealed class AppModelTests(AspireSystem system)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_service_is_ready_and_misses_nothing()
    {
        using var http = new HttpClient();
        foreach (var service in new[] { system.Api, system.Web, system.Simulators })
        {
            using var answer = await http.GetAsync(new Uri(service, "/health"), Cancelled);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("Degraded", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_demo_shops_are_there()
    {
        using var http = new HttpClient();
        var shops = await http.GetFromJsonAsync<JsonElement>(new Uri(system.Api, "/api/public/businesses"), Cancelled);

        Assert.Contains(shops.EnumerateArray(), shop => shop.GetProperty("slug").GetString() == "halo-kitchen");
    }

    [Fact]
    public async Task An_unsigned_webhook_is_refused()
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("Body", "hello")]);
        using var answer = await http.PostAsync(new Uri(system.Api, "/webhooks/whatsapp"), form, Cancelled);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
