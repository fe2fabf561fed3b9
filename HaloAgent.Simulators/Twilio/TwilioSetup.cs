using HaloAgent.Simulators.Twilio.Customers;
using HaloAgent.Simulators.Twilio.Inbound;
using HaloAgent.Simulators.Twilio.Media;
using HaloAgent.Simulators.Twilio.Messages;
using HaloAgent.Simulators.Twilio.Switches;
using HaloAgent.Simulators.Twilio.Templates;
using HaloAgent.Simulators.Twilio.Typing;
using HaloAgent.Simulators.Twilio.Webhooks;

namespace HaloAgent.Simulators.Twilio;

/// <summary>The simulated Twilio: Twilio's own wire below <c>/2010-04-01</c>, <c>/v1</c>, <c>/v2</c> and <c>/cdn</c>, and the strings to pull below <c>/twilio</c>.</summary>
internal static class TwilioSetup
{
    public static void AddTwilio(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<TwilioOptions>().BindConfiguration(TwilioOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SimulatorOptions>().BindConfiguration(SimulatorOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MessageStore>();
        services.AddSingleton<MediaStore>();
        services.AddSingleton<OutboundMedia>();
        services.AddSingleton<CdnLink>();
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<ContentTemplates>();
        services.AddSingleton<SwitchBoard>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<StatusCallbacks>();
        services.AddHostedService(provider => provider.GetRequiredService<StatusCallbacks>());
        services.AddSingleton<CreateMessage>();
        services.AddSingleton<ReceiveFromCustomer>();
        services.AddSingleton<DeliverWebhook>();
    }

    public static void MapTwilio(this WebApplication app)
    {
        var account = app.MapGroup("/2010-04-01/Accounts/{account}").AddEndpointFilter<BasicAuthFilter>();
        account.MapMessages();
        account.MapMedia(app);
        app.MapTyping();
        app.MapContent();
        app.MapSwitches();
        app.MapInbound();
        app.MapCustomers();
    }
}
