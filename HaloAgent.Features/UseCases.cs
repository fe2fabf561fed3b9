using HaloAgent.Messaging;
using HaloAgent.Orders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HaloAgent;

public static class UseCases
{
    /// <summary>
    /// Every use case (a class of this assembly with a <c>HandleAsync</c>), so that a new one is never forgotten: once a scope, or
    /// once a process where it has something to close (a writer that groups the rows of all requests). Signing in is apart
    /// (<see cref="Auth.AuthRegistration.AddSignIn"/>): it needs Identity, which only the Api has.
    /// </summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services)
    {
        services.AddMessagePath();
        foreach (var type in typeof(UseCases).Assembly.GetTypes().Where(IsUseCase))
        {
            var lifetime = type.IsAssignableTo(typeof(IAsyncDisposable)) ? ServiceLifetime.Singleton : ServiceLifetime.Scoped;
            services.TryAdd(new ServiceDescriptor(type, type, lifetime));
        }

        services.TryAddScoped<Catalog.ChangeProduct>();
        services.TryAddSingleton<Catalog.RankProducts>();
        return services.AddOrderParts();
    }

    private static bool IsUseCase(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericType: false }
        && type.Namespace != typeof(Auth.SignIn).Namespace
        && type.GetMethods().Any(method => method.Name == "HandleAsync");
}
