using HaloAgent.Simulators.Llama.Hostile;
using HaloAgent.Simulators.Llama.Quirky;
using HaloAgent.Simulators.Llama.Switches;

namespace HaloAgent.Simulators.Llama;

/// <summary>The simulated Llama: OpenAI's wire below <c>/llama/{temper}/v1</c>, and the strings to pull below <c>/llama</c>.</summary>
internal static class LlamaSetup
{
    public static void AddLlama(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<LlamaOptions>().BindConfiguration(LlamaOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<LlamaSwitchBoard>();
        services.AddSingleton<QuirkRotation>();
        services.AddSingleton<TrickRotation>();
        services.AddSingleton<RequestLog>();
        services.AddSingleton<CompleteChat>();
    }

    public static void MapLlama(this WebApplication app)
    {
        app.MapLlamaEndpoints();
        app.MapLlamaSwitches();
    }
}
