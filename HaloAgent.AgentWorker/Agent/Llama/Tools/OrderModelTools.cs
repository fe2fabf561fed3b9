using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;

namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>Orders that were placed, and what is to be paid for them.</summary>
internal static class OrderModelTools
{
    private static readonly ToolParameter Number = new("order_number", "integer", "only if the customer named one", Required: false);

    public static readonly ModelTool Place = new(
        "place_order", "Places the order whose summary the customer has just confirmed.", [],
        async (talk, _) => await talk.IsConfirmedAsync()
            ? await talk.DoAsync(ModelTalk.Nothing, Confirming.PlaceAsync)
            : talk.Refuse("Not placed: the customer has not answered yes to the summary. The system shows it; wait for their answer in a later message."));

    public static readonly ModelTool Status = new(
        "order_status", "Tells the customer where their orders stand.", [Number], (talk, arguments) => talk.DoAsync(Numbered(Intent.OrderStatus, arguments), Tracking.AnswerAsync));

    public static readonly ModelTool Cancel = new(
        "cancel_order", "Cancels a placed order the customer no longer wants.", [Number],
        async (talk, arguments) => await CancelAsync(talk)
            ?? talk.Refuse("Not cancelled: the customer has not said so.") + " " + await talk.DoAsync(ModelTalk.Nothing, said => Cancelling.AskAsync(said, arguments.Number("order_number"))));

    public static readonly ModelTool Repeat = new("reorder_last", "Fills the order with what the customer ordered last time.", [], (talk, _) => talk.DoAsync(Intent.RepeatOrder, Ordering.TakeAsync));

    public static readonly ModelTool PaymentDetails = new(
        "payment_details", "Tells the customer how and where to pay their order.", [], (talk, _) => talk.DoAsync(Intent.PaymentDetails, Paying.AnswerAsync));

    public static readonly ModelTool ClaimPayment = new(
        "claim_payment", "The customer says that they have paid: the shop is asked to check.", [],
        (talk, _) => talk.IsClaimed
            ? talk.DoAsync(
                ModelTalk.Nothing with { Intents = new Dictionary<Intent, double> { [Intent.Paid] = 1 }, OrderNumber = talk.Heard.OrderNumber, Amount = talk.Heard.Amount },
                Paying.TakeClaimAsync)
            : Task.FromResult(talk.Refuse("Not noted: the customer's words do not say that they paid. Ask them to write 'I have paid' when they have.")));

    // By the customer's own words: the wish, the yes to the question, or the choice from the list. The model's number is no such word.
    private static async Task<string?> CancelAsync(ModelTalk talk)
    {
        var answered = talk.Talk.Asked switch
        {
            Asked.SureToCancel => await talk.AnsweredAsync(SureQuestion.TakeAsync),
            Asked.OrderToCancel => await talk.AnsweredAsync(ChosenOrder.TakeAsync),
            _ => null,
        };
        return answered ?? (talk.TakesCancelling()
            ? await talk.DoAsync(ModelTalk.Nothing with { Intents = new Dictionary<Intent, double> { [Intent.CancelOrder] = 1 }, OrderNumber = talk.Heard.OrderNumber }, Cancelling.TakeAsync)
            : null);
    }

    private static Heard Numbered(Intent intent, ToolArguments arguments) => ModelTalk.Nothing with
    {
        Intents = new Dictionary<Intent, double> { [intent] = 1 },
        OrderNumber = arguments.Number("order_number") is > 0 and var number ? number : null,
    };
}
