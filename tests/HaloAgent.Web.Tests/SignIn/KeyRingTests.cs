using HaloAgent.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace HaloAgent.Web.Tests.SignIn;

public sealed class KeyRingTests
{
    [Fact]
    public async Task The_keys_are_not_read_at_start_which_may_be_before_their_table()
    {
        await using var web = new WebHost();
        await using var withDatabase = web.WithWebHostBuilder(builder => builder.UseSetting("ConnectionStrings:halodb", "Host=127.0.0.1;Port=1"));

        var atStart = withDatabase.Services.GetServices<IHostedService>().Select(service => service.GetType().Name).ToList();

        Assert.NotEmpty(atStart);
        Assert.DoesNotContain("DataProtectionHostedService", atStart);
    }
}
