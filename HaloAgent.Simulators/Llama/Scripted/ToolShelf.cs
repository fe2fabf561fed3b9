using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>The tools on offer, found by what they are good for. What is not offered is not there.</summary>
internal sealed class ToolShelf(ChatRequest request)
{
    /// <summary>The likeliest name first.</summary>
    private static readonly Dictionary<ToolRole, string[]> Names = new()
    {
        [ToolRole.Search] = ["search_products", "search_catalogue", "search_catalog", "find_products", "search"],
        [ToolRole.Show] = ["show_products", "list_products", "show_menu"],
        [ToolRole.Details] = ["product_details", "show_product", "read_product", "get_product"],
        [ToolRole.ViewCart] = ["view_cart", "read_cart", "show_cart"],
        [ToolRole.Add] = ["add_to_cart", "add_item", "add_items", "add"],
        [ToolRole.SetQuantity] = ["change_quantity", "set_cart_quantity", "set_quantity", "change_cart", "change_item"],
        [ToolRole.Remove] = ["remove_from_cart", "remove_item", "remove"],
        [ToolRole.Clear] = ["clear_cart", "empty_cart"],
        [ToolRole.Fulfilment] = ["set_fulfilment", "set_fulfillment", "choose_fulfilment", "choose_fulfillment"],
        [ToolRole.Deliver] = ["choose_delivery", "set_delivery", "set_address", "set_delivery_address"],
        [ToolRole.Pickup] = ["choose_pickup", "set_pickup"],
        [ToolRole.Quote] = ["quote_delivery", "delivery_quote", "delivery_fee"],
        [ToolRole.Summary] = ["show_summary", "order_summary", "summary"],
        [ToolRole.Place] = ["place_order", "confirm_order"],
        [ToolRole.Reorder] = ["reorder_last", "reorder", "reorder_last_order"],
        [ToolRole.OpenOrders] = ["find_open_orders", "open_orders", "list_open_orders"],
        [ToolRole.Status] = ["order_status", "read_order", "check_order"],
        [ToolRole.PaymentDetails] = ["payment_details", "bank_details"],
        [ToolRole.ClaimPayment] = ["claim_payment", "payment_claim"],
        [ToolRole.Cancel] = ["cancel_order"],
        [ToolRole.Loyalty] = ["loyalty_points", "loyalty_balance", "read_loyalty", "loyalty"],
        [ToolRole.Redeem] = ["redeem_points", "redeem_loyalty", "redeem_loyalty_points", "redeem", "loyalty_points"],
        [ToolRole.SaveName] = ["save_name"],
        [ToolRole.SetLanguage] = ["set_language", "choose_language"],
        [ToolRole.OptOut] = ["stop_messages", "opt_out"],
        [ToolRole.OptIn] = ["opt_in"],
        [ToolRole.DeleteData] = ["request_my_data", "delete_my_data", "delete_data", "erase_my_data", "my_data", "data_request"],
        [ToolRole.ExportData] = ["request_my_data", "export_my_data", "export_data", "my_data", "data_request"],
        [ToolRole.ShopInformation] = ["shop_information", "shop_info", "read_shop", "about_shop"],
        [ToolRole.Escalate] = ["call_person", "escalate", "ask_a_person", "call_a_person"],
        [ToolRole.Offers] = ["set_offers", "set_marketing_consent"],
        [ToolRole.Decline] = ["decline"],
    };

    public ToolOffer? this[ToolRole role] => Names[role]
        .Select(name => request.Tools.FirstOrDefault(tool => Bare(tool.Name) == name)).FirstOrDefault(tool => tool is not null);

    /// <summary>Every name that this model would know, for tests that offer them all.</summary>
    public static IEnumerable<string> KnownNames => Names.Values.Select(names => names[0]).Distinct();

    /// <summary>Is this earlier call one of a tool for that?</summary>
    public static bool IsFor(ToolRole role, string tool) => Names[role].Contains(Bare(tool));

    /// <summary>Without the prefix that a client may put before its tools' names (<c>orders-add_to_cart</c>, <c>halo_add_to_cart</c>).</summary>
    private static string Bare(string name)
    {
        var bare = name[(name.LastIndexOfAny(['-', '.', ':', '/']) + 1)..];
        return Names.Values.SelectMany(names => names).FirstOrDefault(known => bare.EndsWith("_" + known, StringComparison.Ordinal) && known.Contains('_')) is { } behind
            && !Names.Values.Any(names => names.Contains(bare))
            ? behind
            : bare;
    }
}
