using HaloAgent.Api.Auth;
using HaloAgent.Api.Http;
using HaloAgent.Businesses;
using HaloAgent.Contracts.Businesses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Businesses;

/// <summary>The signed-in member's own shop; there is no way to name another one.</summary>
internal static class ShopProfileEndpoints
{
    public static void MapShopProfile(this IEndpointRouteBuilder api)
    {
        var business = api.MapGroup("/business").WithTags("Business");
        business.MapGet("/profile", ReadAsync);
        business.MapPut("/profile", SaveAsync).RequireAuthorization(AuthServices.OwnersOnly);
    }

    private static async Task<Ok<ShopProfileView>> ReadAsync(SignedInMember member, ReadShopProfile read, CancellationToken stop) =>
        TypedResults.Ok(await read.HandleAsync(member.BusinessId, stop));

    private static async Task<Results<Ok<ShopProfileView>, ProblemHttpResult>> SaveAsync(
        SaveShopProfileRequest request, SignedInMember member, SaveShopProfile save, CancellationToken stop) =>
        (await save.HandleAsync(member.BusinessId, request, member.Actor, stop)).ToAnswer();
}
