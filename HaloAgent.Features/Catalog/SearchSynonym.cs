namespace HaloAgent.Catalog;

/// <summary>
/// A word that a shop's customers use for several of its goods: "minerals" means zobo and chapman. A word for one product stands in
/// that product (<see cref="Product.Synonyms"/>).
/// </summary>
/// <param name="Word">May be several words ("soft drinks").</param>
/// <param name="Means">Names of products or categories, or words in them.</param>
public sealed record SearchSynonym(string Word, IReadOnlyList<string> Means);
