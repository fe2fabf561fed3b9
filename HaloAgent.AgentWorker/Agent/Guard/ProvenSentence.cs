namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>A sentence of which every known part was found true, and which words those parts are.</summary>
internal sealed class ProvenSentence
{
    private readonly bool[] proven;
    private readonly bool[] anchors;
    private readonly HashSet<string> described;

    /// <param name="anchoring">Where it states something that is on record: statements and places, by their first and last words.</param>
    /// <param name="beside">Other words that were held against the records and prove nothing alone: days.</param>
    public ProvenSentence(Said said, IReadOnlyList<Mention> named, IEnumerable<(int First, int Last)> anchoring, IEnumerable<(int First, int Last)> beside)
    {
        (Said, Named) = (said, named);
        anchors = Marked(anchoring.Concat(named.Select(mention => (mention.First, mention.Last))).Concat(said.Claims.Select(claim => (said.FirstOf(claim), said.LastOf(claim)))), said.Words.Count);
        proven = Marked(beside, said.Words.Count);
        described = [.. named.SelectMany(mention => mention.Products).SelectMany(product => StatementReader.Words(product.Description))];
    }

    public Said Said { get; }

    /// <summary>The goods that it names.</summary>
    public IReadOnlyList<Mention> Named { get; }

    /// <summary>It asks the customer something, or for something.</summary>
    public required bool Asks { get; init; }

    public bool IsQuestion => Said.IsQuestion;

    /// <summary>It says that something is not sold, or no longer there.</summary>
    public required bool Denies { get; init; }

    public bool HasAnchor => anchors.Contains(true);

    public bool IsProven(int word) => proven[word] || anchors[word];

    public bool IsAnchor(int word) => anchors[word];

    /// <summary>The shop's own description of what is named has this word.</summary>
    public bool Describes(string word) => described.Contains(word);

    private static bool[] Marked(IEnumerable<(int First, int Last)> spans, int count)
    {
        var marked = new bool[count];
        foreach (var (first, last) in spans)
        {
            for (var at = Math.Max(0, first); at <= Math.Min(last, count - 1); at++) marked[at] = true;
        }

        return marked;
    }
}
