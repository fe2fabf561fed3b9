using System.ComponentModel.DataAnnotations;
using HaloAgent.Api.Auth;
using HaloAgent.Api.Http;
using HaloAgent.Contracts.Orders;
using HaloAgent.Media;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Payments;

using OrderAnswer = Results<Ok<OrderView>, ProblemHttpResult>;

/// <summary>What members decide about payments. With <c>undoSeconds</c> a decision takes effect, and the customer hears of it, only then.</summary>
internal static class PaymentEndpoints
{
    public static void MapPayments(this IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/orders").WithTags("Payments");
        orders.MapGet("/payment-reviews", ListReviewsAsync);
        orders.MapPost("/{id:guid}/approve-payment", ApproveAsync);
        orders.MapPost("/{id:guid}/reject-payment", RejectAsync);
        orders.MapPost("/{id:guid}/upload-receipt", UploadReceiptAsync)
            .DisableAntiforgery()
            .WithMetadata(UploadedFile.Within(MediaAsset.MaxBytes));
        orders.MapPost("/decisions/{id:guid}/undo", UndoAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<PaymentReviewView>>, ProblemHttpResult>> ListReviewsAsync(
        SignedInMember member, HttpContext context, ListPaymentReviews list, CancellationToken stop,
        [Range(1, PageAnswers.MaxLimit)] int limit = PageAnswers.MaxLimit, string? cursor = null) =>
        (await list.HandleAsync(member.BusinessId, limit, cursor, stop)).ToAnswer(context);

    private static async Task<OrderAnswer> ApproveAsync(
        Guid id, ApprovePaymentRequest? request, SignedInMember member, ApprovePayment approve, DecideLater later, ReadOrder read, CancellationToken stop)
    {
        var failure = request is null or { UndoSeconds: 0 }
            ? (await approve.HandleAsync(member.BusinessId, id, request?.Note, member.Actor, stop)).Failure
            : (await later.HandleAsync(
                member.BusinessId, id, new OrderDecision(DecisionKind.Approve, null, request.Note), TimeSpan.FromSeconds(request.UndoSeconds), member.Actor, stop)).Failure;
        return await AnswerAsync(failure, id, member, read, stop);
    }

    private static async Task<OrderAnswer> RejectAsync(
        Guid id, RejectPaymentRequest request, SignedInMember member, RejectPayment reject, DecideLater later, ReadOrder read, CancellationToken stop)
    {
        var failure = request.UndoSeconds == 0
            ? (await reject.HandleAsync(member.BusinessId, id, request.Reason, member.Actor, stop)).Failure
            : (await later.HandleAsync(
                member.BusinessId, id, new OrderDecision(DecisionKind.Reject, null, request.Reason), TimeSpan.FromSeconds(request.UndoSeconds), member.Actor, stop)).Failure;
        return await AnswerAsync(failure, id, member, read, stop);
    }

    private static async Task<OrderAnswer> UploadReceiptAsync(
        Guid id, IFormFile? file, SignedInMember member, UploadReceipt upload, ReadOrder read, CancellationToken stop)
    {
        var bytes = await UploadedFile.ReadAsync(file, MediaAsset.MaxBytes, stop);
        if (!bytes.Succeeded)
        {
            return (await read.HandleAsync(member.BusinessId, id, stop)).Succeeded ? bytes.Failure.ToProblem() : OrderFailures.NoSuchOrder.ToProblem();
        }

        return await AnswerAsync((await upload.HandleAsync(member.BusinessId, id, bytes.Value, member.Actor, stop)).Failure, id, member, read, stop);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> UndoAsync(Guid id, SignedInMember member, UndoDecision undo, CancellationToken stop) =>
        (await undo.HandleAsync(member.BusinessId, id, member.Actor, stop)).ToNoContent();

    private static async Task<OrderAnswer> AnswerAsync(Failure? failure, Guid id, SignedInMember member, ReadOrder read, CancellationToken stop) =>
        failure?.ToProblem() ?? (await read.HandleAsync(member.BusinessId, id, stop)).ToAnswer();
}
