using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile;

/// <summary>Something a model or its server must never be believed or waited for.</summary>
internal abstract class Trick(string name, string about) : IDeviation
{
    public string Name => name;

    public string About => about;

    /// <summary>Where it says something, that states what nobody knows.</summary>
    public virtual bool TellsLies => false;

    public virtual bool Fits(Scene scene) => true;

    public abstract WireReply Play(Scene scene);
}
