using System.ComponentModel.DataAnnotations;
using HaloAgent.Api.Http;
using HaloAgent.Businesses;
using HaloAgent.Contracts.Businesses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Businesses;

/// <summary>What anyone may see.</summary>
internal static class PublicBusinessEndpoints
{
    public static void MapPublicBusinesses(this IEndpointRouteBuilder api)
    {
        var businesses = api.MapGroup("/public/businesses").WithTags("Public").AllowAnonymous().RequireRateLimiting(RateLimits.Public);
        businesses.MapGet("/", ListAsync);
        businesses.MapGet("/{slug}", ReadAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<PublicBusinessView>>, ProblemHttpResult>> ListAsync(
        HttpContext context, ListPublicBusinesses list, CancellationToken stop,
        [Range(1, PageAnswers.MaxLimit)] int limit = 12, string? cursor = null) =>
        (await list.HandleAsync(limit, cursor, stop)).ToAnswer(context);

    private static async Task<Results<Ok<PublicBusinessView>, ProblemHttpResult>> ReadAsync(string slug, ReadPublicBusiness read, CancellationToken stop) =>
        (await read.HandleAsync(slug, stop)).ToAnswer();
}
