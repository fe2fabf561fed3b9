using System.Net;
using System.Net.Sockets;

namespace HaloAgent.DevHost.Ports;

/// <summary>
/// Ports that nobody listens on. They lie below Linux's range for outgoing connections: a worker that is down must
/// find its port free when it comes back, and an outgoing connection could have been given it meanwhile.
/// </summary>
public static class FreePorts
{
    private const int First = 15_000;
    private const int Last = 32_000;
    private static readonly Lock Gate = new();
    private static readonly Dictionary<int, FileStream?> Taken = [];

    /// <summary>A free port that no other HaloAgent process on this machine is given while this one lives.</summary>
    public static int Next()
    {
        lock (Gate)
        {
            for (var attempt = 0; attempt < 1_000; attempt++)
            {
                var port = Random.Shared.Next(First, Last);
                if (!Taken.ContainsKey(port) && IsFree(port) && TryReserve(port))
                    return port;
            }
        }
        throw new DevHostException($"No free port between {First} and {Last}.");
    }

    /// <summary><paramref name="wanted"/>, or the next one above it that is free.</summary>
    public static int From(int wanted)
    {
        lock (Gate)
        {
            for (var port = wanted; port <= IPEndPoint.MaxPort; port++)
            {
                if (!Taken.ContainsKey(port) && IsFree(port))
                {
                    Taken[port] = null;
                    return port;
                }
            }
        }
        throw new DevHostException($"No free port from {wanted} upwards.");
    }

    public static void Release(int port)
    {
        lock (Gate)
        {
            if (Taken.Remove(port, out var reservation))
                reservation?.Dispose();
        }
    }

    public static bool IsFree(int port) => CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    private static bool CanListen(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(1);
            return true;
        }
        catch (SocketException e)
        {
            // A machine without IPv6 on its loopback has nobody listening there either.
            return e.SocketErrorCode == SocketError.AddressNotAvailable;
        }
    }

    // The lock on the file ends with the process, however it ends.
    private static bool TryReserve(int port)
    {
        var folder = Path.Combine(Path.GetTempPath(), "haloagent-ports");
        try
        {
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(folder, (UnixFileMode)0b1_111_111_111);
            }
            Taken[port] = new FileStream(Path.Combine(folder, $"{port}"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
