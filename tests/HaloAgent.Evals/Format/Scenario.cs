using HaloAgent.Data;

namespace HaloAgent.Evals.Format;

/// <summary>One chat of one customer with one shop, and how it must end. The format is described in this project's README.</summary>
internal sealed record Scenario
{
    public required string File { get; init; }

    /// <summary>Folder and file name without ending: <c>yo/two-plates</c>.</summary>
    public required string Name { get; init; }

    public required DemoShop Shop { get; init; }

    /// <summary>ISO 639 code of the language in which the customer writes.</summary>
    public required string Language { get; init; }

    public required string Category { get; init; }

    public string About { get; init; } = "";

    public required IReadOnlyList<Step> Steps { get; init; }

    public required Expectation Expected { get; init; }
}

/// <param name="Line">Where it stands in the file, from 1.</param>
internal abstract record Step(int Line);

/// <summary>Bubbles that arrive together: one burst, answered by one turn.</summary>
/// <param name="Confirms">With these words the customer agrees to the summary. An order placed in any other step was not confirmed.</param>
internal sealed record CustomerStep(int Line, IReadOnlyList<Bubble> Bubbles, bool Confirms) : Step(Line);

internal sealed record Bubble(BubbleKind Kind, string Text);

internal enum BubbleKind
{
    Text,
    Picture,
    Document,
    Voice,
    Location,
}

/// <summary>Something a member of the shop does between two lines of the customer.</summary>
internal sealed record OwnerStep(int Line, OwnerAction Action, string Argument) : Step(Line);

internal enum OwnerAction
{
    ApprovesPayment,
    RejectsPayment,
    MovesOrder,
    TakesOver,
    HandsBack,
    Says,
    SetsStock,
    SetsPrice,
    PutsAway,
    GivesPoints,
}

/// <summary>How the chat must end. What is null is not looked at.</summary>
internal sealed record Expectation
{
    /// <summary>The customer's orders in the sequence in which they were placed; as many as stand here, no more.</summary>
    public IReadOnlyList<ExpectedBasket> Orders { get; init; } = [];

    /// <summary>A basket without lines: the cart must be empty.</summary>
    public ExpectedBasket? Cart { get; init; }

    /// <summary>Reasons of which one must have been given; empty: nobody may have been called.</summary>
    public IReadOnlyList<string>? Escalation { get; init; }

    public bool? OptedOut { get; init; }

    public bool? Held { get; init; }

    public string? CustomerName { get; init; }

    /// <summary>The contact's language at the end is one of these; empty: any.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<SaidRule> NeverSaid { get; init; } = [];

    public IReadOnlyList<SaidRule> MustBeSaid { get; init; } = [];
}

internal sealed record ExpectedBasket
{
    public IReadOnlyList<ExpectedLine> Lines { get; init; } = [];

    public bool? Pickup { get; init; }

    public string? Area { get; init; }

    public IReadOnlyList<string> AddressParts { get; init; } = [];

    /// <summary>Each stands beside the order or one of its lines.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public Money? Total { get; init; }

    /// <summary>One of these, by the names of the wire (<c>pending_payment</c>).</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];
}

internal sealed record ExpectedLine(int Quantity, string Product, string? Variant)
{
    public override string ToString() => Variant is null ? $"{Quantity} {Product}" : $"{Quantity} {Product} ({Variant})";
}
