using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HaloAgent.Data;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace HaloAgent.Api.Http;

/// <summary>
/// Exceptions that mean "the request is wrong" or "not now" become that answer; every other one is a bug, is logged by the
/// framework and answers 500 without a word about its inside.
/// </summary>
internal sealed class RequestFaults(IProblemDetailsService problems, IOptions<JsonOptions> json) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            BadHttpRequestException bad => await BadRequestAsync(httpContext, bad, cancellationToken),
            WriterBusyException => new ProblemDetails { Status = StatusCodes.Status503ServiceUnavailable },
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => new ProblemDetails { Status = 499 },
            _ => new ProblemDetails { Status = StatusCodes.Status500InternalServerError },
        };
        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    private async Task<ProblemDetails> BadRequestAsync(HttpContext context, BadHttpRequestException bad, CancellationToken stop)
    {
        var problem = new ProblemDetails { Status = bad.StatusCode };
        if (bad.StatusCode == StatusCodes.Status400BadRequest && await ErrorsAsync(context, bad.InnerException as JsonException, stop) is { Count: > 0 } errors)
        {
            problem.Title = ProblemWords.Correct;
            problem.Extensions["errors"] = errors;
        }

        return problem;
    }

    private static readonly string[] Unread = ["This could not be read."];

    private async Task<Dictionary<string, string[]>> ErrorsAsync(HttpContext context, JsonException? fault, CancellationToken stop)
    {
        var endpoint = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        var errors = Unreadable(context.Request.Query, endpoint).ToDictionary(
            name => name, _ => Unread.ToArray(), StringComparer.Ordinal);
        if (errors.Count == 0 && endpoint?.Metadata.GetMetadata<IAcceptsMetadata>() is { RequestType: { } type } && context.Request.HasJsonContentType())
        {
            await AddBodyErrorsAsync(errors, context.Request.Body, type, fault, stop);
        }

        return errors;
    }

    private static IEnumerable<string> Unreadable(IQueryCollection query, Endpoint? endpoint) =>
        from parameter in endpoint?.Metadata.GetOrderedMetadata<IParameterBindingMetadata>() ?? []
        let type = Nullable.GetUnderlyingType(parameter.ParameterInfo.ParameterType) ?? parameter.ParameterInfo.ParameterType
        from text in query[parameter.Name]
        where (type == typeof(int) && !int.TryParse(text, CultureInfo.InvariantCulture, out _)) || (type == typeof(Guid) && !Guid.TryParse(text, out _))
        select parameter.Name;

    /// <summary>The serialiser says where it stopped; which required fields are missing is found by looking at the body again.</summary>
    private async Task AddBodyErrorsAsync(Dictionary<string, string[]> errors, Stream body, Type type, JsonException? fault, CancellationToken stop)
    {
        if (fault?.Path is ['$', '.', .. var path])
        {
            errors[path] = ["This is not of the expected kind."];
        }

        foreach (var missing in await MissingAsync(body, json.Value.SerializerOptions.GetTypeInfo(type), stop))
        {
            errors[missing] = ["This is required."];
        }

        if (errors.Count == 0)
        {
            errors["body"] = ["The body has to be a JSON object."];
        }
    }

    private static async Task<IReadOnlyList<string>> MissingAsync(Stream body, JsonTypeInfo type, CancellationToken stop)
    {
        if (!body.CanSeek)
        {
            return [];
        }

        try
        {
            body.Position = 0;
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: stop);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. type.Properties.Where(property => property.IsRequired && !Has(document.RootElement, property.Name)).Select(property => property.Name)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static bool Has(JsonElement body, string name) =>
        body.EnumerateObject().Any(property => string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase));
}
