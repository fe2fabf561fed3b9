using System.Text.RegularExpressions;
using HaloAgent.Contracts.Catalog;

namespace HaloAgent.Web.Products;

/// <summary>A shop's words as a member edits them, with the sentences beside the fields.</summary>
internal sealed partial class ShopWordsForm
{
    public required uint Version { get; init; }

    public List<ShopWordRow> Rows { get; } = [];

    public bool IsFull => Rows.Count >= SynonymLimits.Most;

    public static ShopWordsForm Of(SynonymsView words)
    {
        var form = new ShopWordsForm { Version = words.Version };
        form.Rows.AddRange(words.Synonyms.Select(synonym => new ShopWordRow { Word = synonym.Word, Means = string.Join(", ", synonym.Means) }));
        return form;
    }

    public void Add() => Rows.Add(new ShopWordRow());

    /// <summary>Checks what can be said without asking the server.</summary>
    public bool IsComplete()
    {
        foreach (var row in Rows)
        {
            row.WordProblem = row.Word.Trim().Length > 0 ? null : "Enter the word.";
            row.MeansProblem = row.Meanings.Length switch
            {
                0 => "Enter what it means.",
                > SynonymLimits.Meanings => $"At most {SynonymLimits.Meanings}.",
                _ => null,
            };
        }

        return Rows.TrueForAll(row => row is { WordProblem: null, MeansProblem: null });
    }

    /// <summary>The answer names fields as <c>synonyms[0].word</c> and <c>synonyms[0].means[1]</c>.</summary>
    public void Blame(IReadOnlyDictionary<string, string[]> errors)
    {
        foreach (var (field, sentences) in errors)
        {
            if (Field().Match(field) is not { Success: true } match || sentences.Length == 0 || int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) is var at && at >= Rows.Count)
            {
                continue;
            }

            if (match.Groups[2].Value == "word") Rows[at].WordProblem = sentences[0];
            else Rows[at].MeansProblem = sentences[0];
        }
    }

    public SaveSynonymsRequest ToRequest() => new()
    {
        Version = Version,
        Synonyms = [.. Rows.Select(row => new SaveSynonymRequest { Word = row.Word.Trim(), Means = row.Meanings })],
    };

    [GeneratedRegex(@"^synonyms\[(\d{1,3})\]\.(word|means)")]
    private static partial Regex Field();
}

internal sealed class ShopWordRow
{
    public string Word { get; set; } = "";

    /// <summary>Separated by commas.</summary>
    public string Means { get; set; } = "";

    public string? WordProblem { get; set; }

    public string? MeansProblem { get; set; }

    public string[] Meanings => Means.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
