using HaloAgent.AgentWorker.Agent.Guided;
using HaloAgent.AgentWorker.Agent.Hybrid;
using HaloAgent.AgentWorker.Agent.Llama;
using HaloAgent.AgentWorker.Agent.Llama.Endpoints;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Catalog;
using HaloAgent.AgentWorker.Catalog.Embeddings;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.AgentWorker.Payments;
using HaloAgent.Catalog;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace HaloAgent.AgentWorker.Agent;

internal static class AgentServices
{
    /// <summary>The brains, and the tools that they may use.</summary>
    public static void AddAgent(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(new ToolCatalogue().AddCatalogTools().AddOrderTools().AddPaymentTools().AddContactTools().AddConversationTools());
        builder.Services.AddScoped<IProductSearch, SearchProducts>();
        builder.AddEmbeddings();
        builder.Services.AddOptions<LlamaOptions>().BindConfiguration(LlamaOptions.Section).ValidateDataAnnotations().ValidateOnStart();

        // No resilience of the stock kind: it repeats every POST and cuts at ten seconds. The router knows better.
        builder.Services.AddHttpClient(LlamaRouter.HttpClientName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                ConnectTimeout = TimeSpan.FromSeconds(2),
                AllowAutoRedirect = false,
            })
            // The handler renews its connections itself; the factory would drop them all every two minutes.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // The turn's journal tells of every call.
            .RemoveAllLoggers();
        builder.Services.AddSingleton<IChatClient, LlamaRouter>();
        builder.Services.AddSingleton<GuidedBrain>();
        builder.Services.AddSingleton<LlamaBrain>();
        builder.Services.AddSingleton<HybridBrain>();
        builder.Services.AddSingleton<IAgentBrain>(Choose);
    }

    private static IAgentBrain Choose(IServiceProvider services)
    {
        var hasModel = services.GetRequiredService<IOptions<LlamaOptions>>().Value.IsConfigured;
        return services.GetRequiredService<IOptions<AgentOptions>>().Value.Brain switch
        {
            BrainChoice.Guided => services.GetRequiredService<GuidedBrain>(),
            BrainChoice.Llama or BrainChoice.Hybrid when !hasModel => throw new OptionsValidationException(
                AgentOptions.Section, typeof(AgentOptions), ["Agent:Brain wants a model, and no Llama:Endpoint or Llama:Endpoints is configured."]),
            BrainChoice.Llama => services.GetRequiredService<LlamaBrain>(),
            BrainChoice.Auto when !hasModel => services.GetRequiredService<GuidedBrain>(),
            _ => services.GetRequiredService<HybridBrain>(),
        };
    }
}
