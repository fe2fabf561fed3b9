using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Recognises the categories of a shop's goods in a customer's words.</summary>
internal sealed class CategoryFinder(Tongue tongue, CatalogIndex catalog)
{
    /// <summary>The category that these words name.</summary>
    public string? In(IReadOnlyList<Token> tokens)
    {
        foreach (var token in tokens)
        {
            if (token.Is(TokenKind.Word) && Of(token.Text) is { } name && IsMeant(name, token.Text, tokens)) return name;
        }

        return null;
    }

    // "I wan chop" names no "small chops": of several words an everyday one needs the others.
    private bool IsMeant(string name, string word, IReadOnlyList<Token> tokens) =>
        !tongue.Vocabulary.Knows(word) || catalog.Categories.First(category => category.Name == name).Words.All(wanted => tokens.Any(token => tongue.Stems.Of(token.Text) == wanted));

    /// <summary>The category that a word is of, also a misspelt one.</summary>
    public string? Of(string word)
    {
        var stem = tongue.Stems.Of(word);
        if (stem.Length < 3) return null;
        return catalog.Categories.FirstOrDefault(category => category.Words.Contains(stem))?.Name
            ?? (tongue.Vocabulary.Knows(word) || tongue.Vocabulary.Knows(stem) ? null
                : catalog.Categories.FirstOrDefault(category => category.Words.Any(wanted => WordDistance.IsNear(stem, wanted)))?.Name);
    }
}
