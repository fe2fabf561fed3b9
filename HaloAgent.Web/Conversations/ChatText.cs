using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace HaloAgent.Web.Conversations;

/// <summary>WhatsApp's *bold*, and the lines of a sum as rows; everything else is text and is encoded as such.</summary>
internal static class ChatText
{
    public static RenderFragment Render(string text) => builder =>
    {
        var ended = true;
        foreach (var line in text.Split('\n'))
        {
            if (!ended)
            {
                builder.AddContent(0, "\n");
            }

            // A row is a box of its own: no break is wanted after it.
            var sum = SumLine(line);
            ended = sum is not null;
            if (sum is { } row)
            {
                AddRow(builder, row.Label, row.Amount);
            }
            else
            {
                AddInline(builder, line);
            }
        }
    };

    private static void AddRow(RenderTreeBuilder builder, string label, string amount)
    {
        builder.OpenElement(1, "span");
        builder.AddAttribute(2, "class", "sum");
        builder.OpenElement(3, "span");
        AddInline(builder, label);
        builder.CloseElement();
        builder.AddContent(4, " ");
        builder.OpenElement(5, "span");
        AddInline(builder, amount);
        builder.CloseElement();
        builder.CloseElement();
    }

    private static void AddInline(RenderTreeBuilder builder, string text)
    {
        foreach (var (part, bold) in Split(text))
        {
            if (bold)
            {
                builder.OpenElement(6, "b");
                builder.AddContent(7, part);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(8, part);
            }
        }
    }

    /// <summary>For one line among others: the words without the marks.</summary>
    public static string Plain(string text) => string.Concat(Split(text).Select(part => part.Text));

    internal static IEnumerable<(string Text, bool Bold)> Split(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var open = text.IndexOf('*', start);
            var close = open < 0 ? -1 : text.IndexOf('*', open + 1);
            if (close < 0)
            {
                break;
            }

            var inner = text[(open + 1)..close];
            if (inner.Length == 0 || inner.Contains('\n', StringComparison.Ordinal) || char.IsWhiteSpace(inner[0]) || char.IsWhiteSpace(inner[^1]))
            {
                yield return (text[start..close], false);
                start = close;
                continue;
            }

            if (open > start)
            {
                yield return (text[start..open], false);
            }

            yield return (inner, true);
            start = close + 1;
        }

        if (start < text.Length)
        {
            yield return (text[start..], false);
        }
    }

    /// <summary>"2 × Jollof rice    ₦7,000": WhatsApp has nothing but spaces to part them; here the amount keeps to the right.</summary>
    private static (string Label, string Amount)? SumLine(string line)
    {
        var gap = line.LastIndexOf("  ", StringComparison.Ordinal);
        return gap > 0 && !char.IsWhiteSpace(line[0]) && IsAmount(line[(gap + 2)..]) ? (line[..gap].TrimEnd(), line[(gap + 2)..]) : null;
    }

    private static bool IsAmount(string text) =>
        text.Trim('*').TrimStart('-') is ['₦', _, ..] amount && amount.Skip(1).All(sign => char.IsAsciiDigit(sign) || sign is ',' or '.');
}
