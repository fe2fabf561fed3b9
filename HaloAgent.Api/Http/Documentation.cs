using Scalar.AspNetCore;

namespace HaloAgent.Api.Http;

/// <summary>OpenAPI at <c>/openapi/v1.json</c> and Scalar's page at <c>/scalar</c>, in Development. The page's script comes from its package, not from another host.</summary>
internal static class Documentation
{
    public static void AddDocumentation(this IHostApplicationBuilder builder) => builder.Services.AddOpenApi();

    public static void MapDocumentation(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            app.MapOpenApi().AllowAnonymous();
            app.MapScalarApiReference(options => options.WithTitle("HaloAgent").DisableDefaultFonts().DisableTelemetry()).AllowAnonymous();
        }
    }
}
