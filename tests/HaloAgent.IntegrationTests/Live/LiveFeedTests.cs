using System.Net;
using System.Net.Http.Json;
using HaloAgent.Api.Auth;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Live;
using HaloAgent.IntegrationTests.Api;
using HaloAgent.IntegrationTests.Fixtures;
using Xunit;

namespace HaloAgent.IntegrationTests.Live;

/// <summary>The live feed over real HTTP and a real Redis-protocol server.</summary>
public sealed class LiveFeedTests(LiveApi live) : IClassFixture<LiveApi>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_has_not_signed_in_hears_nothing()
    {
        using var nobody = live.Api.Client();

        using var answer = await nobody.GetAsync("/api/live", HttpCompletionOption.ResponseHeadersRead, Cancelled);

        await answer.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_a_member_does_is_told_to_everybody_of_the_shop_and_to_nobody_of_another()
    {
        var (ours, theirs) = (await OneShop.OpenAsync(live.Api, phone: "+2348031110001"), await OneShop.OpenAsync(live.Api, "ankara-corner", "+2348031110002"));
        using var member = await live.Api.SignedInAsync();
        using var stranger = await live.Api.SignedInAsync(ApiHost.OtherOwner);
        await using var owner = await live.ListenAsync(ApiHost.Owner);
        await using var staff = await live.ListenAsync(ApiHost.Staff);
        await using var other = await live.ListenAsync(ApiHost.OtherOwner);

        using var taken = await member.PostAsync($"/api/conversations/{ours.ConversationId}/take-over", null, Cancelled);
        await owner.HearsAsync(all => all.Any(one => one.Id == ours.ConversationId));
        using var theirsTaken = await stranger.PostAsync($"/api/conversations/{theirs.ConversationId}/take-over", null, Cancelled);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (taken.StatusCode, theirsTaken.StatusCode));
        var toldStaff = await staff.HearsAsync(all => all.Any(one => one.Id == ours.ConversationId));
        var toldOther = await other.HearsAsync(all => all.Any(one => one.Id == theirs.ConversationId));
        Assert.Contains(new LiveEvent(LiveEventKinds.ConversationChanged, ours.BusinessId, ours.ConversationId), toldStaff);
        Assert.All(toldOther, one => Assert.Equal(theirs.BusinessId, one.BusinessId));

        // Theirs has been told by now; whoever were to hear it too would have.
        await live.HearsAgainAsync(owner, ours.BusinessId);
        Assert.All(owner.Heard.Concat(staff.Heard), one => Assert.Equal(ours.BusinessId, one.BusinessId));
        Assert.Equal("text/event-stream", owner.ContentType);
    }

    [Fact]
    public async Task A_silent_feed_sends_a_comment_so_that_nobody_on_the_way_closes_it()
    {
        var shop = await OneShop.OpenAsync(live.Api, phone: "+2348031110009");
        await using var listener = await live.ListenAsync(ApiHost.Owner);
        // What is still on its way from the test before has come when this has; the silence begins.
        var sign = await live.HearsAgainAsync(listener, shop.BusinessId);

        await Eventually.IsTrueAsync(
            () =>
            {
                live.Api.Time.Advance(TimeSpan.FromSeconds(15));
                return Task.FromResult(listener.Comments >= 3);
            },
            "two comments after the one that opened it");

        Assert.All(listener.Heard.SkipWhile(one => one != sign), one => Assert.Equal(sign, one));
        Assert.False(listener.Ended);
    }

    [Fact]
    public async Task The_feed_ends_with_the_access_token_and_that_token_opens_no_other()
    {
        using var client = await live.Api.SignedInAsync();
        var token = client.DefaultRequestHeaders.Authorization;
        await using var listener = await live.ListenAsync(token);

        live.Api.Time.Advance(AccessTokens.Lifetime + TimeSpan.FromSeconds(1));

        await Eventually.IsTrueAsync(() => Task.FromResult(listener.Ended), "the feed has ended");
        using var again = await client.GetAsync("/api/live", HttpCompletionOption.ResponseHeadersRead, Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        await using var renewed = await live.ListenAsync(ApiHost.Owner);
        Assert.False(renewed.Ended);
    }

    /// <summary>Nobody replays what was missed, so whoever opens the feed again reads everything, as the dashboard does.</summary>
    [Fact]
    public async Task What_happened_while_the_line_was_down_is_read_and_what_comes_next_is_heard()
    {
        var shop = await OneShop.OpenAsync(live.Api, phone: "+2348031110003");
        using var member = await live.Api.SignedInAsync();
        await (await live.ListenAsync(ApiHost.Owner)).DisposeAsync();
        using var missed = await member.PostAsync($"/api/conversations/{shop.ConversationId}/take-over", null, Cancelled);

        await using var again = await live.ListenAsync(ApiHost.Owner);
        var read = await member.GetFromJsonAsync<ConversationView>($"/api/conversations/{shop.ConversationId}", Cancelled);
        using var next = await member.PostAsync($"/api/conversations/{shop.ConversationId}/hand-back", null, Cancelled);

        Assert.Equal("Amaka Obi", read!.HeldBy);
        await again.HearsAsync(all => all.Any(one => one.Kind == LiveEventKinds.ConversationChanged && one.Id == shop.ConversationId));
    }

    [Fact]
    public async Task After_redis_was_away_everybody_is_told_to_read_everything_and_hears_again()
    {
        var shop = await OneShop.OpenAsync(live.Api, phone: "+2348031110004");
        using var member = await live.Api.SignedInAsync();
        await using var ours = await live.ListenAsync(ApiHost.Owner);
        await using var theirs = await live.ListenAsync(ApiHost.OtherOwner);

        await live.Redis.StopAsync();
        using var taken = await member.PostAsync($"/api/conversations/{shop.ConversationId}/take-over", null, Cancelled);
        await live.Redis.StartAsync(Cancelled);

        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
        await ours.HearsAsync(all => all.Contains(new LiveEvent(LiveEventKinds.CatchUp, shop.BusinessId, Guid.Empty)));
        await theirs.HearsAsync(all => all.Any(one => one.Kind == LiveEventKinds.CatchUp));
        await live.HearsAgainAsync(ours, shop.BusinessId);
    }
}
