namespace HaloAgent.Catalog.Meaning;

/// <param name="MinSimilarity">A product whose cosine with the question is lower does not mean the same.</param>
/// <param name="TimeLimit">A question that takes longer is answered by its words alone.</param>
public sealed record MeaningOptions(double MinSimilarity, TimeSpan TimeLimit);
