using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Deviations;

/// <summary>One way in which an answer is not what it should be: a real server's quirk, or a trick of a hostile model.</summary>
internal interface IDeviation
{
    /// <summary>The word of the switch: lower case, with hyphens.</summary>
    string Name { get; }

    /// <summary>What it is, for whoever reads the list.</summary>
    string About { get; }

    /// <summary>False when it has nothing to bend here: a call's arguments where there is no call.</summary>
    bool Fits(Scene scene);

    WireReply Play(Scene scene);
}
