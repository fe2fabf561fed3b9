using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Compliance;
using HaloAgent.Contacts;
using HaloAgent.Loyalty;

namespace HaloAgent.AgentWorker.Contacts;

public sealed record OptOutCall : IToolCall<Guid>;

public sealed record OptInCall : IToolCall<Guid>;

public sealed record SaveNameCall(string Name) : IToolCall<string>;

public sealed record SetLanguageCall(string Language) : IToolCall<string>;

public sealed record SetMarketingConsentCall(bool Granted) : IToolCall<bool>;

public sealed record RequestMyDataCall(DataRequestKind Kind) : IToolCall<DataRequested>;

public sealed record ReadPointsCall : IToolCall<PointsBalance>;

public sealed record AskToRedeemPointsCall : IToolCall<PointsBalance>;

/// <summary>Station 9: what a customer may say about themselves.</summary>
internal static class ContactTools
{
    public static ToolCatalogue AddContactTools(this ToolCatalogue tools) => tools
        .Add<OptOutCall, Guid>("opt_out", "The customer wants no more messages.", changes: true, (services, run, _, cancel) =>
            services.GetRequiredService<OptOut>().HandleAsync(run.BusinessId, run.ContactId, Evidence(run), Actor.Customer, cancel))
        .Add<OptInCall, Guid>("opt_in", "The customer wants messages again.", changes: true, (services, run, _, cancel) =>
            services.GetRequiredService<OptIn>().HandleAsync(run.BusinessId, run.ContactId, Evidence(run), Actor.Customer, cancel))
        .Add<SaveNameCall, string>("save_name", "Remembers what the customer wants to be called.", changes: true, (services, run, call, cancel) =>
            services.GetRequiredService<SaveName>().HandleAsync(run.BusinessId, run.ContactId, call.Name, cancel))
        .Add<SetLanguageCall, string>("set_language", "Answers the customer in another language from now on.", changes: true, (services, run, call, cancel) =>
            services.GetRequiredService<SetLanguage>().HandleAsync(run.BusinessId, run.ContactId, call.Language, cancel))
        .Add<SetMarketingConsentCall, bool>("set_marketing_consent", "Whether the customer wants offers and news.", changes: true, (services, run, call, cancel) =>
            services.GetRequiredService<SetMarketingConsent>().HandleAsync(run.BusinessId, run.ContactId, call.Granted, Evidence(run), Actor.Customer, cancel))
        .Add<RequestMyDataCall, DataRequested>("request_my_data", "The customer wants a copy of their data, or wants it deleted: the shop is asked.", changes: true, (services, run, call, cancel) =>
            services.GetRequiredService<RequestMyData>().HandleAsync(run.BusinessId, run.ContactId, run.ConversationId, call.Kind, Evidence(run), cancel))
        .Add<ReadPointsCall, PointsBalance>("read_points", "How many loyalty points the customer has.", changes: false, (services, run, _, cancel) =>
            services.GetRequiredService<ReadPoints>().HandleAsync(run.BusinessId, run.ContactId, cancel))
        .Add<AskToRedeemPointsCall, PointsBalance>("ask_to_redeem_points", "The customer wants to use points: the shop is asked.", changes: true, (services, run, _, cancel) =>
            services.GetRequiredService<AskToRedeemPoints>().HandleAsync(run.BusinessId, run.ContactId, run.ConversationId, cancel));

    private static long? Evidence(ToolRun run) => run.MessageIds.Count > 0 ? run.MessageIds[^1] : null;
}
