using HaloAgent.Messaging;

namespace HaloAgent.AgentWorker.Agent;

/// <summary>Turns a brain's bubbles into messages that the channel takes.</summary>
internal static class Bubbles
{
    /// <summary>Twilio refuses a body of more characters (21617).</summary>
    public const int MaxText = 1600;

    /// <summary>A model's words and what our templates say behind them are one message: two would be paid for twice.</summary>
    public static IEnumerable<MessageContent> ToContent(IReadOnlyList<ReplyBubble> bubbles) =>
        (bubbles is [{ InOwnWords: true, ProductImageId: null } own, { ProductImageId: null } next, ..] && own.Text.Length + next.Text.Length + 2 <= MaxText
            ? [new ReplyBubble($"{own.Text}\n\n{next.Text}"), .. bubbles.Skip(2)]
            : bubbles).SelectMany(ToContent);

    public static IEnumerable<MessageContent> ToContent(ReplyBubble bubble)
    {
        var parts = Split(bubble.Text).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            yield return bubble.ProductImageId is { } image && i == 0
                ? new MessageContent { Kind = MessageKind.Image, Text = parts[i], Media = [new MediaItem(null, "image/png", image)] }
                : MessageContent.OfText(parts[i]);
        }
    }

    /// <summary>The same words in fewer messages, without pictures; where even that is too much the end of it, which states and asks.</summary>
    public static IReadOnlyList<string> Pack(IReadOnlyList<MessageContent> messages, int most)
    {
        List<string> packed = [];
        foreach (var text in messages.Select(message => message.Text).Where(text => text.Length > 0))
        {
            if (packed is [.., var last] && last.Length + 2 + text.Length <= MaxText) packed[^1] = $"{last}\n\n{text}";
            else packed.Add(text);
        }

        return [.. packed.TakeLast(most)];
    }

    /// <summary>At line ends where there are some, so that no amount or account number is cut in two.</summary>
    private static IEnumerable<string> Split(string text)
    {
        var rest = text.Trim();
        while (rest.Length > MaxText)
        {
            var cut = rest.LastIndexOf('\n', MaxText);
            cut = cut > MaxText / 2 ? cut : rest.LastIndexOf(' ', MaxText) is > 0 and var space ? space : MaxText;
            yield return rest[..cut].TrimEnd();
            rest = rest[cut..].TrimStart();
        }

        yield return rest;
    }
}
