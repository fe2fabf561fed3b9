using System.Text.Json;
using HaloAgent.Simulators.Twilio.Messages;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Twilio.Templates;

/// <summary>Twilio's Content API as far as chat needs it: create, read and delete a template.</summary>
internal static class ContentEndpoints
{
    public static void MapContent(this IEndpointRouteBuilder routes)
    {
        var content = routes.MapGroup("/v1/Content").AddEndpointFilter<BasicAuthFilter>();
        content.MapPost("/", Create);
        content.MapGet("/{sid}", Read);
        content.MapDelete("/{sid}", Delete);
    }

    private static IResult Create(JsonElement template, ContentTemplates templates, IOptions<TwilioOptions> account, TimeProvider time)
    {
        if (template.ValueKind != JsonValueKind.Object || !template.TryGetProperty("types", out var types) || types.ValueKind != JsonValueKind.Object)
        {
            return TwilioResults.Error(TwilioErrors.InvalidParameter("types"));
        }

        if (Problem(types) is { } problem)
        {
            return TwilioResults.Error(TwilioErrors.InvalidParameter(problem));
        }

        var sid = Sid.ForContent();
        var now = MessageResource.Rfc2822(time.GetUtcNow());
        var resource = new ContentResource(
            sid,
            account.Value.AccountSid,
            ContentTemplates.Text(template, "friendly_name"),
            ContentTemplates.Text(template, "language"),
            template.TryGetProperty("variables", out var samples) && samples.ValueKind == JsonValueKind.Object
                ? samples.EnumerateObject().ToDictionary(sample => sample.Name, sample => sample.Value.ToString())
                : [],
            types.EnumerateObject().ToDictionary(type => type.Name, type => type.Value.Clone()),
            now,
            now,
            $"https://content.twilio.com/v1/Content/{sid}");
        templates.Add(resource);
        return TwilioResults.Json(resource, TwilioWire.Json.ContentResource, StatusCodes.Status201Created);
    }

    private static IResult Read(string sid, ContentTemplates templates, HttpContext http) =>
        templates.Find(sid) is { } template
            ? TwilioResults.Json(template, TwilioWire.Json.ContentResource)
            : TwilioResults.Error(TwilioErrors.NotFound(http.Request.Path));

    private static IResult Delete(string sid, ContentTemplates templates, HttpContext http) =>
        templates.Remove(sid) ? TypedResults.NoContent() : TwilioResults.Error(TwilioErrors.NotFound(http.Request.Path));

    /// <summary>The limits that WhatsApp sets and that bite at once: ten buttons of 20 characters, ten rows of 24.</summary>
    private static string? Problem(JsonElement types)
    {
        foreach (var type in types.EnumerateObject().Where(type => type.Value.ValueKind == JsonValueKind.Object))
        {
            var (rows, most, title, longest) = type.Name switch
            {
                "twilio/quick-reply" => (ContentTemplates.Rows(type.Value, "actions").ToArray(), 10, "title", 20),
                "twilio/list-picker" => (ContentTemplates.Rows(type.Value, "items").ToArray(), 10, "item", 24),
                _ => ([], 0, "", 0),
            };
            if (longest > 0 && (rows.Length == 0 || rows.Length > most || rows.Any(row => ContentTemplates.Text(row, title) is not { Length: > 0 } text || text.Length > longest)))
            {
                return $"{type.Name} needs 1 to {most} entries, each with a {title} of at most {longest} characters";
            }
        }

        return types.EnumerateObject().Any() ? null : "types is empty";
    }
}
