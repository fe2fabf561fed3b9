using HaloAgent.Contracts.Overview;
using HaloAgent.Web.FakeApi;

namespace HaloAgent.Web.Tests.Overview;

/// <summary>What waits for a person, as the Api tells it.</summary>
internal static class Waiting
{
    public static AttentionItem Payment(int number, string? name = "Adaeze Okafor", int minutes = 0) => new(
        "payment_review", Samples.Id(number), $"{name ?? "A customer"} says they paid ₦12,800", $"Order {number:D4}. Check your bank, then approve.", 12_800m, Samples.Now.AddMinutes(minutes), name);

    public static AttentionItem Person(int number, string? name = "Tunde Bakare", int minutes = 0, string reason = "asked for a person") =>
        new("escalation", Samples.Id(number), $"{name ?? "A customer"} {reason}", "Open the chat to answer.", null, Samples.Now.AddMinutes(minutes), name);

    public static OverviewView For(params IReadOnlyList<AttentionItem> items) => new(
        items, 0, 0, 0, 0, 0, new Dictionary<string, int>(), items.GroupBy(item => item.Kind).ToDictionary(kind => kind.Key, kind => kind.Count()), []);
}
