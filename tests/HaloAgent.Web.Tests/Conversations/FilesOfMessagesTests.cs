using System.Net;
using Bunit;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Live;
using HaloAgent.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.Web.Tests.Conversations;

/// <summary>Pictures, voices and documents in a chat: shown, missing, asked for again.</summary>
public sealed class FilesOfMessagesTests : OpenedTranscript
{
    [Fact]
    public async Task A_file_that_is_asked_for_in_vain_again_says_so()
    {
        new LiveLine().Serve(Api);
        Api.On($"POST /api/conversations/{Chat.Id}/messages/1/fetch-files", HttpStatusCode.Accepted);
        var missing = Samples.Message(1, "customer", "", kind: "image", failure: "The file could not be fetched from WhatsApp.") with { MayFetchFiles = true, FetchAttempts = 1 };
        var page = Open(Chat, missing);
        page.Find("[data-fetch]").Click();
        page.WaitForAssertion(() => Assert.Equal((true, "Asking WhatsApp…"), (page.Find("[data-fetch]").HasAttribute("disabled"), page.Find("[data-fetch]").TextContent)));

        Api.On($"GET /api/conversations/{Chat.Id}/messages", new[] { missing with { FetchAttempts = 2 } });
        Services.GetRequiredService<LiveFeed>().Start();

        await Until.TrueAsync(() =>
        {
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            return page.Markup.Contains("Asked again, but it is still not there.", StringComparison.Ordinal);
        });
        Assert.Equal((false, "Try again"), (page.Find("[data-fetch]").HasAttribute("disabled"), page.Find("[data-fetch]").TextContent));
        Assert.StartsWith("Try again to get the file from", page.Find("[data-fetch]").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_nobody_answers_for_may_be_asked_for_again_after_half_a_minute()
    {
        Api.On($"POST /api/conversations/{Chat.Id}/messages/1/fetch-files", HttpStatusCode.Accepted);
        var page = Open(Chat, Samples.Message(1, "customer", "", kind: "image", failure: "The file could not be fetched from WhatsApp.") with { MayFetchFiles = true });
        page.Find("[data-fetch]").Click();
        page.WaitForAssertion(() => Assert.Equal("Asking WhatsApp…", page.Find("[data-fetch]").TextContent));

        Clock.Advance(TimeSpan.FromSeconds(31));

        page.WaitForAssertion(() => Assert.Contains("No answer yet.", page.Markup, StringComparison.Ordinal));
        Assert.False(page.Find("[data-fetch]").HasAttribute("disabled"));
    }

    [Fact]
    public void What_came_with_a_message_is_shown()
    {
        var page = Open(
            Chat,
            Samples.Message(1, "customer", "yes", context: new("Reply yes to confirm", true, "Party jollof", "https://fb.me/abc", null, null, null) { FromAd = true }),
            Samples.Message(2, "customer", "", kind: "location", context: new(null, false, null, null, 6.6, 3.35, "14 Opebi Road")),
            Samples.Message(3, "customer", "", kind: "voice", media: $"/api/media/{Samples.Id(9)}", mediaType: "audio/ogg"),
            Samples.Message(4, "customer", "", kind: "image"),
            Samples.Message(5, "customer", "", kind: "image", media: $"/api/media/{Samples.Id(10)}", mediaType: "image/jpeg") with { MoreMedia = [new($"/api/media/{Samples.Id(11)}", "image/png"), new($"/api/media/{Samples.Id(12)}", "application/pdf")] });

        Assert.Equal("Reply yes to confirm", page.Find("blockquote").TextContent);
        Assert.Contains("Forwarded", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Party jollof", page.Markup, StringComparison.Ordinal);
        Assert.Equal(("fb.me", "noopener noreferrer nofollow"), (page.Find("a[href='https://fb.me/abc']").TextContent, page.Find("a[href='https://fb.me/abc']").GetAttribute("rel")));
        Assert.Equal("geo:6.6,3.35", page.Find("a.file").GetAttribute("href"));
        Assert.StartsWith("/media/", page.Find("audio").GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("A picture that could not be fetched", page.Markup, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll("img.picture").Count);
        Assert.Contains(Samples.Id(12).ToString(), page.FindAll("a.file")[^1].GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_kept_says_why_and_is_asked_for_again_only_where_that_may_help()
    {
        Api.On($"POST /api/conversations/{Chat.Id}/messages/1/fetch-files", HttpStatusCode.Accepted);
        var page = Open(
            Chat,
            Samples.Message(1, "customer", "", kind: "image", failure: "The file could not be fetched from WhatsApp.") with { MayFetchFiles = true },
            Samples.Message(2, "customer", "", kind: "video", failure: "The file is larger than 16 MB."));

        Assert.Contains("The file is larger than 16 MB.", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".bubble .failure"));
        Assert.Single(page.FindAll("[data-fetch]"));
        page.Find("[data-fetch]").Click();

        page.WaitForAssertion(() => Assert.Equal(1, Api.Count($"POST /api/conversations/{Chat.Id}/messages/1/fetch-files")));
    }
}
