namespace HaloAgent.Web.Theme;

/// <summary>
/// Every colour of HaloAgent, once. MudBlazor's theme and the style sheet /theme.css are both made from it; contrast of
/// each text on its surface was computed to be at least 4.5 : 1, in both.
/// </summary>
internal sealed record HaloPalette
{
    public required string Page { get; init; }

    public required string Surface { get; init; }

    public required string Line { get; init; }

    public required string Text { get; init; }

    public required string Quiet { get; init; }

    public required string Primary { get; init; }

    public required string OnPrimary { get; init; }

    public required string Attention { get; init; }

    public required string Wrong { get; init; }

    public required string Fine { get; init; }

    public required string Note { get; init; }

    public required string Pickup { get; init; }

    public required string Delivery { get; init; }

    public required string AgentBubble { get; init; }

    public required string OwnerBubble { get; init; }

    public static readonly HaloPalette Light = new()
    {
        Page = "#F6F7F5",
        Surface = "#FFFFFF",
        Line = "#DDE3DF",
        Text = "#17211C",
        Quiet = "#56635C",
        Primary = "#0B6E4F",
        OnPrimary = "#FFFFFF",
        Attention = "#92400E",
        Wrong = "#B42318",
        Fine = "#067647",
        Note = "#175CD3",
        Pickup = "#0E7490",
        Delivery = "#4338CA",
        AgentBubble = "#E3F4EA",
        OwnerBubble = "#FDF0D5",
    };

    public static readonly HaloPalette Dark = new()
    {
        Page = "#0E1412",
        Surface = "#161E1B",
        Line = "#27332E",
        Text = "#E7EEEA",
        Quiet = "#9FB0A7",
        Primary = "#4CC38A",
        OnPrimary = "#06281B",
        Attention = "#FDB022",
        Wrong = "#F97066",
        Fine = "#47CD89",
        Note = "#84ADFF",
        Pickup = "#67E3F9",
        Delivery = "#A5B4FC",
        AgentBubble = "#1C3A2E",
        OwnerBubble = "#3D2E12",
    };

    /// <summary>The palette as CSS custom properties: <c>--halo-agent-bubble:#…</c>.</summary>
    public string ToCss() => string.Concat(
        Names.Zip(
            [Page, Surface, Line, Text, Quiet, Primary, OnPrimary, Attention, Wrong, Fine, Note, Pickup, Delivery, AgentBubble, OwnerBubble],
            (name, colour) => $"--halo-{name}:{colour};"));

    private static readonly string[] Names =
        ["page", "surface", "line", "text", "quiet", "primary", "on-primary", "attention", "wrong", "fine", "note", "pickup", "delivery", "agent", "owner"];
}
