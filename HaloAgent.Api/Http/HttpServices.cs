using System.Text.Json;
using HaloAgent.Data;
using Microsoft.AspNetCore.HttpOverrides;

namespace HaloAgent.Api.Http;

internal static class HttpServices
{
    /// <summary>What a body may weigh where an endpoint says nothing else.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>Every refusal is problem+json, whoever refuses: an endpoint, the router, the binder, Kestrel.</summary>
    public static void AddHttp(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context => ProblemWords.Complete(context.ProblemDetails));
        builder.Services.AddExceptionHandler<RequestFaults>();
        builder.Services.AddValidation();
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            options.SerializerOptions.Converters.Add(new PlainTextConverter());
            options.SerializerOptions.Converters.Add(new AmountConverter());
        });
        builder.Services.Configure<ForwardedHeadersOptions>(options => TrustTheProxy(options, builder.Configuration));
    }

    public static void UseHttp(this WebApplication app)
    {
        app.UseForwardedHeaders();
        // Since .NET 10 an exception that a handler answers is logged nowhere; ours answers all of them, bugs too.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            SuppressDiagnosticsCallback = fault => fault.Exception is BadHttpRequestException or WriterBusyException or OperationCanceledException,
        });
        app.UseStatusCodePages();
        app.UseMiddleware<JsonBodyBuffer>();
    }

    /// <summary>
    /// Web and ingress proxies say in <c>X-Forwarded-For</c> for whom they call. Believed only from this machine and from private
    /// networks (<c>Http:TrustedNetworks</c> in CIDR form replaces that list): a customer cannot choose their own address.
    /// </summary>
    private static void TrustTheProxy(ForwardedHeadersOptions options, ConfigurationManager configuration)
    {
        var networks = configuration.GetSection("Http:TrustedNetworks").Get<string[]>()
            ?? ["127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = 2;
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var network in networks)
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }
    }
}
