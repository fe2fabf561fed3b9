using System.Net.Sockets;
using System.Text;
using HaloAgent.DevHost.Processes;
using HaloAgent.DevHost.Servers;

namespace HaloAgent.DevHost.Redis;

/// <summary>A Redis-protocol server of our own. What it holds survives a stop and a kill, unless it is wiped.</summary>
public sealed class PrivateGarnet : PrivateServer
{
    // As our own services (Directory.Build.props): its idle threads gave up the processor ten thousand times a second.
    private static readonly Dictionary<string, string> DoNotSpin = new() { ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0" };

    private readonly PrivateGarnetOptions _options;
    private string? _assembly;

    private PrivateGarnet(PrivateGarnetOptions options) : base("Garnet", options) => _options = options;

    public string ConnectionString => $"127.0.0.1:{Port},abortConnect=false";

    public override string Description => $"Garnet {GarnetTool.Version}";

    public static async Task<PrivateGarnet> StartAsync(PrivateGarnetOptions? options = null, CancellationToken cancellation = default)
    {
        var garnet = new PrivateGarnet(options ?? new());
        try
        {
            garnet._assembly = await GarnetTool.LocateAsync(garnet._options.OnProgress ?? (_ => { }), cancellation);
            await garnet.StartAsync(cancellation);
            return garnet;
        }
        catch
        {
            await garnet.DisposeAsync();
            throw;
        }
    }

    /// <summary>Kills it and starts it again with nothing in it.</summary>
    public async Task WipeAsync(CancellationToken cancellation = default)
    {
        await KillAsync();
        Directory.Delete(DataDirectory, recursive: true);
        await StartAsync(cancellation);
    }

    // RandomAccess is the one device that needs no libaio. The storage tier keeps keys that no longer fit into memory,
    // which otherwise are lost without a word; an AOF page must hold at least two pages of the store.
    // Without a limit and small segments the AOF grows for ever.
    private protected override ChildCommand Command()
    {
        Directory.CreateDirectory(DataDirectory);
        List<string> words = [_assembly!, "--bind", "127.0.0.1", "--port", $"{Port}", "--lua", "--device-type", "RandomAccess", "--memory", "128m", "--page", "4m", "--index", "16m", "--logger-level", "Warning", "-q"];
        if (_options.Durable)
            words.AddRange(["--storage-tier", "--logdir", Path.Combine(DataDirectory, "log"), "--checkpointdir", Path.Combine(DataDirectory, "checkpoints"),
                "--aof", "--recover", "--aof-memory", "32m", "--aof-page-size", "8m", "--aof-segment-size", "32m", "--aof-size-limit", "64m", "--segment", "64m"]);
        return new(Repository.DotNet, words) { WorkingDirectory = DataDirectory, Environment = DoNotSpin };
    }

    private protected override async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port, cancellation);
            var stream = client.GetStream();
            await stream.WriteAsync("PING\r\n"u8.ToArray(), cancellation);
            var answer = new byte[16];
            var length = await stream.ReadAsync(answer, cancellation);
            return Encoding.ASCII.GetString(answer, 0, length).StartsWith("+PONG", StringComparison.Ordinal);
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }
}
