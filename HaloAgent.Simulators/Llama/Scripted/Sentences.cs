using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>What the scripted model says: of facts only what a tool has answered in this turn.</summary>
internal static class Sentences
{
    public static string For(ChatRequest request, Wish wish) =>
        request.Results is [.., var last] ? After(last, request, wish) : WithoutTools(wish);

    private static string After(ToolResult last, ChatRequest request, Wish wish)
    {
        var told = Telling.Of(last.Answer);
        var role = Enum.GetValues<ToolRole>().FirstOrDefault(role => ToolShelf.IsFor(role, last.Tool), ToolRole.Search);
        if (told.Refused)
        {
            return told.Text.Length > 0 ? told.Text : "That did not work. What would you like to do?";
        }

        return role switch
        {
            ToolRole.Summary => told.Text + Pick(wish, "\nShall I place this order? Reply yes to confirm.", "\nMake I place am? Talk yes to confirm."),
            ToolRole.Add or ToolRole.SetQuantity or ToolRole.Remove or ToolRole.Reorder or ToolRole.Deliver or ToolRole.Pickup or ToolRole.Fulfilment or ToolRole.ViewCart =>
                told.Text + (CartAnswer.Last(request) is { IsComplete: true } ? "" : Pick(wish, "\nDelivery or pickup?", "\nMake we deliver am, abi you go come pick up?")),
            ToolRole.Place => Pick(wish, "Your order is placed. Thank you!\n", "Your order don enter. Thank you!\n") + told.Text,
            ToolRole.ClaimPayment => Pick(wish, "Thank you. The shop will check it and tell you.", "Thank you. The shop go check am tell you."),
            ToolRole.SaveName => $"Nice to meet you, {wish.Words}.",
            ToolRole.Escalate => Pick(wish, "I have asked a person of the shop to write to you.", "I don call person for the shop make dem answer you."),
            ToolRole.Search or ToolRole.Details when told.Text.Length == 0 => Pick(wish, "I did not find that. Do you want to see what we have?", "I no see am. You wan see wetin we get?"),
            _ => told.Text.Length > 0 ? told.Text : Pick(wish, "Done.", "E don do."),
        };
    }

    private static string WithoutTools(Wish wish) => wish.Kind switch
    {
        WishKind.Greet => Pick(wish, "Hello! What would you like to order today?", "How far! Wetin you wan order today?"),
        WishKind.Thank => Pick(wish, "You are welcome.", "No wahala."),
        WishKind.No => Pick(wish, "All right. What should I change?", "No problem. Wetin make I change?"),
        WishKind.Yes => Pick(wish, "Good. What would you like to order?", "Correct. Wetin you wan order?"),
        WishKind.OffTopic => Pick(wish, "I can only help with this shop. Would you like to see what we have?", "Na only this shop I fit help you with. You wan see wetin we get?"),
        _ => Pick(wish, "I am not sure what you mean. What would you like to order?", "I no too understand. Wetin you wan order?"),
    };

    private static string Pick(Wish wish, string english, string pidgin) => wish.Pidgin ? pidgin : english;
}
