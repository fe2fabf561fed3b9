using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Twilio;

/// <summary>
/// Where this process can be reached. Not taken from the request: media addresses must be the ones that the services
/// are configured to allow, whichever name a browser used.
/// </summary>
internal sealed class OwnAddress(IServer server, IOptions<SimulatorOptions> options)
{
    public string BaseUrl => (options.Value.PublicBaseUrl ?? Listening()).TrimEnd('/');

    private string Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost:5102";
        return address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
    }
}
