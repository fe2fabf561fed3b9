using HaloAgent.Api.Auth;
using HaloAgent.Api.Http;
using HaloAgent.Businesses;
using HaloAgent.Contracts.Businesses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Businesses;

/// <summary>Hours, delivery and address of the signed-in member's own shop.</summary>
internal static class ShopDetailsEndpoints
{
    public static void MapShopDetails(this IEndpointRouteBuilder api)
    {
        var details = api.MapGroup("/business/details").WithTags("Business");
        details.MapGet("/", ReadAsync);
        details.MapPut("/", SaveAsync).RequireAuthorization(AuthServices.OwnersOnly);
    }

    private static async Task<Ok<ShopDetailsView>> ReadAsync(SignedInMember member, ReadShopDetails read, CancellationToken stop) =>
        TypedResults.Ok(await read.HandleAsync(member.BusinessId, stop));

    private static async Task<Results<Ok<ShopDetailsView>, ProblemHttpResult>> SaveAsync(
        SaveShopDetailsRequest request, SignedInMember member, SaveShopDetails save, CancellationToken stop) =>
        (await save.HandleAsync(member.BusinessId, request, member.Actor, stop)).ToAnswer();
}
