using HaloAgent.Contracts.Live;
using HaloAgent.Web.Live;
using HaloAgent.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using System.Collections.Concurrent;
using System.Text;
using Xunit;

namespace HaloAgent.Web.Tests.Live;

public sealed class LiveFeedTests : WebTest
{
    private readonly LiveLine _line = new();
    private readonly ConcurrentQueue<LiveEvent> _heard = new();

    private LiveFeed Start()
    {
        _line.Serve(Api);
        var feed = Services.GetRequiredService<LiveFeed>();
        feed.Changed += _heard.Enqueue;
        feed.Start();
        return feed;
    }

    [Fact]
    public async Task What_the_api_says_is_told_with_the_members_token()
    {
        var feed = Start();
        await Until.TrueAsync(() => feed.State == LiveState.Live);
        await _line.SayAsync(LiveEventKinds.OrderChanged, Guid.Empty);

        await Until.TrueAsync(() => !_heard.IsEmpty);
        Assert.Equal(LiveEventKinds.OrderChanged, Assert.Single(_heard).Kind);
        Assert.Equal("access-1", Api.AskedFor.Single(asked => asked.Call == "GET /api/live").Token);
    }

    [Fact]
    public async Task After_a_lost_line_everything_is_to_be_read_again()
    {
        var feed = Start();
        await Until.TrueAsync(() => feed.State == LiveState.Live);
        _line.Break();
        await Until.TrueAsync(() => feed.State == LiveState.Reconnecting);
        await Until.TrueAsync(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            return feed.State == LiveState.Live;
        });

        Assert.Equal(2, _line.Opened);
        Assert.Equal(LiveEventKinds.CatchUp, Assert.Single(_heard).Kind);
    }

    [Fact]
    public async Task A_page_that_has_just_left_ends_the_feed_for_nobody_else()
    {
        var states = new ConcurrentQueue<LiveState>();
        var feed = Services.GetRequiredService<LiveFeed>();
        feed.StateChanged += () => throw new ObjectDisposedException("page");
        feed.StateChanged += () => states.Enqueue(feed.State);

        Start();

        await Until.TrueAsync(() => states.Contains(LiveState.Live));
        await _line.SayAsync(LiveEventKinds.OrderChanged, Guid.Empty);
        await Until.TrueAsync(() => !_heard.IsEmpty);
    }

    [Fact]
    public async Task A_silent_line_is_a_lost_line()
    {
        var feed = Start();
        await Until.TrueAsync(() => feed.State == LiveState.Live);
        await Until.TrueAsync(() =>
        {
            Clock.Advance(TimeSpan.FromSeconds(41));
            return _line.Opened > 1;
        });
        Assert.NotEqual(LiveState.Starting, feed.State);
    }

    [Fact]
    public async Task Events_are_read_as_the_format_says()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(": comment\nevent: order\ndata: a\ndata:b\n\nid: 7\ndata: c\n\nevent: empty\n\ndata: unfinished"));
        var events = new List<ServerSentEvent>();
        await foreach (var item in ServerSentEvents.ReadAsync(stream, TimeSpan.FromSeconds(40), Clock, Xunit.TestContext.Current.CancellationToken))
        {
            events.Add(item);
        }

        Assert.Equal([new("order", "a\nb"), new("message", "c")], events);
    }
}
