namespace HaloAgent.Conversations;

/// <summary>What a tool has done, in words for the shop's people; "the agent" stands before them.</summary>
internal static class AgentDeeds
{
    /// <summary>"put goods into the cart, noted where to deliver and showed the order"; null: nothing worth telling.</summary>
    public static string? Of(IEnumerable<string> tools) => tools.Select(Of).OfType<string>().Distinct().ToList() switch
    {
        [] => null,
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };

    /// <summary>Null for what only calls the person who reads this, and for a tool without words here: no wire name is ever told.</summary>
    private static string? Of(string tool) => tool switch
    {
        "add_to_cart" => "put goods into the cart",
        "set_cart_quantity" => "changed a quantity in the cart",
        "note_cart_line" or "note_order" or "note_handover" => "noted a wish about the order",
        "use_points" => "reckoned with the customer's points",
        "clear_cart" => "emptied the cart",
        "choose_delivery" => "noted where to deliver",
        "choose_pickup" => "noted that they pick it up",
        "show_summary" => "showed the order to confirm",
        "place_order" => "placed the order",
        "cancel_order" => "cancelled an order, or asked you to",
        "reorder_last" => "took the last order again",
        "claim_payment" => "noted that they say they paid",
        "attach_receipt" => "put a receipt with the order",
        "payment_details" => "told how to pay",
        "opt_out" => "stopped writing to them",
        "opt_in" => "noted that they want messages again",
        "save_name" => "noted their name",
        "set_language" => "changed the language",
        "set_marketing_consent" => "noted whether they want offers",
        "request_my_data" => "passed on a wish about their data",
        "ask_to_redeem_points" => "passed on that they want to use points",
        _ => null,
    };
}
