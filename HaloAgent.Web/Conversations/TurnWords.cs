using System.Globalization;
using System.Text.Json;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Web.Shared;

namespace HaloAgent.Web.Conversations;

/// <summary>The journal of a turn in a shop owner's words.</summary>
internal static class TurnWords
{
    /// <summary>"payment_claim" and "PaymentClaim" both become "payment claim".</summary>
    public static string Plain(string name)
    {
        var spaced = string.Concat(name.Select((letter, at) =>
            letter is '_' or '-' or '.' ? " " : char.IsUpper(letter) && at > 0 && char.IsLower(name[at - 1]) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()));
        return spaced.Trim().ToLowerInvariant();
    }

    public static string Sure(double confidence) => confidence switch
    {
        >= 0.95 => "certain",
        >= 0.8 => "quite sure",
        >= 0.6 => "fairly sure",
        _ => "not sure",
    };

    /// <summary>"English (certain, 97 %)".</summary>
    public static string Language(TurnView turn) => turn switch
    {
        { Language: null } => "not sure",
        { LanguageConfidence: null } => ContactText.Language(turn.Language),
        { LanguageConfidence: 0 } => $"{ContactText.Language(turn.Language)} (the words alone don't tell)",
        { LanguageConfidence: { } sure } => $"{ContactText.Language(turn.Language)} ({Sure(sure)}, {Percent(sure)})",
    };

    /// <summary>Of the wish, and whose it is: a model gives no figure. Null: there is nothing to be sure of.</summary>
    public static string? HowSure(TurnView turn) => (turn.Confidence, IsOfModel(turn)) switch
    {
        (null, true) => "the model gives no figure, and the fixed rules alone understood nothing",
        (null, false) => null,
        ({ } sure, true) => $"the model gives no figure; the fixed rules alone: {Sure(sure)} ({Percent(sure)})",
        ({ } sure, false) => $"{Sure(sure)} ({Percent(sure)})",
    };

    /// <summary>Why it answered so; null where it says no more than the wish above it.</summary>
    public static string? Reason(TurnView turn) =>
        string.IsNullOrWhiteSpace(turn.BrainReason) || turn.BrainReason.StartsWith("understood as ", StringComparison.Ordinal) ? null : turn.BrainReason;

    public static string Brain(TurnView turn) => turn.Brain?.ToLowerInvariant() switch
    {
        _ when turn.Status == "dead" => "nobody: it failed on every try, so a person was called",
        "guided" => "fixed rules, from your catalogue",
        "llama" => "the language model",
        "llama:unheard" => "the shop's ready-made sentences: the language model was asked, and not one word of what it wrote was sent",
        "hybrid" => "fixed rules and the language model",
        "gate:consent" => "nobody: whether the customer wants messages at all comes first",
        "gate:pace" => "nobody: too many messages within a minute, so the agent waits",
        "gate:held" => "nobody: someone on your team had the chat",
        "journal" => "its own journal: something broke after it had acted, so it told what had been done",
        null or "none" => "nobody: a person had the chat, or the customer opted out",
        { } other => other,
    };

    /// <summary>"llama3.1:8b, asked 2 times, 1,400 tokens, 1.2 s, $0.0020".</summary>
    public static string Model(ModelUseView model)
    {
        var asked = model.Calls == 1 ? "asked once" : string.Create(CultureInfo.InvariantCulture, $"asked {model.Calls} times");
        var cost = model.CostUsd > 0 ? string.Create(CultureInfo.InvariantCulture, $", ${model.CostUsd:0.0000}") : ", no cost";
        return string.Create(CultureInfo.InvariantCulture, $"{model.Name}, {asked}, {model.PromptTokens + model.CompletionTokens:#,0} tokens, {Took(model.Milliseconds)}{cost}");
    }

    public static bool WasGuarded(TurnView turn) => turn.Steps.Any(GuardWords.IsVerdict);

    /// <summary>What was checked in the reply, and what came of it.</summary>
    public static string Guard(TurnView turn) => turn switch
    {
        { Steps: var steps } when steps.Any(step => GuardWords.IsVerdict(step) && !GuardWords.IsTrim(step) && !GuardWords.IsOfLanguage(step)) =>
            "Something in the first wording is not what your records say. It was taken out before anything was sent; the step above says what and why.",
        { Steps: var steps } when steps.Any(GuardWords.IsOfLanguage) => "Something that the language model wrote was left out before anything was sent; the step above says what and why.",
        _ when WasGuarded(turn) => "Something in the first wording could not be proven from your records. It was left out before anything was sent; the step above says what and why.",
        { Status: "dead" } => "It found no answer. The customer was told so in one of the shop's ready-made sentences.",
        _ when turn.Status != "completed" => "Nothing was answered.",
        { Brain: "llama" } =>
            "What the model wrote was checked sentence by sentence: its prices, orders, payments, times and places were compared with your records, and a sentence that says anything else is not sent. "
            + "In the ready-made sentences beside it, amounts, references and account numbers were checked.",
        _ => "It is made up of the shop's ready-made sentences, filled in from your records. Amounts, references and account numbers in them were checked once more before sending.",
    };

