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
    public static decimal? AmountIn(IReadOnlyList<Token> tokens, long? order) =>
        tokens.FirstOrDefault(token => token.Is(TokenKind.Money) || (token.Is(TokenKind.Number) && token.Value >= SmallestPayment && token.Value != order && token.Text is not ['0', ..]))?.Value;
}
