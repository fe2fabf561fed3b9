using System.ComponentModel.DataAnnotations;
using HaloAgent.Api.Auth;
using HaloAgent.Api.Http;
using HaloAgent.Contacts;
using HaloAgent.Contracts.Contacts;
using HaloAgent.Contracts.Orders;
using HaloAgent.Orders;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HaloAgent.Api.Contacts;

internal static class ContactEndpoints
{
    public static void MapContacts(this IEndpointRouteBuilder api)
    {
        var contacts = api.MapGroup("/contacts").WithTags("Contacts");
        contacts.MapGet("/", ListAsync);
        contacts.MapGet("/orders", ListOrdersAsync);
        contacts.MapGet("/{id:guid}", ReadAsync);
        contacts.MapPost("/identify", IdentifyAsync);
    }

    private static async Task<Results<Ok<IReadOnlyList<ContactView>>, ProblemHttpResult>> ListAsync(
        SignedInMember member, HttpContext context, ListContacts list, CancellationToken stop,
        [StringLength(200)] string? q = null, [Range(1, PageAnswers.MaxLimit)] int limit = 50, string? cursor = null) =>
        (await list.HandleAsync(member.BusinessId, q, limit, cursor, stop)).ToAnswer(context);

    private static async Task<Results<Ok<ContactView>, ProblemHttpResult>> ReadAsync(Guid id, SignedInMember member, ReadContact read, CancellationToken stop) =>
        (await read.HandleAsync(member.BusinessId, id, stop)).ToAnswer();

    /// <summary>The orders of one customer, named by id or by phone number. One who is not there has none.</summary>
    private static async Task<Results<Ok<IReadOnlyList<OrderView>>, ProblemHttpResult>> ListOrdersAsync(
        SignedInMember member, HttpContext context, ListOrders list, CancellationToken stop,
        Guid? contactId = null, [StringLength(40)] string? phoneNumber = null,
        [Range(1, PageAnswers.MaxLimit)] int limit = 50, string? cursor = null)
    {
        if (contactId is null && string.IsNullOrWhiteSpace(phoneNumber))
        {
            return Failure.Invalid("contactId", "Say whose orders: contactId or phoneNumber.").ToProblem();
        }

        if (contactId is null && PhoneNumber.Parse(phoneNumber) is null)
        {
            return Failure.Invalid("phoneNumber", "This is no phone number. Write it like 0803 123 4567 or +234 803 123 4567.").ToProblem();
        }

        return (await list.HandleAsync(member.BusinessId, new OrderFilter([], contactId is null ? phoneNumber : null, contactId), limit, cursor, stop)).ToAnswer(context);
    }

    private static async Task<Results<Ok<ContactView>, ProblemHttpResult>> IdentifyAsync(
        IdentifyContactRequest request, SignedInMember member, IdentifyContact identify, CancellationToken stop) =>
        (await identify.HandleAsync(member.BusinessId, request.PhoneNumber, request.Name, stop)).ToAnswer();
}
