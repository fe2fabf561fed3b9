using System.Diagnostics;
using OpenTelemetry;

namespace HaloAgent.ServiceDefaults.Telemetry;

/// <summary>
/// Query strings carry phone numbers (<c>?To=whatsapp:+234…</c>) and tokens. The instrumentation masks their values
/// unless an environment variable tells it not to; this takes them out whatever the environment says.
/// </summary>
internal sealed class QueryStringEraser : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("url.query") is not null)
        {
            data.SetTag("url.query", null);
        }

        if (data.GetTagItem("url.full") is string url && url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query)
        {
            data.SetTag("url.full", url[..query]);
        }
    }
}
