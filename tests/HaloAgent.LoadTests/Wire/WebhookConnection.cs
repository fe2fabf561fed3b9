using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace HaloAgent.LoadTests.Wire;

/// <summary>
/// One kept-alive HTTP/1.1 connection over a plain blocking socket: a request costs two system calls, so that on a shared
/// machine the measured side gets nearly all of the processor.
/// </summary>
internal sealed class WebhookConnection(Uri address) : IDisposable
{
    private readonly byte[] answer = new byte[64 * 1024];
    private Socket? socket;

    /// <summary>The HTTP status. After a broken connection the next call opens a new one.</summary>
    /// <exception cref="SocketException">The connection was refused, broken or silent for 30 s.</exception>
    public int Post(ReadOnlySpan<byte> request)
    {
        try
        {
            socket ??= Connect();
            for (var sent = 0; sent < request.Length;)
            {
                sent += socket.Send(request[sent..]);
            }

            return ReadAnswer(socket);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Before time is taken: a provider's connections stand already when a customer writes.</summary>
    public void Open() => socket ??= Connect();

    public void Dispose()
    {
        socket?.Dispose();
        socket = null;
    }

    private Socket Connect()
    {
        var opened = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 30_000, SendTimeout = 30_000 };
        opened.Connect(IPAddress.Loopback, address.Port);
        return opened;
    }

    private int ReadAnswer(Socket from)
    {
        var filled = 0;
        while (true)
        {
            var received = from.Receive(answer.AsSpan(filled));
            if (received == 0)
            {
                throw new SocketException((int)SocketError.ConnectionReset);
            }

            filled += received;
            var text = answer.AsSpan(0, filled);
            var head = text.IndexOf("\r\n\r\n"u8);
            if (head >= 0 && IsWhole(text[..head], text[(head + 4)..]))
            {
                // "HTTP/1.1 200"
                return Utf8Parser.TryParse(text[9..12], out int status, out _) ? status : 0;
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var length = head.IndexOf("\r\nContent-Length: "u8);
        if (length >= 0)
        {
            return Utf8Parser.TryParse(head[(length + 18)..], out int expected, out _) && body.Length >= expected;
        }

        return head.IndexOf("\r\nTransfer-Encoding: chunked"u8) < 0 || body.EndsWith("0\r\n\r\n"u8);
    }
}
