using System.Collections.Concurrent;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>The goods of a shop that are made for children: their sizes are ages.</summary>
internal sealed class ChildrensThings
{
    private readonly Tongue tongue;
    private readonly List<ChildrensThing> things;
    private readonly ConcurrentDictionary<string, AgeRange?> ranges = new(StringComparer.Ordinal);

    public ChildrensThings(IReadOnlyList<CatalogItem> items, Tongue tongue)
    {
        this.tongue = tongue;
        things = [.. items.Where(Are).Select(item => new ChildrensThing(item, SexOf(item), [.. item.Synonyms.Prepend(item.Name).Select(name => tongue.WordsOf(name).Select(tongue.Stems.Of).ToHashSet(StringComparer.Ordinal))]))];
    }

    /// <summary>False where no age can mean anything.</summary>
    public bool Any => things.Count > 0;

    /// <summary>Whether the sizes of a product are ages.</summary>
    public bool Are(CatalogItem item) => item.Variants.Any(variant => RangeOf(variant) is not null);

    public bool Contains(Guid id) => things.Exists(thing => thing.Item.Id == id);

    public Sex? SexOf(Guid id) => things.Find(thing => thing.Item.Id == id)?.Sex;

    /// <summary>Those that may be called so: "gown" or, of a girl, "dress".</summary>
    public IReadOnlyList<CatalogItem> Named(IReadOnlyList<string> words)
    {
        var said = words.Select(tongue.Stems.Of).ToList();
        return [.. things.Where(thing => thing.Names.Exists(name => said.TrueForAll(word => name.Contains(word) || (tongue.Lexicon.Alike.TryGetValue(word, out var other) && name.Contains(other))))).Select(thing => thing.Item)];
    }

    /// <summary>The sizes that somebody of this age wears; none, when the thing is not made for that age.</summary>
    public IReadOnlyList<CatalogVariant> Fitting(CatalogItem item, SaidAge age) => [.. item.Variants.Where(variant => RangeOf(variant)?.Holds(age) == true)];

    private AgeRange? RangeOf(CatalogVariant variant) => ranges.GetOrAdd(variant.Name, name => tongue.Ages.Range(tongue.PlainTokens(name)));

    private Sex? SexOf(CatalogItem item)
    {
        var name = tongue.PlainTokens(item.Name);
        var (female, male) = (tongue.Patterns.Best("female", name) is not null, tongue.Patterns.Best("male", name) is not null);
        return female == male ? null : female ? Sex.Female : Sex.Male;
    }

    private sealed record ChildrensThing(CatalogItem Item, Sex? Sex, List<HashSet<string>> Names);
}
