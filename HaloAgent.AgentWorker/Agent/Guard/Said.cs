namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>A sentence that a model worded, as it is checked.</summary>
/// <param name="Claims">As they are meant here: a number that is no order's may be an amount.</param>
internal sealed record Said(string Text, IReadOnlyList<PlacedWord> Words, IReadOnlyList<FoundClaim> Claims)
{
    public bool IsQuestion { get; } = Text.TrimEnd().EndsWith('?');

    public IEnumerable<FoundClaim> Amounts => Claims.Where(found => found.Claim.Kind == ClaimKind.Amount);

    /// <summary>How many the word says, if it is not a part of an amount, a time or another claim.</summary>
    public int? CountAt(int word) => word >= 0 && word < Words.Count && !Claims.Any(claim => Overlap(claim, Words[word])) ? CountWords.Read(Words[word].Text) : null;

    /// <summary>The word with which a claim begins.</summary>
    public int FirstOf(FoundClaim claim) => Words.TakeWhile(word => !Overlap(claim, word)).Count();

    /// <summary>The word with which it ends.</summary>
    public int LastOf(FoundClaim claim) => Words.Count - 1 - Words.Reverse().TakeWhile(word => !Overlap(claim, word)).Count();

    private static bool Overlap(FoundClaim claim, PlacedWord word) => word.At < claim.At + claim.Length && claim.At < word.End;
}

/// <summary>A claim and where a sentence makes it.</summary>
internal readonly record struct FoundClaim(Claim Claim, int At, int Length);
