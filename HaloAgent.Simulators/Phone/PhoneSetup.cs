using Microsoft.Net.Http.Headers;

namespace HaloAgent.Simulators.Phone;

/// <summary>The phone page, on which a person chats as a customer.</summary>
internal static class PhoneSetup
{
    /// <summary>Nothing from another host, and nothing inline: what customers and shops write cannot become script.</summary>
    private const string ContentSecurity =
        "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    public static void AddPhone(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Live.Feed>();
        builder.Services.AddSingleton<PhoneBook>();
        builder.Services.AddSingleton<CustomerReading>();
    }

    public static void MapPhone(this WebApplication app)
    {
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file =>
            {
                file.Context.Response.Headers[HeaderNames.ContentSecurityPolicy] = ContentSecurity;
                file.Context.Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
                file.Context.Response.Headers[HeaderNames.CacheControl] = "no-cache";
            },
        });
        app.MapPhoneEndpoints();
    }
}
