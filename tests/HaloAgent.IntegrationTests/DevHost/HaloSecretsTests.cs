using HaloAgent.DevHost;
using HaloAgent.DevHost.Data;
using Xunit;

namespace HaloAgent.IntegrationTests.DevHost;

public sealed class HaloSecretsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keys_are_made_once_and_kept()
    {
        var path = _folder.File("secrets.json");

        var made = await HaloSecrets.LoadOrCreateAsync(path, TestContext.Current.CancellationToken);
        var read = await HaloSecrets.LoadOrCreateAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(made.DataKeys["1"], read.DataKeys["1"]);
        Assert.Equal((made.IndexKey, made.TokenKey, made.PostgresPassword), (read.IndexKey, read.TokenKey, read.PostgresPassword));
        Assert.Equal(32, Convert.FromBase64String(made.DataKeys[made.CurrentDataKey]).Length);
        Assert.Equal(32, Convert.FromBase64String(made.IndexKey).Length);
    }

    [Fact]
    public async Task Only_its_owner_may_read_the_file()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }
        var path = _folder.File("secrets.json");

        await HaloSecrets.LoadOrCreateAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task A_damaged_file_is_not_replaced_by_new_keys()
    {
        var path = _folder.File("secrets.json");
        await File.WriteAllTextAsync(path, "{ \"dataKeys\": ", TestContext.Current.CancellationToken);

        var refusal = await Assert.ThrowsAsync<DevHostException>(() => HaloSecrets.LoadOrCreateAsync(path, TestContext.Current.CancellationToken));

        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        Assert.Equal("{ \"dataKeys\": ", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }
}
