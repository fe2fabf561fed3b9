using System.ComponentModel.DataAnnotations;
using HaloAgent.Api.Auth;
using HaloAgent.Api.Http;
using HaloAgent.Contracts.Orders;
using HaloAgent.Orders;
using HaloAgent.Payments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Orders;

using OrderAnswer = Results<Ok<OrderView>, ProblemHttpResult>;

internal static class OrderEndpoints
{
    public static void MapOrders(this IEndpointRouteBuilder api)
    {
        var orders = api.MapGroup("/orders").WithTags("Orders");
        orders.MapGet("/", ListAsync);
        orders.MapGet("/{id:guid}", ReadAsync);
        orders.MapPost("/{id:guid}/update-status", UpdateStatusAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<OrderView>>, ProblemHttpResult>> ListAsync(
        SignedInMember member, HttpContext context, ListOrders list, CancellationToken stop,
        string[]? status = null, [StringLength(200)] string? q = null, [Range(1, PageAnswers.MaxLimit)] int limit = 50, string? cursor = null,
        bool stuck = false) =>
        (await list.HandleAsync(member.BusinessId, new OrderFilter(status ?? [], q, Stuck: stuck), limit, cursor, stop)).ToAnswer(context);

    private static async Task<OrderAnswer> ReadAsync(Guid id, SignedInMember member, ReadOrder read, CancellationToken stop) =>
        (await read.HandleAsync(member.BusinessId, id, stop)).ToAnswer();

    private static async Task<OrderAnswer> UpdateStatusAsync(
        Guid id, UpdateOrderStatusRequest request, SignedInMember member, ReadOrder read, ChangeOrderStatus change, DecideLater later, CancellationToken stop)
    {
        if (!(await read.HandleAsync(member.BusinessId, id, stop)).Succeeded)
        {
            return OrderFailures.NoSuchOrder.ToProblem();
        }

        if (OrderStatusMoves.FromWireName(request.Status) is not { } status)
        {
            return Failure.Invalid("status", $"A status is one of: {string.Join(", ", OrderStatuses.All)}.").ToProblem();
        }

        var failure = request.UndoSeconds == 0
            ? (await change.HandleAsync(member.BusinessId, id, status, request.Note, member.Actor, stop)).Failure
            : (await later.HandleAsync(
                member.BusinessId, id, new OrderDecision(DecisionKind.Status, status, request.Note), TimeSpan.FromSeconds(request.UndoSeconds), member.Actor, stop)).Failure;
        return failure?.ToProblem() ?? await ReadAsync(id, member, read, stop);
    }
}
