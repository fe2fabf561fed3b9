using System.Net;
using System.Net.Sockets;
using HaloAgent.DevHost.Ports;
using Xunit;

namespace HaloAgent.IntegrationTests.DevHost;

public sealed class FreePortsTests
{
    [Fact]
    public void No_port_is_given_twice()
    {
        var ports = Enumerable.Range(0, 50).Select(_ => FreePorts.Next()).ToList();

        Assert.Equal(ports.Count, ports.Distinct().Count());
        ports.ForEach(FreePorts.Release);
    }

    [Fact]
    public void A_busy_port_moves_on_to_the_next_free_one()
    {
        using var busy = new TcpListener(IPAddress.Loopback, 0);
        busy.Start();
        var taken = ((IPEndPoint)busy.LocalEndpoint).Port;

        var given = FreePorts.From(taken);

        Assert.InRange(given, taken + 1, taken + 100);
        FreePorts.Release(given);
    }

    [Fact]
    public void A_port_busy_on_IPv6_only_is_busy()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "This machine has no IPv6.");
        using var busy = new TcpListener(IPAddress.IPv6Loopback, 0);
        busy.Start();

        Assert.False(FreePorts.IsFree(((IPEndPoint)busy.LocalEndpoint).Port));
    }
}
