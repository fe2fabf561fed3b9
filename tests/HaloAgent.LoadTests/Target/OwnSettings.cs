using System.Globalization;
using HaloAgent.DevHost;

namespace HaloAgent.LoadTests.Target;

/// <summary>How a load test configures the system that it starts for itself.</summary>
internal static class OwnSettings
{
    public static Dictionary<string, IReadOnlyDictionary<string, string>> For(LoadOptions options)
    {
        var settings = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            // As in production: warnings only.
            [HaloSystemOptions.EveryService] = new Dictionary<string, string> { ["Logging__LogLevel__Default"] = "Warning" },
        };
        if (options.Mode != "ack")
        {
            // A customer who is answered in milliseconds writes more in a minute than any person.
            settings["worker"] = new Dictionary<string, string>
            {
                ["Agent__MessagesPerMinute"] = "0",
                ["Agent__GatherBursts"] = options.Mode == "spike" ? "true" : "false",
                ["Agent__Brain"] = options.AsksModel ? "Llama" : "Guided",
            };
        }

        var simulators = new Dictionary<string, string>();
        if (options.Callbacks is { } callbacks)
        {
            simulators["Simulators__Callbacks"] = callbacks;
        }

        if (options.AsksModel)
        {
            simulators["Llama__DelayMs"] = options.ModelMilliseconds.ToString(CultureInfo.InvariantCulture);
        }

        settings["simulators"] = simulators;

        return settings;
    }
}
