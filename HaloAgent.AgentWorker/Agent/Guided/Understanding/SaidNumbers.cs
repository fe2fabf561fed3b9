using System.Globalization;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Numbers that count no goods: which order is meant, and what was paid.</summary>
internal sealed class SaidNumbers(PatternBook patterns)
{
    /// <summary>Nobody pays less for anything.</summary>
    private const decimal SmallestPayment = 100;

    /// <param name="ordersGoods">Then a number without a word of orders beside it counts those.</param>
    public long? OrderIn(IReadOnlyList<Token> tokens, bool ordersGoods)
    {
        var named = patterns.Best("order-number", tokens)?.Captured.FirstOrDefault(token => token.Kind is TokenKind.Number or TokenKind.Hash or TokenKind.LongNumber)
            ?? (ordersGoods ? null : tokens.FirstOrDefault(token => token.Is(TokenKind.Hash) || (token.Is(TokenKind.Number) && token.Text is ['0', _, _, ..])));
        return named is not null && long.TryParse(named.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>"I have paid 12,800": naira, whether it says so or not. "I have paid for order 0142" names none.</summary>
    public decimal? AmountIn(IReadOnlyList<Token> tokens, long? order) =>
        tokens.Where((token, at) => token.Is(TokenKind.Money) || (token.Is(TokenKind.Number) && token.Value >= SmallestPayment && token.Value != order && token.Text is not ['0', ..] && !IsOther(tokens, at))).FirstOrDefault()?.Value;

    // A date ("12/06/2025"), the end of a card, a teller: nobody is to be told that they paid those.
    private bool IsOther(IReadOnlyList<Token> tokens, int at) =>
        patterns.BestAt("not-amount", tokens, at) is not null
        || (at > 0 && (patterns.BestAt("not-amount", tokens, at - 1) is not null || (tokens[at - 1].Is(TokenKind.Number) && tokens[at].Start - tokens[at - 1].End <= 1)))
        || (at + 1 < tokens.Count && tokens[at + 1].Is(TokenKind.Number) && tokens[at + 1].Start - tokens[at].End <= 1);
}
