using HaloAgent.Businesses;
using HaloAgent.Data;
using Microsoft.Extensions.DependencyInjection;

namespace HaloAgent.Auth;

public static class AuthRegistration
{
    /// <summary>For the one service that signs members in.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddIdentityCore<HaloUser>(options => options.User.RequireUniqueEmail = true).AddEntityFrameworkStores<HaloDbContext>();
        services.AddScoped<SignIn>();
        services.AddScoped<IssueSession>();
        services.AddScoped<RenewSession>();
        services.AddScoped<EndSession>();
        services.AddScoped<ReadMember>();
        services.AddScoped<DemoData>();
        return services;
    }
}
