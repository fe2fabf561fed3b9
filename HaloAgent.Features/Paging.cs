using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace HaloAgent;

/// <summary>One page of a list and where the next begins.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);

public static class Page
{
    /// <summary>Out of one row more than was asked for: that there is one says that there is a next page.</summary>
    public static Page<T> Of<TRow, T>(IReadOnlyList<TRow> rows, int limit, Func<TRow, Cursor> cursor, Func<IReadOnlyList<TRow>, IReadOnlyList<T>> view)
    {
        var shown = rows.Count > limit ? [.. rows.Take(limit)] : rows;
        return new Page<T>(view(shown), rows.Count > limit ? cursor(shown[^1]).ToString() : null);
    }
}

/// <summary>Where a page ended: two keys that order the list. Opaque to clients.</summary>
public readonly record struct Cursor(long Major, Guid Minor = default)
{
    public static Cursor At(DateTimeOffset time, Guid id) => new(time.UtcTicks, id);

    public DateTimeOffset Time => new(Major, TimeSpan.Zero);

    /// <summary>Null and success for no cursor at all.</summary>
    public static Outcome<Cursor?> Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return (Cursor?)null;
        }

        Span<byte> bytes = stackalloc byte[128];
        return text.Length <= 120
            && Base64Url.IsValid(text)
            && Base64Url.TryDecodeFromChars(text, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]).Split('.') is [var major, var minor]
            && long.TryParse(major, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first <= DateTimeOffset.MaxValue.Ticks
            && Guid.TryParseExact(minor, "N", out var second)
            ? new Cursor(first, second)
            : Failure.Invalid("cursor", "This is no cursor. Take it from the Link header of the page before.");
    }

    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor:N}")));
}
