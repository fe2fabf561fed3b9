using HaloAgent.Contracts.Overview;
using MudBlazor;

namespace HaloAgent.Web.Overview;

/// <summary>What a kind of attention looks like, and where it is seen to.</summary>
internal static class AttentionLook
{
    /// <summary>What stays the same when the words about it change.</summary>
    public static (string Kind, Guid? Id, DateTimeOffset Since) Key(this AttentionItem item) => (item.Kind, item.Id, item.Since);

    public static string Address(AttentionItem item) => (item.Kind, item.Id) switch
    {
        ("payment_review", { } id) => $"/payments#{id}",
        ("stuck_order", { } id) => $"/orders/{id}",
        (_, { } id) => $"/chats/{id}",
        _ => AddressOfAll(item.Kind),
    };

    /// <summary>Where all of a kind are listed.</summary>
    public static string AddressOfAll(string kind) => kind switch
    {
        "payment_review" => "/payments",
        "escalation" => "/chats?filter=attention",
        "stuck_order" => "/orders?stuck=true",
        "failed_message" => "/chats?filter=undelivered",
        "missing_bank_details" => "/settings/bank-details",
        _ => "/more",
    };

    /// <summary>Those that a list of the oldest leaves out.</summary>
    public static string Rest(string kind, int count) => (kind, count) switch
    {
        ("payment_review", 1) => "1 more payment to check",
        ("payment_review", _) => $"{count} more payments to check",
        ("escalation", 1) => "1 more request for a person",
        ("escalation", _) => $"{count} more requests for a person",
        ("stuck_order", 1) => "1 more order that has not moved",
        ("stuck_order", _) => $"{count} more orders that have not moved",
        ("failed_message", 1) => "1 more chat with a message that was not delivered",
        ("failed_message", _) => $"{count} more chats with a message that was not delivered",
        _ => $"{count} more",
    };

    public static string Icon(string kind) => kind switch
    {
        "payment_review" => Icons.Material.Rounded.Payments,
        "escalation" => Icons.Material.Rounded.RecordVoiceOver,
        "failed_message" => Icons.Material.Rounded.SmsFailed,
        "stuck_order" => Icons.Material.Rounded.HourglassTop,
        "missing_bank_details" => Icons.Material.Rounded.AccountBalance,
        _ => Icons.Material.Rounded.PriorityHigh,
    };

    public static string Tone(string kind) => kind is "failed_message" or "missing_bank_details" ? "wrong" : "attention";
}