    private static bool IsOfModel(TurnView turn) => turn.Brain is "llama" or "llama:unheard";

    // A narrow screen does not part the figure from its sign.
    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0}\u00A0%");

    /// <summary>What the customer wanted, also several things at once ("Add+Delivery").</summary>
    public static string Wish(string intent) => string.Join(", ", intent.Split('+', StringSplitOptions.RemoveEmptyEntries).Select(part => part switch
    {
        "Add" => "to order something",
        "Remove" => "to take something out",
        "Set" => "to change a quantity",
        "Place" => "an address",
        "Paid" => "to say that they paid",
        "Person" => "to talk to a person",
        "Yes" => "to agree",
        "No" => "to decline",
        "Greeting" => "to greet",
        "Menu" or "More" => "to see what there is",
        "OrderStatus" => "to know where the order is",
        "AreYouBot" => "to know who is replying",
        "Matter" => "something only a person may answer",
        "NotUnderstood" => "not understood",
        "talk" => "just to chat",
        _ => Plain(part),
    }));

    public static string Step(TurnStepView step) => step.Name switch
    {
        "read_cart" or "view_cart" => "Looked at the customer's cart",
        "add_to_cart" => "Put it into the cart",
        "set_cart_quantity" or "change_quantity" => "Changed the quantity",
        "clear_cart" => "Emptied the cart",
        "note_cart_line" => "Noted how they want it",
        "note_order" => "Noted a request about the order",
        "note_handover" => "Noted who gets the order",
        "use_points" => "Took points off the price, or put them back",
        "choose_delivery" => "Noted where to deliver",
        "choose_pickup" => "Noted that they will pick it up",
        "show_summary" => "Showed the order to confirm",
        "place_order" => "Placed the order",
        "cancel_order" => "Cancelled the order",
        "find_open_orders" => "Looked up the open orders",
        "reorder_last" => "Repeated the last order",
        "claim_payment" => "Noted that the customer says they paid",
        "attach_receipt" => "Attached the receipt to the order",
        "payment_details" => "Looked up how to pay",
        "escalate" or "call_person" => "Called someone on your team",
        "opt_out" => "Stopped messaging this customer",
        "opt_in" => "Can message this customer again",
        "save_name" => "Noted the customer's name",
        "search_products" => "Searched your catalogue",
        "quote_goods" => "Added up what goods cost",
        "quote_delivery" => "Looked up what delivery costs",
        "set_language" => "Changed the language",
        "set_marketing_consent" => "Noted whether they want offers",
        "request_my_data" => "Passed on a request about their data",
        "read_points" => "Looked up their points",
        "ask_to_redeem_points" => "Passed on that they want to use points",
        "model" => "Asked the language model",
        _ when GuardWords.IsOfLanguage(step) => "Left out what was not in the customer's language",
        GuardVerdict.Guarded => "Held back what your records don't show",
        GuardVerdict.Trimmed => "Left out what your records don't prove",
        _ => Sentence(Plain(step.Name.Length == 0 ? step.Kind : step.Name)),
    };

    /// <summary>Which goods the step is about: "Jollof rice (large)". Null: about none, or several, which the details name.</summary>
    public static string? Goods(TurnStepView step) =>
        Fact(step.Arguments, "product") is { } product ? Fact(step.Arguments, "variant") is { } variant ? $"{product} ({variant})" : product : null;

    public static string Took(double milliseconds) =>
        milliseconds < 1 ? "at once"
        : milliseconds < 1000 ? string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000:0.0} s");

    /// <summary>JSON laid out to be read; other text as it is.</summary>
    public static string Facts(string? stored, ShopClock clock)
    {
        if (string.IsNullOrWhiteSpace(stored) || stored is "{}" or "null" or "[]")
        {
            return "";
        }

        try
        {
            using var document = JsonDocument.Parse(stored);
            return string.Join('\n', new JournalFacts(clock).Lines(document.RootElement));
        }
        catch (JsonException)
        {
            return stored;
        }
    }

    private static string? Fact(string? stored, string name)
    {
        try
        {
            return stored is not null && JsonElement.Parse(stored) is { ValueKind: JsonValueKind.Object } facts && facts.TryGetProperty(name, out var fact)
                && fact.ValueKind == JsonValueKind.String && fact.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
