using HaloAgent.Simulators.Llama;
using HaloAgent.Simulators.Phone;
using HaloAgent.Simulators.Twilio;

namespace HaloAgent.Simulators;

/// <summary>
/// Stand-ins that speak the providers' real wire formats, and the phone page. A class, so that tests can start it in
/// their own process on a free port: <c>SimulatorApp.Build(["--urls=http://127.0.0.1:0"])</c>.
/// </summary>
public static class SimulatorApp
{
    /// <summary>Builds the app without starting it. <paramref name="args"/> are configuration, as on the command line.</summary>
    public static WebApplication Build(params string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(SimulatorApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Started from bin outside Development, every static file would come back empty.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // An open phone page must not hold up the end of the process.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(3));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddHealthChecks();
        builder.AddTwilio();
        builder.AddPhone();
        builder.AddLlama();

        var app = builder.Build();
        app.MapHealthChecks("/health");
        app.MapHealthChecks("/alive");
        app.MapTwilio();
        app.MapPhone();
        app.MapLlama();
        return app;
    }
}
