using Microsoft.AspNetCore.Components;

namespace HaloAgent.Web.Conversations;

/// <summary>WhatsApp's *bold*; everything else is text and is encoded as such.</summary>
internal static class ChatText
{
    public static RenderFragment Render(string text) => builder =>
    {
        foreach (var (part, bold) in Split(text))
        {
            if (bold)
            {
                builder.OpenElement(0, "b");
                builder.AddContent(1, part);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(2, part);
            }
        }
    };

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
}
