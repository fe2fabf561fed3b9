using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Text.Json;
using HaloAgent.Contracts.Live;

namespace HaloAgent.Web.Tests.Support;

/// <summary>The Api's end of the live feed: a test writes events on it and breaks it.</summary>
internal sealed class LiveLine
{
    private Pipe _pipe = new();

    public int Opened { get; private set; }

    public void Serve(ScriptedApi api) => api.On("GET /api/live", _ =>
    {
        Opened++;
        _pipe = new Pipe();
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(_pipe.Reader.AsStream()) };
        return Task.FromResult(answer);
    });

    public async Task SayAsync(string kind, Guid id)
    {
        var change = JsonSerializer.Serialize(new LiveEvent(kind, Guid.Empty, id), JsonSerializerOptions.Web);
        await _pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes($"event: {kind}\ndata: {change}\n\n"));
    }

    public void Break() => _pipe.Writer.Complete();
}
