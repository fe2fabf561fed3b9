namespace HaloAgent.DevHost.Processes;

/// <summary>The last things a child said: what an error message about it should show.</summary>
internal sealed class RecentLines(int keep = 40)
{
    private readonly Queue<string> _lines = new();

    public void Add(string line)
    {
        lock (_lines)
        {
            _lines.Enqueue(line);
            if (_lines.Count > keep)
                _lines.Dequeue();
        }
    }

    public override string ToString()
    {
        lock (_lines)
            return string.Join('\n', _lines);
    }
}
