using System.Text.Json;
using HaloAgent.Contracts.Live;
using HaloAgent.Web.Client;

namespace HaloAgent.Web.Live;

internal enum LiveState
{
    Starting,
    Live,
    Reconnecting,
}

/// <summary>
/// One a circuit: reads the Api's live feed of the member's shop and tells the pages. Events missed while the line was
/// down are not replayed by anybody, so after each reconnection the pages are told to read everything again.
/// </summary>
internal sealed partial class LiveFeed(ApiCaller caller, CurrentSession session, TimeProvider time, ILogger<LiveFeed> logger) : IAsyncDisposable
{
    // The Api writes a comment every 15 s.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly CancellationTokenSource _stop = new();
    private Task? _reading;

    public event Action<LiveEvent>? Changed;

    public event Action? StateChanged;

    public LiveState State { get; private set; } = LiveState.Starting;

    /// <summary>Begins to read, once; called by the layout when its circuit is there.</summary>
    public void Start() => _reading ??= Task.Run(() => ReadForEverAsync(_stop.Token));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_reading is not null)
        {
            await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _stop.Dispose();
    }

    private async Task ReadForEverAsync(CancellationToken stop)
    {
        var pause = TimeSpan.Zero;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ReadOnceAsync(() => pause = TimeSpan.Zero, stop);
            }
            catch (Exception exception) when (ApiCaller.IsLostConnection(exception, stop))
            {
                Log.LineLost(logger, exception);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }

            SetState(LiveState.Reconnecting);
            pause = pause == TimeSpan.Zero ? TimeSpan.FromMilliseconds(250) : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
            await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ReadOnceAsync(Action connected, CancellationToken stop)
    {
        using var response = await caller.SendAsync(
            await session.GetIdAsync(), () => new(HttpMethod.Get, "/api/live"), HttpCompletionOption.ResponseHeadersRead, stop);
        response.EnsureSuccessStatusCode();
        connected();
        var again = State == LiveState.Reconnecting;
        SetState(LiveState.Live);
        if (again)
        {
            Tell(new LiveEvent(LiveEventKinds.CatchUp, Guid.Empty, Guid.Empty));
        }

        await using var stream = await response.Content.ReadAsStreamAsync(stop);
        await foreach (var item in ServerSentEvents.ReadAsync(stream, Silence, time, stop))
        {
            Tell(JsonSerializer.Deserialize<LiveEvent>(item.Data, Json) ?? new LiveEvent(item.Name, Guid.Empty, Guid.Empty));
        }
    }

    private void Tell(LiveEvent change) => TellEach(Changed, listener => listener(change));

    /// <summary>A page that fails to listen must not end the feed of the others.</summary>
    private static void TellEach<T>(T? listeners, Action<T> tell)
        where T : Delegate
    {
        foreach (var listener in listeners?.GetInvocationList() ?? [])
        {
            try
            {
                tell((T)listener);
            }
            catch (ObjectDisposedException)
            {
                // It went away between the event and now.
            }
        }
    }

    private void SetState(LiveState state)
    {
        if (State != state)
        {
            State = state;
            TellEach(StateChanged, listener => listener());
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The live feed was lost and is opened again")]
        public static partial void LineLost(ILogger logger, Exception failure);
    }
}
