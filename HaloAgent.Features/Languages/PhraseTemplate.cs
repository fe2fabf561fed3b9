using System.Globalization;
using System.Text;

namespace HaloAgent.Languages;

/// <summary>
/// One sentence with holes: <c>{name}</c> takes a value, <c>{count:one order|# orders}</c> takes the form that fits the number, which stands for the sign.
/// A missing value is a programming error and throws, so that no customer ever reads a hole.
/// </summary>
internal sealed class PhraseTemplate
{
    private readonly List<Part> parts = [];

    public PhraseTemplate(string text)
    {
        Text = text;
        var at = 0;
        while (text.IndexOf('{', at) is var open and >= 0)
        {
            var close = text.IndexOf('}', open);
            if (close < 0) throw new FormatException($"A hole is not closed in: {text}");
            parts.Add(new Part(text[at..open], null, null));
            parts.Add(Hole(text[(open + 1)..close], text));
            at = close + 1;
        }

        parts.Add(new Part(text[at..], null, null));
    }

    public string Text { get; }

    public IEnumerable<string> Holes => parts.Where(part => part.Name is not null).Select(part => part.Name!).Distinct(StringComparer.Ordinal);

    public string Render(ReadOnlySpan<(string Name, object? Value)> values)
    {
        var said = new StringBuilder();
        foreach (var part in parts)
        {
            said.Append(part.Name is null ? part.Literal : Fill(part, values));
        }

        return said.ToString();
    }

    private static Part Hole(string hole, string text)
    {
        var colon = hole.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return new Part("", hole, null);

        var forms = hole[(colon + 1)..].Split('|');
        return forms.Length == 2 ? new Part("", hole[..colon], forms) : throw new FormatException($"A plural needs two forms in: {text}");
    }

    private string Fill(Part part, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (name != part.Name) continue;
            if (part.Forms is null) return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            var count = Convert.ToInt64(value, CultureInfo.InvariantCulture);
            return part.Forms[count == 1 ? 0 : 1].Replace("#", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        }

        throw new InvalidOperationException($"No value was given for {{{part.Name}}} in: {Text}");
    }

    private sealed record Part(string Literal, string? Name, string[]? Forms);
}
