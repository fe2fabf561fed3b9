using Bunit;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Web.Conversations;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Tests.Support;
using Xunit;

namespace HaloAgent.Web.Tests.Conversations;

public sealed class ChatListTests : WebTest
{
    [Fact]
    public void A_chat_shows_who_what_and_what_it_needs()
    {
        Api.On("GET /api/conversations", new[]
        {
            Samples.Conversation(1, unread: 2, attention: "Asked for a person"),
            Samples.Conversation(2, Samples.Contact(2, null, "+2348051112233"), "Soon", "owner", heldBy: "Ngozi Eze"),
            Samples.Conversation(3, Samples.Contact(3, null, null), "STOP", optedOut: true),
            Samples.Conversation(5, last: "Order 0042 is on its way", author: "system") with { Undelivered = true },
            Samples.Conversation(4) with { LastMessage = null, MessagesRemovedUntil = Samples.Now.AddDays(-731) },
        });

        var list = Render<ChatList>();
        list.WaitForElement("[data-item]");

        var rows = list.FindAll("[data-item]").Select(row => row.TextContent).ToArray();
        Assert.Contains("Needs a person", rows[0], StringComparison.Ordinal);
        Assert.Equal("2 unread", list.Find("[data-item] .badge").GetAttribute("aria-label"));
        Assert.Contains("0805 111 2233", rows[1], StringComparison.Ordinal);
        Assert.Contains("You: Soon", rows[1], StringComparison.Ordinal);
        Assert.Contains("With Ngozi Eze", rows[1], StringComparison.Ordinal);
        Assert.Contains("Customer without a name", rows[2], StringComparison.Ordinal);
        Assert.Contains("Opted out of messages", rows[2], StringComparison.Ordinal);
        Assert.Contains("Notice: Order 0042 is on its way", rows[3], StringComparison.Ordinal);
        Assert.Contains("Not delivered", rows[3], StringComparison.Ordinal);
        Assert.DoesNotContain("Not delivered", rows[0], StringComparison.Ordinal);
        Assert.Contains("Messages no longer kept", rows[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agent", "Your order number is *0033*, total *₦7,000*", "Agent: Your order number is 0033, total ₦7,000")]
    [InlineData("customer", "2 * 3 cups", "2 * 3 cups")]
    public void The_last_words_stand_there_without_the_marks_of_WhatsApp(string author, string last, string shown)
    {
        Api.On("GET /api/conversations", new[] { Samples.Conversation(1, last: last, author: author) });

        var list = Render<ChatList>();
        list.WaitForElement("[data-item]");

        Assert.Equal(shown, list.Find("[data-item] .row-main > .quiet").TextContent);
    }

    [Fact]
    public void A_search_that_finds_nothing_says_what_was_looked_for_and_can_be_cleared()
    {
        Api.On("GET /api/conversations", Array.Empty<ConversationView>());

        var list = Render<ChatList>(parameters => parameters.Add(shown => shown.Filter, "attention").Add(shown => shown.Q, "zzzz"));

        var empty = list.WaitForElement(".empty");
        Assert.Equal("Nothing found for “zzzz”", empty.QuerySelector("h2")!.TextContent);
        Assert.StartsWith("Looked among the chats that need a person.", empty.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Clear search", "/chats?filter=attention"), (empty.QuerySelector("a")!.TextContent.Trim(), empty.QuerySelector("a")!.GetAttribute("href")));
    }

    [Fact]
    public void The_filter_goes_to_the_api()
    {
        Api.On("GET /api/conversations", Array.Empty<ConversationView>());

        var list = Render<ChatList>(parameters => parameters.Add(shown => shown.Filter, "attention").Add(shown => shown.Q, "Ada"));

        list.WaitForElement(".empty");
        Assert.Contains("filter=attention&q=Ada", Api.AskedFor[0].Query, StringComparison.Ordinal);
    }
}
