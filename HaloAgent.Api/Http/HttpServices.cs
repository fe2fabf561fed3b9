using System.Text.Json;
using HaloAgent.Data;

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
        builder.AddTrustedProxies();
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
}
