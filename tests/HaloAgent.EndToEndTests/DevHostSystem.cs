using System.Text.Json;
using HaloAgent.DevHost;
using HaloAgent.EndToEndTests;
using HaloAgent.EndToEndTests.Journeys;
using Xunit;

[assembly: AssemblyFixture(typeof(DevHostSystem))]
[assembly: AssemblyFixture(typeof(Chromium))]

namespace HaloAgent.EndToEndTests;

/// <summary>
/// The whole system on free ports, once for all journeys. <c>HALO_SYSTEM=.halo/devhost.json</c> uses the one that runs.
/// Without a browser nothing is started: every journey is skipped.
/// </summary>
public sealed class DevHostSystem : IHaloSystemUnderTest, IAsyncLifetime
{
    private HaloSystem? _system;

    public Uri Web { get; private set; } = null!;

    public Uri Api { get; private set; } = null!;

    public Uri Simulators { get; private set; } = null!;

    /// <summary>The system, where it is ours to stop and start parts of.</summary>
    public HaloSystem? Own => _system;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Executable is null)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable("HALO_SYSTEM") is { Length: > 0 } running)
        {
            using var file = JsonDocument.Parse(await File.ReadAllTextAsync(running));
            var addresses = file.RootElement.GetProperty("addresses");
            (Web, Api, Simulators) = (Address("web"), Address("api"), Address("simulators"));
            return;

            Uri Address(string name) => new(addresses.GetProperty(name).GetString()!);
        }

        _system = await HaloSystem.StartAsync(new HaloSystemOptions { FastPostgres = true });
        (Web, Api, Simulators) = (_system.Web, _system.Api, _system.Simulators);
    }

    public async ValueTask DisposeAsync()
    {
        if (_system is not null)
        {
            await _system.DisposeAsync();
        }
    }
}
