using System.Text.RegularExpressions;
using HaloAgent.Contracts.Businesses;

namespace HaloAgent.Web.Settings;

/// <summary>What the owner tells the agent of the shop, as it is edited, with the sentences beside the fields.</summary>
internal sealed partial class ShopProfileForm
{
    /// <summary>As their speakers are known to each other; the codes are the Api's.</summary>
    public static readonly (string Code, string Word)[] KnownLanguages = [("en", "English"), ("pcm", "Pidgin"), ("yo", "Yoruba"), ("ha", "Hausa"), ("ig", "Igbo")];

    public required uint Version { get; init; }

    public string Policies { get; set; } = "";

    public string? PoliciesProblem { get; private set; }

    public List<SampleRow> Samples { get; } = [];

    /// <summary>Both empty: no points.</summary>
    public decimal? SpendPerPoint { get; set; }

    public decimal? PointValue { get; set; }

    public string? LoyaltyProblem { get; private set; }

    public SortedSet<string> Languages { get; } = [];

    public bool IsFull => Samples.Count >= ShopProfileLimits.Samples;

    public static ShopProfileForm Of(ShopProfileView profile)
    {
        var form = new ShopProfileForm { Version = profile.Version, Policies = profile.Policies, SpendPerPoint = profile.Loyalty?.SpendPerPoint, PointValue = profile.Loyalty?.PointValue };
        form.Samples.AddRange(profile.SampleMessages.Select(text => new SampleRow { Text = text }));
        form.Languages.UnionWith(profile.Languages);
        return form;
    }

    public void AddSample() => Samples.Add(new SampleRow());

    public void Toggle(string language)
    {
        if (!Languages.Remove(language)) Languages.Add(language);
    }

    /// <summary>Nothing the server said stands any more; an empty sample is one the owner gave up.</summary>
    public void Tidy()
    {
        (PoliciesProblem, LoyaltyProblem) = (null, null);
        Samples.RemoveAll(sample => string.IsNullOrWhiteSpace(sample.Text));
        Samples.ForEach(sample => sample.Problem = null);
    }

    /// <summary>The answer names fields as <c>policies</c> and <c>sampleMessages[1]</c>.</summary>
    public void Blame(IReadOnlyDictionary<string, string[]> errors)
    {
        PoliciesProblem = errors.TryGetValue("policies", out var sentences) ? sentences.FirstOrDefault() : null;
        LoyaltyProblem = errors.FirstOrDefault(error => error.Key.StartsWith("loyalty", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        foreach (var (field, why) in errors)
        {
            if (Sample().Match(field) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var at && at < Samples.Count)
            {
                Samples[at].Problem = why.FirstOrDefault();
            }
        }
    }

    public SaveShopProfileRequest ToRequest() => new()
    {
        Version = Version,
        Policies = Policies.Trim(),
        SampleMessages = [.. Samples.Select(sample => sample.Text.Trim())],
        Languages = [.. Languages],
        Loyalty = SpendPerPoint is null && PointValue is null ? null : new LoyaltyRulesView(SpendPerPoint ?? 0, PointValue ?? 0),
    };

    [GeneratedRegex(@"^sampleMessages\[(\d{1,3})\]")]
    private static partial Regex Sample();
}

internal sealed class SampleRow
{
    public string Text { get; set; } = "";

    public string? Problem { get; set; }
}
