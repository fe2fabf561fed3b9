using HaloAgent.Api.Auth;
using HaloAgent.Api.Http;
using HaloAgent.Contracts.Overview;
using HaloAgent.Overview;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Overview;

internal static class OverviewEndpoints
{
    public static void MapOverview(this IEndpointRouteBuilder api)
    {
        var overview = api.MapGroup("/overview").WithTags("Overview");
        overview.MapGet("/", ReadAsync);
        overview.MapGet("/agent", ReadAgentAsync);
    }

    private static async Task<Results<Ok<OverviewView>, ProblemHttpResult>> ReadAsync(SignedInMember member, ReadOverview read, CancellationToken stop) =>
        (await read.HandleAsync(member.BusinessId, stop)).ToAnswer();

    private static async Task<Ok<AgentWeekView>> ReadAgentAsync(SignedInMember member, ReadAgentWeek read, CancellationToken stop) =>
        TypedResults.Ok(await read.HandleAsync(member.BusinessId, stop));
}
