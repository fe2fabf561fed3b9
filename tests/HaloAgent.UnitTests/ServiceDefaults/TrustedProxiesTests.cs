using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace HaloAgent.UnitTests.ServiceDefaults;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("10.0.3.4", "102.89.1.2", "102.89.1.2")]
    [InlineData("127.0.0.1", "102.89.1.2, 10.0.3.4", "102.89.1.2")]
    [InlineData("10.0.3.4", "1.1.1.1, 102.89.1.2", "102.89.1.2")]
    [InlineData("102.89.9.9", "1.1.1.1", "102.89.9.9")]
    [InlineData("102.89.9.9", "127.0.0.1", "102.89.9.9")]
    public async Task An_address_is_believed_from_a_proxy_of_ours_and_from_nobody_else(string peer, string forwarded, string address) =>
        Assert.Equal(address, await AddressAsync(peer, forwarded));

    [Fact]
    public async Task Configured_networks_take_the_place_of_the_private_ones()
    {
        Assert.Equal("1.1.1.1", await AddressAsync("102.89.9.9", "1.1.1.1", "102.89.0.0/16"));
        Assert.Equal("10.0.3.4", await AddressAsync("10.0.3.4", "1.1.1.1", "102.89.0.0/16"));
    }

    private static async Task<string?> AddressAsync(string peer, string forwarded, string? trusted = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        if (trusted is not null) builder.Configuration["Http:TrustedNetworks:0"] = trusted;
        builder.AddTrustedProxies();
        await using var services = builder.Services.BuildServiceProvider();
        var middleware = new ForwardedHeadersMiddleware(_ => Task.CompletedTask, NullLoggerFactory.Instance, services.GetRequiredService<IOptions<ForwardedHeadersOptions>>());
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(peer) } };
        context.Request.Headers["X-Forwarded-For"] = forwarded;

        await middleware.Invoke(context);

        return context.Connection.RemoteIpAddress?.ToString();
    }
}
