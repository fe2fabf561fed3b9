using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Scripted;

/// <summary>Which tools a wish needs, one after the other; what is not offered is left out.</summary>
internal sealed class Planner(ChatRequest request, Wish wish)
{
    private readonly ToolShelf shelf = new(request);
    private readonly KnownThings known = KnownThings.In(request);

    /// <summary>All steps of the wish as far as they can be known now, the done ones too.</summary>
    public IReadOnlyList<PlannedStep> Plan() => wish.Kind switch
    {
        WishKind.Order => [.. Lookups(), .. Items(ToolRole.Add), .. Fulfilment(), .. Summary()],
        WishKind.Change => [.. Lookups(), .. Items(ToolRole.SetQuantity), .. Summary()],
        WishKind.Remove => [.. Lookups(), .. Removals(), .. Summary()],
        WishKind.Deliver or WishKind.Pickup => [.. Fulfilment(), .. Summary()],
        WishKind.Yes => Yes(),
        WishKind.No or WishKind.Unclear or WishKind.Thank or WishKind.Greet => [],
        WishKind.OffTopic => [.. Steps(ToolRole.Decline)],
        WishKind.Browse => [.. Steps(shelf[ToolRole.Show] is null ? ToolRole.Search : ToolRole.Show)],
        WishKind.AskPrice => [.. Steps(ToolRole.Search)],
        WishKind.ViewCart => [.. Steps(ToolRole.ViewCart)],
        WishKind.Clear => [.. Steps(ToolRole.Clear)],
        WishKind.AskDelivery => [.. Steps(shelf[ToolRole.Quote] is null ? ToolRole.ShopInformation : ToolRole.Quote)],
        WishKind.PaymentDetails => [.. Steps(ToolRole.PaymentDetails)],
        WishKind.ClaimPayment => [.. Steps(ToolRole.ClaimPayment)],
        WishKind.Status => [.. Steps(shelf[ToolRole.OpenOrders] is null ? ToolRole.Status : ToolRole.OpenOrders)],
        WishKind.Cancel => [.. Steps(ToolRole.Cancel)],
        WishKind.Reorder => [.. Steps(ToolRole.Reorder)],
        WishKind.Loyalty => [.. Steps(ToolRole.Loyalty)],
        WishKind.Redeem => [.. Steps(ToolRole.Redeem)],
        WishKind.Name => [.. Steps(ToolRole.SaveName)],
        WishKind.Language => [.. Steps(ToolRole.SetLanguage)],
        WishKind.NoOffers => [.. Steps(ToolRole.Offers)],
        WishKind.OptOut => [.. Steps(ToolRole.OptOut)],
        WishKind.OptIn => [.. Steps(ToolRole.OptIn)],
        WishKind.DeleteData => [.. Steps(ToolRole.DeleteData)],
        WishKind.ExportData => [.. Steps(ToolRole.ExportData)],
        WishKind.ShopInformation => [.. Steps(ToolRole.ShopInformation)],
        WishKind.Person => [.. Steps(ToolRole.Escalate)],
        _ => [],
    };

    /// <summary>A tool that wants a product's id needs a search first, once for each thing that is not known.</summary>
    private IEnumerable<PlannedStep> Lookups()
    {
        var wants = shelf[wish.Kind == WishKind.Order ? ToolRole.Add : ToolRole.SetQuantity];
        var search = shelf[ToolRole.Search];
        if (wants is null || search is null)
        {
            return [];
        }

        var writer = new ArgumentWriter(wish, KnownBefore());
        return wish.Items.Where(item => writer.NeedsId(wants, item)).Select(item => Step(ToolRole.Search, search, item, lookup: true));
    }

    /// <summary>What was known before this turn's searches, so that the plan stays the same while they are worked off.</summary>
    private KnownThings KnownBefore()
    {
        var last = request.Lines.ToList().FindLastIndex(line => line.Role == "user");
        return KnownThings.In(request with { Lines = [.. request.Lines.Take(last + 1)] });
    }

    private IEnumerable<PlannedStep> Items(ToolRole role)
    {
        if (shelf[role] is not { } tool)
        {
            return [];
        }

        var all = tool.Parameters.Any(parameter => parameter.Type == "array");
        var writer = new ArgumentWriter(wish, known);
        return all ? [Step(role, tool, null)] : wish.Items.Where(item => !writer.NeedsId(tool, item)).Select(item => Step(role, tool, item));
    }

    private IEnumerable<PlannedStep> Removals() => shelf[ToolRole.Remove] is { } remove
        ? wish.Items.Select(item => Step(ToolRole.Remove, remove, item))
        : shelf[ToolRole.SetQuantity] is { } set ? wish.Items.Select(item => Step(ToolRole.SetQuantity, set, item with { Quantity = 0 })) : [];

    private IEnumerable<PlannedStep> Fulfilment()
    {
        if (wish.Address is null && !wish.Pickup)
        {
            return [];
        }

        var own = wish.Pickup ? ToolRole.Pickup : ToolRole.Deliver;
        return [.. Steps(ToolRole.Fulfilment), .. shelf[ToolRole.Fulfilment] is null || own == ToolRole.Deliver ? Steps(own) : []];
    }

    /// <summary>Shown as soon as it is known how the order gets to the customer.</summary>
    private IEnumerable<PlannedStep> Summary() =>
        wish.Address is not null || wish.Pickup || CartAnswer.Last(request) is { IsComplete: true } ? Steps(ToolRole.Summary) : [];

    private List<PlannedStep> Yes() => [.. shelf[ToolRole.Place] is null ? Steps(ToolRole.Summary) : Steps(ToolRole.Place)];

    private IEnumerable<PlannedStep> Steps(ToolRole role) => shelf[role] is { } tool ? [Step(role, tool, null)] : [];

    private PlannedStep Step(ToolRole role, ToolOffer tool, WishedItem? item, bool lookup = false) =>
        new(role, lookup, new WantedCall(tool.Name, new ArgumentWriter(wish, known).For(tool, item)));
}

/// <param name="IsLookup">Later steps need its answer.</param>
internal sealed record PlannedStep(ToolRole Role, bool IsLookup, WantedCall Call);
