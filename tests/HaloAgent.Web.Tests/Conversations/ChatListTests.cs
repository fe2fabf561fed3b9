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
        Assert.Contains("Ngozi Eze has it", rows[1], StringComparison.Ordinal);
        Assert.Contains("Customer without a name", rows[2], StringComparison.Ordinal);
        Assert.Contains("Wants no messages", rows[2], StringComparison.Ordinal);
        Assert.Contains("Notice: Order 0042 is on its way", rows[3], StringComparison.Ordinal);
        Assert.Contains("Not delivered", rows[3], StringComparison.Ordinal);
        Assert.DoesNotContain("Not delivered", rows[0], StringComparison.Ordinal);
        Assert.Contains("Messages no longer kept", rows[4], StringComparison.Ordinal);
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
