using System.Buffers;
using System.Text.RegularExpressions;

namespace HaloAgent.AgentWorker.Agent.Llama.Prompting;

/// <summary>
/// Takes the power out of what a model's server would read as a control token. Servers put the chat together as one text and then look for
/// tokens in all of it: <c>&lt;|eot_id|&gt;</c> in a customer's message, a product's description or an own earlier reply really ends
/// the turn there, and what follows is a turn that nobody wrote (llama.cpp, tried). So brackets that make a token are written with others
/// that look alike; every word stays. Other families' tokens go too: which model stands behind an address is not known.
/// </summary>
internal static partial class ControlTokens
{
    private static readonly SearchValues<char> Brackets = SearchValues.Create("<>＜＞[]");

    /// <summary>The same again changes nothing more.</summary>
    public static string Without(string text) => text.AsSpan().ContainsAny(Brackets) ? Token().Replace(text, Plain) : text;

    private static string Plain(Match match)
    {
        var plain = match.Value.AsSpan().ToArray();
        foreach (ref var sign in plain.AsSpan())
        {
            sign = sign switch
            {
                '<' or '＜' => '‹',
                '>' or '＞' => '›',
                '[' => '(',
                ']' => ')',
                _ => sign,
            };
        }

        return new string(plain);
    }

    // Half a token counts: <| and |> alone are taken, because what stands beside them may come from elsewhere. Then what looks like a tag
    // (<s>, </s>, <start_of_turn>, <tool_call>, <<SYS>>), then the words in brackets of Mistral and its like, and EXAONE's [|…|].
    [GeneratedRegex("""
        [<＜](?=[|｜])|(?<=[|｜])[>＞]
        |[<＜]/?[A-Za-z_][\w:.=\-]{0,63}[>＞]
        |\[/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|TOOL_CONTENT|CALL_ID|ARGS|THINK|MODEL_SETTINGS|IMG|IMG_BREAK|IMG_END|AUDIO|BEGIN_AUDIO|TRANSCRIBE|PREFIX|MIDDLE|SUFFIX|g?MASK|sMASK|CLS|SEP|PAD|UNK|BOS|EOS)\]
        |\[(?=[|｜])|(?<=[|｜])\]
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Token();
}
