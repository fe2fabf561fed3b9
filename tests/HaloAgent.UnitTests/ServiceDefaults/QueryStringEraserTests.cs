using System.Diagnostics;
using HaloAgent.ServiceDefaults.Telemetry;
using Xunit;

namespace HaloAgent.UnitTests.ServiceDefaults;

public sealed class QueryStringEraserTests
{
    [Fact]
    public void A_span_keeps_its_path_and_loses_its_query()
    {
        using var span = new Activity("call");
        span.SetTag("url.query", "?To=whatsapp:%2B2348031234567");
        span.SetTag("url.full", "https://api.example/Messages.json?To=whatsapp:%2B2348031234567");

        using var eraser = new QueryStringEraser();
        eraser.OnEnd(span);

        Assert.Null(span.GetTagItem("url.query"));
        Assert.Equal("https://api.example/Messages.json", span.GetTagItem("url.full"));
    }
}
