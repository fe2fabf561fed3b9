namespace HaloAgent.AgentWorker.Agent.Llama.Replies;

/// <summary>
/// Finds the tool that an altered name means: <c>orders_add_to_cart</c>, <c>functions.add_to_cart</c>, <c>add-to-cart</c>,
/// <c>addToCart</c>. A name that ends in no offered tool's name is left as it is.
/// </summary>
internal sealed class ToolNames(IReadOnlyList<OfferedTool> offered)
{
    public OfferedTool? Find(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return null;
        if (offered.FirstOrDefault(tool => tool.Name == written) is { } exact) return exact;

        var squeezed = Squeeze(written);
        return offered.FirstOrDefault(tool => Squeeze(tool.Name) == squeezed)
            ?? offered.Where(tool => IsPrefixed(written, tool.Name)).MaxBy(tool => tool.Name.Length);
    }

    // The prefix ends where a word ends: "orders_add_to_cart" means add_to_cart, "readd_to_cart" does not.
    private static bool IsPrefixed(string written, string name)
    {
        var plain = written.Replace('-', '_').Replace('.', '_').Replace('/', '_').Replace(':', '_').ToLowerInvariant();
        return plain.EndsWith("_" + name, StringComparison.Ordinal);
    }

    private static string Squeeze(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
