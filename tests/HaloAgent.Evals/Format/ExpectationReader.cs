using HaloAgent.Conversations;
using HaloAgent.Data;

namespace HaloAgent.Evals.Format;

/// <summary>Reads the part of a scenario that says how the chat must end.</summary>
internal sealed class ExpectationReader(DemoShop shop)
{
    private readonly List<ExpectedBasket> orders = [];
    private Expectation expected = new();
    private Part part = Part.Facts;
    private bool languageGiven;

    private enum Part
    {
        Facts,
        Order,
        Cart,
        NeverSay,
        MustSay,
    }

    public static bool Begins(string line) => Section(line) is not null;

    public void Take(string line)
    {
        if (Section(line) is { } section) Begin(section);
        else if (part == Part.NeverSay) expected = expected with { NeverSaid = [.. expected.NeverSaid, new SaidRule(line)] };
        else if (part == Part.MustSay) expected = expected with { MustBeSaid = [.. expected.MustBeSaid, new SaidRule(line)] };
        else if (char.IsAsciiDigit(line[0])) ChangeBasket(basket => basket with { Lines = [.. basket.Lines, Basket.Line(line, shop)] });
        else TakeFact(line);
    }

    public Expectation Finish(string language) =>
        expected with { Orders = orders, Languages = languageGiven ? expected.Languages : [language] };

    private static Part? Section(string line) => line.TrimEnd(':', ' ').ToLowerInvariant() switch
    {
        "expect" or "expected" => Part.Facts,
        "order" => Part.Order,
        "cart" => Part.Cart,
        "never say" or "never said" => Part.NeverSay,
        "must say" or "must be said" => Part.MustSay,
        _ => null,
    };

    private void Begin(Part section)
    {
        part = section;
        if (section == Part.Order) orders.Add(new ExpectedBasket());
        if (section == Part.Cart) expected = expected with { Cart = expected.Cart ?? new ExpectedBasket() };
    }

    private void ChangeBasket(Func<ExpectedBasket, ExpectedBasket> change)
    {
        if (part == Part.Order) orders[^1] = change(orders[^1]);
        else if (part == Part.Cart) expected = expected with { Cart = change(expected.Cart!) };
        else throw new FormatException("This belongs below a line Order or Cart.");
    }

    private void TakeFact(string line)
    {
        var (key, value) = ScriptReader.Split(line);
        var text = value ?? "";
        switch (key.ToLowerInvariant())
        {
            case "pickup": ChangeBasket(basket => basket with { Pickup = true }); break;
            case "delivery": ChangeBasket(basket => basket with { Pickup = false, Area = text.Length == 0 ? null : Area(text) }); break;
            case "address": ChangeBasket(basket => basket with { AddressParts = [.. basket.AddressParts, text] }); break;
            case "note": ChangeBasket(basket => basket with { Notes = [.. basket.Notes, text] }); break;
            case "total": ChangeBasket(basket => basket with { Total = Basket.Amount(text) }); break;
            case "status": ChangeBasket(basket => basket with { Statuses = [.. Alternatives(text).Select(Basket.Status)] }); break;
            case "orders": CheckNoOrders(text); break;
            case "cart": expected = expected with { Cart = Empty(text) }; break;
            case "escalation": expected = expected with { Escalation = IsNone(text) ? [] : [.. Alternatives(text).Select(Reason)] }; break;
            case "opted out": expected = expected with { OptedOut = YesOrNo(text) }; break;
            case "held": expected = expected with { Held = YesOrNo(text) }; break;
            case "name": expected = expected with { CustomerName = text }; break;
            case "language": (languageGiven, expected) = (true, expected with { Languages = text == "any" ? [] : [.. Alternatives(text).Select(Language)] }); break;
            default:
                throw new FormatException(
                    $"\"{key}\" is not understood; in an order or cart: pickup, delivery, address, note, total, status; else: orders, cart, escalation, opted out, held, name, language.");
        }
    }

    private string Area(string text) => shop.Areas.FirstOrDefault(area => area.Names.Any(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)))?.Name
        ?? throw new FormatException($"{shop.Slug} has no delivery area \"{text}\"; it has: {string.Join(", ", shop.Areas.Select(area => area.Name))}.");

    private static string Language(string text) => ScenarioReader.Languages.Contains(text)
        ? text
        : throw new FormatException($"\"{text}\" is none of the languages {string.Join(", ", ScenarioReader.Languages)} (or any).");

    private static string Reason(string text) => Enum.TryParse<EscalationReason>(text.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var reason)
        ? reason.ToString()
        : throw new FormatException($"\"{text}\" is no reason; there are: {string.Join(", ", Enum.GetNames<EscalationReason>())}, and none.");

    private static ExpectedBasket Empty(string text) => text.Equals("empty", StringComparison.OrdinalIgnoreCase)
        ? new ExpectedBasket()
        : throw new FormatException("Write \"cart: empty\", or a line Cart with its lines below.");

    private void CheckNoOrders(string text)
    {
        if (!IsNone(text) || orders.Count > 0) throw new FormatException("Write \"orders: none\", or a line Order for each of them.");
    }

    private static bool IsNone(string text) => text.ToLowerInvariant() is "none" or "no" or "0" or "";

    private static bool YesOrNo(string text) => text.ToLowerInvariant() switch
    {
        "yes" => true,
        "no" => false,
        _ => throw new FormatException($"\"{text}\": yes or no?"),
    };

    private static string[] Alternatives(string text) => text.Split(" or ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
