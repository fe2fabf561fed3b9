namespace HaloAgent.Web.Conversations;

/// <summary>Why a chat needs a person, as one says it to a busy friend.</summary>
internal static class AttentionWords
{
    public static string Of(string reason) => reason switch
    {
        "asked_for_person" => "The customer asked for a person.",
        "complaint" => "The customer is not happy.",
        "not_understood" => "The agent did not understand the customer.",
        "payment_details_missing" => "The customer is waiting for your bank details.",
        "paid_order_not_possible" => "The customer says or shows that they paid an order that had ended.",
        "refund" => "The customer is asking about getting money back.",
        "anger" => "The customer is angry.",
        "medical" => "The customer mentions an illness or allergy.",
        "legal" => "The customer mentions lawyers, the police or the authorities.",
        "guard_tripped" => "Two of the agent's replies had to be corrected.",
        "cancellation_asked" => "The customer wants to cancel.",
        "turn_failed" or "tool_failed" => "Something went wrong and the agent could not answer.",
        "data_request" => "The customer wants a copy of their data, or wants it deleted.",
        "too_many_messages" => "Too many messages came in at once; the agent is waiting.",
        _ => "This chat needs a person.",
    };
}
