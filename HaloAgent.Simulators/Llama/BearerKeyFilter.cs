using System.Security.Cryptography;
using System.Text;
using HaloAgent.Simulators.Llama.Wire;
using Microsoft.Extensions.Options;

namespace HaloAgent.Simulators.Llama;

/// <summary>The one key, exactly, or 401 in OpenAI's words.</summary>
internal sealed class BearerKeyFilter(IOptions<LlamaOptions> options) : IEndpointFilter
{
    private readonly byte[] expected = Encoding.UTF8.GetBytes("Bearer " + options.Value.ApiKey);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var given = Encoding.UTF8.GetBytes(context.HttpContext.Request.Headers.Authorization.ToString());
        if (CryptographicOperations.FixedTimeEquals(given, expected))
        {
            return await next(context);
        }

        await WireReplies.SendAsync(context.HttpContext, OpenAiErrors.WrongKey());
        return Results.Empty;
    }
}
