namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>What a piece of a message is, before anything is known about its meaning.</summary>
internal enum TokenKind
{
    Word,

    /// <summary>A count: 2, x3, "two", "half dozen".</summary>
    Number,

    /// <summary>"a", "an": one, but only in front of a thing.</summary>
    Article,

    /// <summary>"some", "plenty", "half": how many has to be asked.</summary>
    Unclear,

    /// <summary>₦500, 2k, 500 naira.</summary>
    Money,

    /// <summary>#1042: an order's number or, as people also write it, naira.</summary>
    Hash,

    /// <summary>"first", "2nd".</summary>
    Ordinal,

    /// <summary>A phone or account number, never a count.</summary>
    LongNumber,

    /// <summary>Comma, semicolon, colon.</summary>
    Break,

    /// <summary>How old somebody is, in months; only in shops that sell clothes by it.</summary>
    Age,

    /// <summary>A product, after the catalogue was looked at.</summary>
    Item,
}

/// <param name="Text">The folded word, or the digits.</param>
/// <param name="Value">The count, the naira, or the place of an ordinal.</param>
/// <param name="Start">Where it begins in the folded text.</param>
/// <param name="End">Where it ends there.</param>
internal sealed record Token(TokenKind Kind, string Text, decimal Value, int Start, int End)
{
    private const int Phone = 11;
    private const int PhoneAbroad = 13;

    /// <summary>The product meant; only for <see cref="TokenKind.Item"/>.</summary>
    public ProductMention? Mention { get; init; }

    /// <summary>Written with an unmistakable sign of a count: "x3", "3x", "3 pieces".</summary>
    public bool Counted { get; init; }

    /// <summary>A number that may count things: too small for an amount of money.</summary>
    public bool MayCount => Kind is TokenKind.Number or TokenKind.Article && Value is > 0 and < QuantityReader.SmallestAmount;

    /// <summary>A Nigerian phone number.</summary>
    public bool IsPhone => Kind == TokenKind.LongNumber
        && ((Text.Length == Phone && Text[0] == '0' && Text[1] is '7' or '8' or '9') || (Text.Length is PhoneAbroad or PhoneAbroad + 1 && Text.StartsWith("234", StringComparison.Ordinal)));

    public bool Is(TokenKind kind) => Kind == kind;
}

/// <summary>A sentence or a line of the message.</summary>
internal sealed record Clause(IReadOnlyList<Token> Tokens, bool EndsAsQuestion, int Start, int End)
{
    /// <summary>What stands between its commas.</summary>
    public static IEnumerable<IReadOnlyList<Token>> PartsOf(IReadOnlyList<Token> tokens)
    {
        for (var from = 0; from < tokens.Count; from++)
        {
            var part = tokens.Skip(from).TakeWhile(token => !token.Is(TokenKind.Break)).ToList();
            if (part.Count > 0) yield return part;
            from += part.Count;
        }
    }
}
