using HaloAgent.DevHost.CommandLine;
using Xunit;

namespace HaloAgent.IntegrationTests.DevHost;

public sealed class HaloHomeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_in_use_is_refused_with_the_process_that_uses_it()
    {
        var (first, _) = HaloHome.Take(_folder.Path);
        using (first)
        {
            var (second, refusal) = HaloHome.Take(_folder.Path);

            Assert.Null(second);
            Assert.Contains($"as process {Environment.ProcessId}", refusal, StringComparison.Ordinal);
        }
        var (third, _) = HaloHome.Take(_folder.Path);
        using (third)
            Assert.NotNull(third);
    }

    [Fact]
    public async Task Fresh_wipes_everything_but_the_hold_itself()
    {
        await File.WriteAllTextAsync(_folder.File("secrets.json"), "{}", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "redis", "log"));
        var (home, _) = HaloHome.Take(_folder.Path);
        using (home)
        {
            await home!.WipeAsync(keepSecrets: false, TestContext.Current.CancellationToken);

            Assert.Equal(["devhost.lock", "devhost.pid"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
        }
    }

    [Fact]
    public async Task Fresh_keeps_the_keys_of_a_database_that_it_does_not_wipe()
    {
        await File.WriteAllTextAsync(_folder.File("secrets.json"), "{}", TestContext.Current.CancellationToken);
        var (home, _) = HaloHome.Take(_folder.Path);
        using (home)
        {
            await home!.WipeAsync(keepSecrets: true, TestContext.Current.CancellationToken);

            Assert.True(File.Exists(_folder.File("secrets.json")));
        }
    }
}
