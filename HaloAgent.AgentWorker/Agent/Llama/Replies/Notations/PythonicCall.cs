using System.Text.RegularExpressions;

namespace HaloAgent.AgentWorker.Agent.Llama.Replies.Notations;

/// <summary>
/// <c>[x(a="b", n=2), y()]</c> as Llama 3.2 and Llama 4 write it, and <c>&lt;|python_tag|&gt;x.call(a="b")</c> of Llama 3.1.
/// Only whole calls count; a name that is no tool is prose ("call(me)").
/// </summary>
internal static partial class PythonicCall
{
    public static IEnumerable<WrittenCall> Find(string text)
    {
        var behind = 0;
        for (var match = Opening().Match(text); match.Success;)
        {
            var next = match.Index + match.Length;
            if (PythonicArguments.Read(text, next) is { } read)
            {
                var start = Math.Max(behind, Start(text, match.Index));
                next = behind = End(text, read.End);
                yield return new WrittenCall(match.Groups["name"].Value, read.Arguments, start, behind);
            }

            match = Opening().Match(text, next);
        }
    }

    // The tag and the list's bracket belong to the call: none of it is for the customer.
    private static int Start(string text, int at)
    {
        while (at > 0 && (char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '[' or ',')) at--;
        return at;
    }

    private static int End(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is ']' or ',' or ';')) at++;
        return at;
    }

    [GeneratedRegex(@"(?<![\w.""'])(?<name>[A-Za-z_][\w\-]*(?:\.(?!call\b)[A-Za-z_][\w\-]*)*)(?:\.call)?\(")]
    private static partial Regex Opening();
}
