using HaloAgent.Api.Auth;
using HaloAgent.Api.Http;
using HaloAgent.Businesses;
using HaloAgent.Contracts.Businesses;
using HaloAgent.Payments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Businesses;

/// <summary>Where the signed-in member's own shop is paid. Every member sees it; only the owner changes it.</summary>
internal static class BankDetailsEndpoints
{
    public static void MapBankDetails(this IEndpointRouteBuilder api)
    {
        var details = api.MapGroup("/business/bank-details").WithTags("Business");
        details.MapGet("/", ReadAsync);
        details.MapPut("/", SaveAsync).RequireAuthorization(AuthServices.OwnersOnly);
        details.MapPost("/send", SendAsync);
    }

    private static async Task<Ok<BankDetailsView>> ReadAsync(SignedInMember member, ReadBankDetails read, CancellationToken stop) =>
        TypedResults.Ok(await read.HandleAsync(member.BusinessId, stop));

    private static async Task<Results<Ok<BankDetailsView>, ProblemHttpResult>> SaveAsync(
        SaveBankDetailsRequest request, SignedInMember member, SaveBankDetails save, CancellationToken stop) =>
        (await save.HandleAsync(member.BusinessId, request, member.Actor, stop)).ToAnswer();

    private static async Task<Results<Ok<BankDetailsSent>, ProblemHttpResult>> SendAsync(SignedInMember member, SendPaymentDetails send, CancellationToken stop)
    {
        var sent = await send.HandleAsync(member.BusinessId, member.Actor, stop);
        return sent.Succeeded ? TypedResults.Ok(new BankDetailsSent(sent.Value.Customers) { OptedOutCustomers = sent.Value.OptedOut }) : sent.Failure.ToProblem();
    }
}
