namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// What only a person may answer, gravest first. Each is a complaint or as good as one; the lexicon's keys are these names behind
/// <c>matter-</c>.
/// </summary>
internal enum Matter
{
    /// <summary>Somebody fell ill, or could: poisoning, allergy.</summary>
    Medical,

    /// <summary>What somebody must not get, told before anything happened: a person answers it, and the order goes on.</summary>
    Allergy,


    /// <summary>Lawyers, courts, police, authorities.</summary>
    Legal,

    /// <summary>Money back, as a demand or as a question.</summary>
    Refund,

    Anger,
}
