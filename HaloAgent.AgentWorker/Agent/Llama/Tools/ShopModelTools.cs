using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.Conversations;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>What the shop is, and its people.</summary>
internal static class ShopModelTools
{
    public static readonly ModelTool Information = new(
        "shop_information", "Tells the customer about the shop itself.", [new("topic", "string", "", OneOf: ["opening_hours", "address", "delivery_areas", "ways_to_pay", "discounts", "policies"])],
        (talk, arguments) => arguments.Choice("topic") switch
        {
            "opening_hours" => talk.DoAsync(Intent.Hours, Asking.AnswerAsync),
            "address" => talk.DoAsync(Intent.Location, Asking.AnswerAsync),
            "delivery_areas" => talk.DoAsync(Intent.DeliveryFee, Asking.AnswerAsync),
            "policies" => talk.DoAsync(Intent.Terms, Asking.AnswerAsync),
            "discounts" => talk.DoAsync(Intent.Discount, Asking.AnswerAsync),
            _ => talk.DoAsync(Intent.PayOnDelivery, Paying.AnswerAsync),
        });

    public static readonly ModelTool Quote = new(
        "quote_delivery", "Tells the customer what delivery to a place costs.", [new("place", "string", "area or address")],
        async (talk, arguments) =>
        {
            var place = arguments.Text("place")!;
            var quoted = await talk.Talk.CallAsync(new QuoteDeliveryCall(place));
            if (!quoted.Succeeded) return quoted.Failure.Sentence;
            return await talk.DoAsync(
                ModelTalk.Nothing with { Intents = new Dictionary<Intent, double> { [Intent.DeliveryFee] = 1 }, Area = quoted.Value.Area, Place = quoted.Value.Area is null ? place : null },
                Asking.AnswerAsync);
        });

    public static readonly ModelTool Escalate = new(
        "call_person", "Asks a person of the shop to answer: complaints, refunds, health or legal questions, anger, or when the customer wants a person.",
        [new("reason", "string", "", OneOf: ["asked_for_person", "complaint", "refund", "anger", "health", "law", "other"])],
        (talk, arguments) => talk.DoAsync(ModelTalk.Nothing, said => arguments.Choice("reason") switch
        {
            "asked_for_person" => People.CallAsync(said, EscalationReason.AskedForPerson, PhraseKeys.PersonCalled, PhraseKeys.PersonCalledAlready),
            "complaint" => People.CallAsync(said, EscalationReason.Complaint, PhraseKeys.ComplaintPassedOn, PhraseKeys.ComplaintPassedOn),
            "refund" => People.CallForAsync(said, Matter.Refund),
            "anger" => People.CallForAsync(said, Matter.Anger),
            "health" => People.CallForAsync(said, Matter.Medical),
            "law" => People.CallForAsync(said, Matter.Legal),
            _ => People.CallAsync(said, EscalationReason.Other, PhraseKeys.PersonCalled, PhraseKeys.PersonCalledAlready),
        }));

    public static readonly ModelTool Decline = new(
        "decline", "Anything that is not about this shop (essays, news, sports, code, homework, other companies): declines politely.", [],
        (talk, _) => talk.DoAsync(Intent.OffTopic, said =>
        {
            Courtesy.Decline(said);
            return Task.CompletedTask;
        }));
}
