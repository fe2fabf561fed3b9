using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Contracts.Catalog;

/// <summary>What a shop's customers call several of its goods together: "minerals" are zobo and chapman.</summary>
/// <param name="Version">To be sent with the next <see cref="SaveSynonymsRequest"/>.</param>
public sealed record SynonymsView(IReadOnlyList<SynonymView> Synonyms, uint Version);

public sealed record SynonymView(string Word, IReadOnlyList<string> Means);

/// <summary>Body of <c>PUT /api/products/synonyms</c>: all of them, in place of those before.</summary>
public sealed record SaveSynonymsRequest
{
    [Required, MaxLength(SynonymLimits.Most)]
    public required IReadOnlyList<SaveSynonymRequest> Synonyms { get; init; }

    /// <summary>The version that was edited; another one in the database answers 409.</summary>
    public uint? Version { get; init; }
}

public sealed record SaveSynonymRequest
{
    [Required, StringLength(SynonymLimits.Length, MinimumLength = 1)]
    public required string Word { get; init; }

    /// <summary>Names of products or categories, or words in them.</summary>
    [Required, MinLength(1), MaxLength(SynonymLimits.Meanings)]
    public required IReadOnlyList<string> Means { get; init; }
}

public static class SynonymLimits
{
    public const int Most = 100;
    public const int Meanings = 12;

    /// <summary>Of a word or phrase in characters, and in words.</summary>
    public const int Length = 60;
    public const int Words = 4;
}
