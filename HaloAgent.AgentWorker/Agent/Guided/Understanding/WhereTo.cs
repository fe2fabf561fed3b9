namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Gathers where a burst says that something is to go: a street address, an area of the shop, or a place that is neither.</summary>
internal sealed class WhereTo(Tongue tongue, PlaceFinder places, FoldedText folded, Func<IReadOnlyList<Token>, bool> namesGoods, Func<IReadOnlyList<Token>, bool> ordersGoods)
{
    private readonly AddressReader reader = new(tongue.Lexicon, tongue.Patterns, tongue.Vocabulary, folded);
    private bool awaitsAddress;

    public SaidAddress? Address { get; private set; }
    public string? Area { get; private set; }
    public string? Place { get; private set; }

    /// <summary>The part of a clause that is an address or a place; null: none is, or money goes there.</summary>
    public AddressCut? In(IReadOnlyList<Token> tokens) => Cut(tokens) is { } cut && (cut.IsPlace || cut.Tokens.Count == 0) && !IsPaidThere(tokens, cut) ? cut : null;

    /// <returns>What is said by it besides the place: that it is to be brought, or whether it can be; null: nothing.</returns>
    public Intent? Take(AddressCut cut, bool question)
    {
        // "deliver to" at the end of a line: the next line is the address.
        awaitsAddress = cut.Announced && cut.Tokens.Count == 0 && cut.After.Count == 0;
        if (!cut.IsPlace) return null;

        Area = AreaIn(cut.Tokens) ?? Area;
        // "Can you send it to Ibadan?" asks whether the shop delivers there.
        var asksWhether = question && Area is null && !reader.IsStreet(cut.Tokens) && cut.Tokens.Any(IsOtherTown);
        if (reader.IsStreet(cut.Tokens)) Address = new SaidAddress(Address is null ? cut.Text : $"{Address.Text}, {cut.Text}", cut.Announced);
        else if (Area is null) Place = cut.Text;
        return !cut.Announced ? null : asksWhether ? Intent.DeliveryFee : Intent.Delivery;
    }

    /// <summary>The first area that is named outside of an address.</summary>
    public void TakeArea(IReadOnlyList<Token> tokens) => Area ??= AreaIn(tokens);

    /// <summary>"Kuna kai Abuja?": a town that is spoken of where nothing leads to it.</summary>
    public void TakeTown(IReadOnlyList<Token> tokens)
    {
        if (tokens.FirstOrDefault(IsOtherTown) is { } town) Place ??= folded.Written(town.Start, town.End);
    }

    public bool NamesTown(IReadOnlyList<Token> tokens) => tokens.Any(IsOtherTown);

    private AddressCut? Cut(IReadOnlyList<Token> tokens)
    {
        var awaited = awaitsAddress;
        awaitsAddress = false;
        return awaited && reader.IsAddress(tokens) ? reader.Whole(tokens) : reader.Cut(tokens, namesGoods, ordersGoods, cut => AreaIn(cut) is not null || cut.Any(IsOtherTown));
    }

    // "I sent the money to your GTB, 7600": what money goes to is a place only where a street or an area says so.
    private bool IsPaidThere(IReadOnlyList<Token> tokens, AddressCut cut) =>
        cut.Tokens.Count > 0 && AreaIn(cut.Tokens) is null && !reader.NamesStreet(cut.Tokens) && tongue.Patterns.IntentsIn(tokens).Exists(one => one.Intent == Intent.Paid);

    private bool IsOtherTown(Token token) => tongue.OtherPlaces.Contains(token.Text);

    private string? AreaIn(IReadOnlyList<Token> tokens)
    {
        List<string> words = [.. tokens.Select(token => token.Is(TokenKind.Item) ? "" : token.Text)];
        for (var at = 0; at < words.Count; at++)
        {
            // "not Yaba": of all places not that one.
            if (tongue.Patterns.BestAt("not-this", tokens, at) is not { } not) continue;
            for (var i = places.LengthAt(words, not.End) - 1; i >= 0; i--) words[not.End + i] = "";
        }

        return places.In(words);
    }
}
