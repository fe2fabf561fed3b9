using System.Globalization;

namespace HaloAgent.Simulators.Twilio.Messages;

/// <summary>The query of <c>GET Messages.json</c>. Twilio's comparisons are part of the name: <c>DateSent&lt;=2026-11-23</c> is the key <c>DateSent&lt;</c>.</summary>
internal sealed record MessageQuery(string? To, string? From, DateTimeOffset? NotBefore, DateTimeOffset? Before, int Page, int PageSize)
{
    private const int UsualPage = 50;
    private const int LargestPage = 1000;

    /// <summary>The query, or why Twilio refuses it.</summary>
    public static TwilioError? Read(IQueryCollection query, out MessageQuery read)
    {
        read = new MessageQuery(Optional(query, "To"), Optional(query, "From"), null, null, 0, UsualPage);
        foreach (var (key, value) in query.Where(pair => pair.Key.StartsWith("DateSent", StringComparison.Ordinal)))
        {
            if (!TryReadDate(value!, out var date, out var isDay))
            {
                return TwilioErrors.InvalidParameter("DateSent");
            }

            var end = isDay ? date.AddDays(1) : date;
            read = key switch
            {
                "DateSent>" => read with { NotBefore = date },
                "DateSent<" => read with { Before = end },
                _ => read with { NotBefore = date, Before = isDay ? end : date.AddSeconds(1) },
            };
        }

        if (!TryReadNumber(query, "PageSize", UsualPage, 1, out var size) || !TryReadNumber(query, "Page", 0, 0, out var page))
        {
            return TwilioErrors.InvalidParameter("PageSize and Page are whole numbers");
        }

        read = read with { Page = page, PageSize = Math.Min(size, LargestPage) };
        return null;
    }

    public MessagePage Run(MessageStore store, string account)
    {
        var found = Candidates(store)
            .Where(message => (To is null || message.To == To) && (From is null || message.From == From))
            .Where(message => IsWithin(message.SentAt ?? message.At))
            .Reverse()
            .ToArray();
        var start = Page * PageSize;
        var messages = found.Skip(start).Take(PageSize).Select(message => MessageResource.Of(message, account)).ToArray();
        return new MessagePage(
            Page,
            PageSize,
            start,
            start + Math.Max(messages.Length - 1, 0),
            UriOf(account, Page),
            UriOf(account, 0),
            Page > 0 ? UriOf(account, Page - 1) : null,
            found.Length > start + PageSize ? UriOf(account, Page + 1) : null,
            messages);
    }

    /// <summary>One side of every message is a customer; named, it spares a walk over everything.</summary>
    private SimulatedMessage[] Candidates(MessageStore store) =>
        To is not null && store.OfCustomer(To) is { Length: > 0 } received ? received
        : From is not null && store.OfCustomer(From) is { Length: > 0 } sent ? sent
        : store.All();

    private bool IsWithin(DateTimeOffset at) => (NotBefore is not { } from || at >= from) && (Before is not { } before || at < before);

    private string UriOf(string account, int page)
    {
        KeyValuePair<string, string?>[] fields =
        [
            new("To", To),
            new("From", From),
            new("DateSent>", Iso(NotBefore)),
            new("DateSent<", Iso(Before)),
            new("PageSize", PageSize.ToString(CultureInfo.InvariantCulture)),
            new("Page", page.ToString(CultureInfo.InvariantCulture)),
        ];
        var query = QueryString.Create(fields.Where(field => field.Value is not null));
        return $"/2010-04-01/Accounts/{account}/Messages.json{query}";
    }

    private static string? Iso(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static bool TryReadDate(string value, out DateTimeOffset date, out bool isDay)
    {
        isDay = DateTimeOffset.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
        return isDay || DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);
    }

    private static bool TryReadNumber(IQueryCollection query, string key, int usual, int least, out int number)
    {
        number = usual;
        return Optional(query, key) is not { } value
            || (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= 1_000_000);
    }

    private static string? Optional(IQueryCollection query, string key) => (string?)query[key] is { Length: > 0 } value ? value : null;
}
