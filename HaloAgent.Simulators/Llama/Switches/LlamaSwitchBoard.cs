namespace HaloAgent.Simulators.Llama.Switches;

/// <summary>The switches that are set: at most one a temper and one for all. A temper's own goes first.</summary>
internal sealed class LlamaSwitchBoard
{
    private readonly Lock gate = new();
    private readonly List<LlamaSwitch> switches = [];

    public void Set(LlamaSwitch one)
    {
        lock (gate)
        {
            switches.RemoveAll(other => other.Temper == one.Temper);
            switches.Add(one);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            switches.Clear();
        }
    }

    public IReadOnlyList<LlamaSwitch> All()
    {
        lock (gate)
        {
            return [.. switches];
        }
    }

    /// <summary>What holds for this answer; counts it.</summary>
    public LlamaSwitch Take(Temper temper)
    {
        lock (gate)
        {
            var index = switches.FindIndex(one => one.Temper == temper);
            index = index >= 0 ? index : switches.FindIndex(one => one.Temper is null);
            if (index < 0)
            {
                return LlamaSwitch.None;
            }

            var taken = switches[index];
            if (taken.Times is { } times)
            {
                switches.RemoveAt(index);
                if (times > 1)
                {
                    switches.Add(taken with { Times = times - 1 });
                }
            }

            return taken;
        }
    }
}
