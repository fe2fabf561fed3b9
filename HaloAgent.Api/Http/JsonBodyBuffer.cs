namespace HaloAgent.Api.Http;

/// <summary>Keeps small JSON bodies readable a second time, so that a refusal can name the field (<see cref="RequestFaults"/>).</summary>
internal sealed class JsonBodyBuffer(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.HasJsonContentType())
        {
            context.Request.EnableBuffering(HttpServices.LargestBody, HttpServices.LargestBody);
        }

        return next(context);
    }
}
