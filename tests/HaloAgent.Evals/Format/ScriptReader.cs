using HaloAgent.Data;

namespace HaloAgent.Evals.Format;

/// <summary>Reads the chat: who says or does what.</summary>
internal sealed class ScriptReader
{
    private static readonly Dictionary<string, BubbleKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["customer"] = BubbleKind.Text,
        ["customer confirms"] = BubbleKind.Text,
        ["customer picture"] = BubbleKind.Picture,
        ["customer document"] = BubbleKind.Document,
        ["customer voice"] = BubbleKind.Voice,
        ["customer location"] = BubbleKind.Location,
    };

    private static readonly Dictionary<string, OwnerAction> Actions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["owner approves payment"] = OwnerAction.ApprovesPayment,
        ["owner rejects payment"] = OwnerAction.RejectsPayment,
        ["owner moves order"] = OwnerAction.MovesOrder,
        ["owner takes over"] = OwnerAction.TakesOver,
        ["owner hands back"] = OwnerAction.HandsBack,
        ["owner says"] = OwnerAction.Says,
        ["owner sets stock"] = OwnerAction.SetsStock,
        ["owner sets price"] = OwnerAction.SetsPrice,
        ["owner puts away"] = OwnerAction.PutsAway,
        ["owner gives points"] = OwnerAction.GivesPoints,
    };

    private readonly List<Step> steps = [];

    public IReadOnlyList<Step> Steps => steps;

    /// <returns>False when the line is not part of a chat.</returns>
    public bool Take(string line, int number, Func<DemoShop> shop)
    {
        if (line[0] == '+')
        {
            Continue(line[1..].Trim());
            return true;
        }

        var (who, text) = Split(line);
        if (Kinds.TryGetValue(who, out var kind))
        {
            if (kind == BubbleKind.Text && string.IsNullOrEmpty(text)) throw new FormatException($"\"{line}\": what does the customer say?");
            steps.Add(new CustomerStep(number, [new Bubble(kind, text ?? "")], who.EndsWith("confirms", StringComparison.OrdinalIgnoreCase)));
            return true;
        }

        if (Actions.TryGetValue(who, out var action))
        {
            steps.Add(new OwnerStep(number, action, Checked(action, text ?? "", line, shop)));
            return true;
        }

        if (who.StartsWith("customer", StringComparison.OrdinalIgnoreCase) || who.StartsWith("owner", StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException($"\"{who}\" is not understood; there are: {string.Join(", ", Kinds.Keys.Concat(Actions.Keys))}.");
        }

        return false;
    }

    public static (string Key, string? Value) Split(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (line.Trim(), null) : (line[..colon].Trim(), line[(colon + 1)..].Trim());
    }

    private void Continue(string text)
    {
        if (steps.LastOrDefault() is not CustomerStep last) throw new FormatException("A line that begins with + goes on after a line of the customer.");
        var (who, rest) = Split(text);
        var bubble = Kinds.TryGetValue("customer " + who, out var kind) ? new Bubble(kind, rest ?? "") : new Bubble(BubbleKind.Text, text);
        steps[^1] = last with { Bubbles = [.. last.Bubbles, bubble] };
    }

    private static string Checked(OwnerAction action, string text, string line, Func<DemoShop> shop)
    {
        switch (action)
        {
            case OwnerAction.SetsStock or OwnerAction.SetsPrice:
                Basket.Line(text, shop());
                break;
            case OwnerAction.PutsAway:
                _ = DemoShops.Product(shop(), text);
                break;
            case OwnerAction.MovesOrder:
                Basket.Status(text);
                break;
            case OwnerAction.GivesPoints when !int.TryParse(text, out _):
                throw new FormatException($"\"{line}\": how many?");
            case OwnerAction.Says or OwnerAction.RejectsPayment when text.Length == 0:
                throw new FormatException($"\"{line}\": with which words?");
        }

        return text;
    }
}
