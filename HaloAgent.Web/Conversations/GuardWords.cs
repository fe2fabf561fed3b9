using System.Text.Json;
using HaloAgent.Contracts.Conversations;

namespace HaloAgent.Web.Conversations;

/// <summary>What the guard took out of a reply and why, in a shop owner's words.</summary>
internal static class GuardWords
{
    public static bool IsVerdict(TurnStepView step) => step.Kind == "guard";

    /// <summary>It could not be proven and was only left out; what contradicts the records is held back.</summary>
    public static bool IsTrim(TurnStepView step) => step.Name == GuardVerdict.Trimmed;

    /// <summary>Nothing in it was said to be wrong: the customer could not have read it.</summary>
    public static bool IsOfLanguage(TurnStepView step) => IsVerdict(step) && Verdict(step) is { Because: [var only] } && only == Why(GuardVerdict.Language);

    /// <summary>The first wording, and why it was not said as it was; null: it does not stand in the journal.</summary>
    public static (string Replaced, IReadOnlyList<string> Because)? Verdict(TurnStepView step)
    {
        try
        {
            using var stored = JsonDocument.Parse(step.Result ?? "null");
            return stored.RootElement is { ValueKind: JsonValueKind.Object } verdict && verdict.TryGetProperty("replaced", out var text) && verdict.TryGetProperty("because", out var because)
                ? (text.GetString() ?? "", [.. because.EnumerateArray().Select(why => Why(why.GetString() ?? ""))])
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static string Why(string code) => code.StartsWith(GuardVerdict.Unproven, StringComparison.Ordinal)
        ? $"“{code[GuardVerdict.Unproven.Length..]}” is not in your records, so what was said with it could not be proven"
        : TurnWords.Plain(code) switch
        {
            "amount" => "an amount that is not the price, fee or total it was given as",
            "number" => "a number (of an order, or without a currency sign) that is not in your records",
            "reference" => "a payment reference that was not given out",
            "account" or "account number" => "an account number that is not yours",
            "phone" => "a phone number that is not yours",
            "bank" => "a bank that is not yours",
            "address" => "an address that is not in your records",
            "clock time" => "a time that is not your opening time",
            "day" => "a day or date that is not in your records",
            "opens" or "closed" or "open now" or "closed now" or "never closes" => "when you are open or closed, but not as your opening hours say",
            "stock" or "in stock" or "sold out" => "what is in stock, but not as your catalogue says",
            "goods" or "offers" => "goods, prices or quantities that your catalogue, the cart or the order do not have",
            "order" => "what is in an order or the cart, or where it goes, other than is stored",
            "total" => "a total that is not the cart's or the order's",
            "points" => "points that the customer does not have",
            "payment received" => "that money had arrived, which nobody confirmed",
            "awaiting payment" => "that an order was waiting for payment, when none is",
            "on the way" or "delivered" or "ready" or "preparing" or "cancelled" => "that an order was further along than it is",
            "arrival" => "when something would arrive, which nobody promised",
            "refund" => "money back, which is for you to promise",
            "discount" => "a discount that you do not give",
            "free" => "something for free that is not",
            "person called" => "that a person had been called, when none had",
            "order placed" => "that an order had been placed, when none had",
            "cart changed" or "cart added" or "cart removed" or "cart emptied" => "that the cart had been changed, when it had not",
            "opted out" => "that messages had been stopped, when they had not",
            "data done" => "that something had been done with their data, when it had not",
            "language" => "it was not in the customer's language",
            "leak" => "a link that is not yours, or the agent's inner workings instead of an answer",
            "unreadable" => "it could not be checked, and what is not checked is not said",
            var other => other,
        };
}
