using System.Net;
using Bunit;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Web.Conversations;
using HaloAgent.Web.FakeApi;
using Xunit;

namespace HaloAgent.Web.Tests.Conversations;

/// <summary>A reply that the agent suggests stands in the box to be edited; nothing that a member typed is lost by it.</summary>
public sealed class SuggestedReplyTests : OpenedTranscript
{
    [Fact]
    public void A_draft_can_be_asked_for_while_a_person_has_the_chat_and_is_not_sent()
    {
        Assert.Empty(Open(Chat).FindAll("[data-suggest]"));
        Api.On($"POST /api/conversations/{Chat.Id}/suggest-reply", new ReplyDraftView("Jollof is ₦3,500.", "agent"));
        var page = Open(Chat with { HeldBy = "Ngozi Eze" });

        page.Find("[data-suggest]").Click();

        page.WaitForAssertion(() => Assert.Equal("Jollof is ₦3,500.", page.Find("textarea").GetAttribute("value")));
        Assert.Equal(0, Api.Count($"POST /api/conversations/{Chat.Id}/messages"));
    }

    [Fact]
    public void A_suggestion_takes_the_place_of_the_one_before_it_and_leaves_what_was_typed()
    {
        var page = OpenWithReply("Hello, this is Halo Kitchen.\n\nOrder 0042: ₦12,800, paid.");
        page.Find("textarea").Input("Dear Ada,");
        page.Find("[data-use-reply]").Click();
        page.Find("[data-use-reply]").Click();
        Assert.Equal("Dear Ada,\nHello, this is Halo Kitchen.\n\nOrder 0042: ₦12,800, paid.", Written(page));

        page.Find("textarea").Input(Written(page) + "\nSee you!");
        Suggests(page, "Hello, this is Halo Kitchen.\n\nOrder 0043: ₦700, paid.");

        Assert.Equal("Dear Ada,\nHello, this is Halo Kitchen.\n\nOrder 0043: ₦700, paid.\nSee you!", Written(page));
    }

    [Fact]
    public void A_suggestion_that_was_edited_is_the_members_own_and_only_what_is_new_is_put_behind_it()
    {
        var page = OpenWithReply("Hello, this is Halo Kitchen.\n\nOrder 0042: ₦12,800, paid.");
        page.Find("[data-use-reply]").Click();
        page.Find("textarea").Input("Hello, this is Halo Kitchen.\n\nOrder 0042 is paid.");

        Suggests(page, "Hello, this is Halo Kitchen.\n\nOrder 0042: ₦12,800, paid.");
        Assert.Equal("Hello, this is Halo Kitchen.\n\nOrder 0042 is paid.\nOrder 0042: ₦12,800, paid.", Written(page));

        Suggests(page, "Jollof is ₦3,500.");
        Assert.Equal("Hello, this is Halo Kitchen.\n\nOrder 0042 is paid.\nJollof is ₦3,500.", Written(page));
    }

    [Fact]
    public void What_is_put_in_is_shown_to_its_end_and_so_is_the_empty_box_after_sending()
    {
        var page = OpenWithReply("Hello, this is Halo Kitchen.");
        Api.On($"POST /api/conversations/{Chat.Id}/messages", HttpStatusCode.Accepted);

        page.Find("[data-use-reply]").Click();
        page.Find(".composer form").Submit();

        page.WaitForAssertion(() => Assert.Equal([true, false], JSInterop.Invocations["haloFit"].Select(fit => (bool)fit.Arguments[1]!)));
        Assert.True(page.Find("textarea").HasAttribute("data-grows"));
    }

    private IRenderedComponent<Transcript> OpenWithReply(string reply) => Open(
        Chat with { HeldBy = "Ngozi Eze", Attention = "refund", Escalations = [new EscalationView(Samples.Id(8001), "refund", null, null, reply, Samples.Now)] });

    private void Suggests(IRenderedComponent<Transcript> page, string text)
    {
        Api.On($"POST /api/conversations/{Chat.Id}/suggest-reply", new ReplyDraftView(text, "agent"));
        var before = Api.Count($"POST /api/conversations/{Chat.Id}/suggest-reply");
        page.Find("[data-suggest]").Click();
        page.WaitForAssertion(() => Assert.Equal((before + 1, false), (Api.Count($"POST /api/conversations/{Chat.Id}/suggest-reply"), page.Find("[data-suggest]").HasAttribute("disabled"))));
    }

    private static string Written(IRenderedComponent<Transcript> page) => page.Find("textarea").GetAttribute("value")!;
}
