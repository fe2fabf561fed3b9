using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using IPNetwork = System.Net.IPNetwork;

namespace Microsoft.Extensions.Hosting;

/// <summary>Whose word counts on for whom a request comes.</summary>
public static class TrustedProxiesExtensions
{
    private static readonly string[] PrivateNetworks = ["127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];

    /// <summary>
    /// Web and ingress proxies say in <c>X-Forwarded-For</c> for whom they call. Believed only from this machine and from private
    /// networks (<c>Http:TrustedNetworks</c> in CIDR form replaces that list): a customer cannot choose their own address, and the
    /// limits count customers and not the proxy. Put to work by <c>UseForwardedHeaders</c>, before anything that looks at the address.
    /// </summary>
    public static TBuilder AddTrustedProxies<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        var networks = builder.Configuration.GetSection("Http:TrustedNetworks").Get<string[]>() ?? PrivateNetworks;
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.ForwardLimit = 2;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var network in networks)
            {
                options.KnownIPNetworks.Add(IPNetwork.Parse(network));
            }
        });
        return builder;
    }
}
