using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.Payments;

namespace HaloAgent.AgentWorker.Payments;

/// <param name="OrderId">Null: the order that owes.</param>
/// <param name="Reference">As the customer typed it.</param>
public sealed record ClaimPaymentCall(Guid? OrderId, string? Reference, Money? Amount) : IToolCall<PaymentClaimed>;

/// <param name="SaysPaid">The customer says so beside it.</param>
public sealed record AttachReceiptCall(Guid MediaAssetId, Guid? OrderId, bool SaysPaid = false) : IToolCall<ReceiptAttached>;

public sealed record PaymentDetailsCall : IToolCall<PaymentDetails>;

/// <summary>Station 9: what a brain may do about payments. A claim or a receipt never makes an order paid.</summary>
internal static class PaymentTools
{
    public static ToolCatalogue AddPaymentTools(this ToolCatalogue tools) => tools
        .Add<ClaimPaymentCall, PaymentClaimed>("claim_payment", "The customer says that they have paid: the shop is asked to check.", changes: true, (services, run, call, cancel) =>
            services.GetRequiredService<ClaimPayment>()
                .HandleAsync(run.BusinessId, run.ContactId, run.ConversationId, call.OrderId, call.Reference, call.Amount, cancel))
        .Add<AttachReceiptCall, ReceiptAttached>("attach_receipt", "A picture or PDF becomes the receipt of the order that is to be paid.", changes: true, (services, run, call, cancel) =>
            services.GetRequiredService<AttachReceipt>().HandleAsync(run.BusinessId, run.ContactId, run.ConversationId, call.MediaAssetId, call.OrderId, call.SaysPaid, cancel))
        .Add<PaymentDetailsCall, PaymentDetails>("payment_details", "Where to pay, and what is still to be paid; without bank details the shop is asked to send them.", changes: true, (services, run, _, cancel) =>
            services.GetRequiredService<ReadPaymentDetails>().HandleAsync(run.BusinessId, run.ContactId, run.ConversationId, cancel));
}
