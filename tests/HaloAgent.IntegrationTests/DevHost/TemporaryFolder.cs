namespace HaloAgent.IntegrationTests.DevHost;

/// <summary>A folder of its own for one test. Other users may enter it: PostgreSQL's server is one.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"haloagent-test-{Guid.CreateVersion7():N}");

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
