using System.Net;
using Bunit;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.Web.Tests.Conversations;

public sealed class TranscriptTests : OpenedTranscript
{
    [Fact]
    public void Messages_carry_their_author_their_tick_and_why()
    {
        var page = Open(Chat, Samples.Message(1, "customer", "2 jollof"), Samples.Message(2, "agent", "*Total ₦7,000*", "delivered"));

        Assert.Contains("2 jollof", page.Find(".bubble.customer").TextContent, StringComparison.Ordinal);
        Assert.Equal("Total ₦7,000", page.Find(".bubble.agent b").TextContent);
        Assert.Contains("Delivered", page.Find(".bubble.agent .tick").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/why/{Samples.Id(7001)}", page.Find(".bubble.agent .why").GetAttribute("href"));
        Assert.Empty(page.FindAll(".bubble.customer .tick"));
    }

    [Fact]
    public void Markup_in_a_message_is_text()
    {
        var page = Open(Chat, Samples.Message(1, "customer", "<script>alert(1)</script> <b>x</b>"));

        Assert.Empty(page.FindAll(".words script, .words b"));
        Assert.Contains("<script>alert(1)</script>", page.Find(".words").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_was_refused_says_why_and_what_to_do()
    {
        var page = Open(Chat, Samples.Message(1, "owner", "Your rider comes", "failed", failure: "Not delivered: the customer has not written in 24 hours.", name: "Ngozi Eze"));

        Assert.Contains("has not written in 24 hours", page.Find(".bubble.failed .failure").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_says_that_they_have_seen_to_what_was_not_delivered()
    {
        Api.On($"POST /api/conversations/{Chat.Id}/failed-messages/seen", HttpStatusCode.NoContent);
        var failed = Samples.Message(1, "owner", "Your rider comes", "failed", failure: "Not delivered.", name: "Ngozi Eze");
        var page = Open(Chat, failed with { FailureWaits = true });
        Api.On($"GET /api/conversations/{Chat.Id}/messages", new[] { failed });

        page.Find("[data-seen]").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-seen]")));
        Assert.Contains("\"messages\":[1]", Api.BodyOf($"POST /api/conversations/{Chat.Id}/failed-messages/seen"), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_that_were_not_delivered_are_seen_to_at_once_by_a_button_that_says_so()
    {
        Api.On($"POST /api/conversations/{Chat.Id}/failed-messages/seen", HttpStatusCode.NoContent);
        var failed = Samples.Message(1, "owner", "Your rider comes", "failed", failure: "Not delivered.", name: "Ngozi Eze") with { FailureWaits = true };
        var page = Open(Chat, failed, failed with { Id = "2", Content = "He is at the gate" }, failed with { Id = "3", FailureWaits = false });
        Assert.Equal(["I've dealt with all 2: Your rider comes", "I've dealt with all 2: He is at the gate"], page.FindAll("[data-seen]").Select(button => button.GetAttribute("aria-label")));

        page.Find("[data-seen]").Click();

        page.WaitForAssertion(() => Assert.Contains("\"messages\":[1,2]", Api.BodyOf($"POST /api/conversations/{Chat.Id}/failed-messages/seen"), StringComparison.Ordinal));
    }

    [Fact]
    public void An_ad_without_a_headline_is_one_all_the_same() =>
        Assert.Contains("Came from your ad", Open(Chat, Samples.Message(1, "customer", "hi", context: new(null, false, null, null, null, null, null) { FromAd = true })).Markup, StringComparison.Ordinal);

    [Fact]
    public void Taking_over_is_one_tap_and_handing_back_as_well()
    {
        var page = Open(Chat);
        Api.On($"POST /api/conversations/{Chat.Id}/take-over", HttpStatusCode.NoContent);
        Api.On($"GET /api/conversations/{Chat.Id}", Chat with { HeldBy = "Ngozi Eze" });

        page.Find("[data-take-over]").Click();

        page.WaitForAssertion(() => Assert.Contains("Ngozi Eze is handling this chat", page.Markup, StringComparison.Ordinal));
        Api.On($"POST /api/conversations/{Chat.Id}/hand-back", HttpStatusCode.NoContent);
        Api.On($"GET /api/conversations/{Chat.Id}", Chat);

        page.Find("[data-hand-back]").Click();

        page.WaitForElement("[data-take-over]");
        Assert.Equal(1, Api.Count($"POST /api/conversations/{Chat.Id}/hand-back"));
    }

    [Fact]
    public void Whoever_needs_a_person_is_shown_with_the_reason_what_one_has_to_know_and_a_reply_to_edit()
    {
        var page = Open(Chat with
        {
            Attention = "refund",
            Escalations =
            [
                new EscalationView(Samples.Id(8001), "refund", "money back", "Adaeze asks about money back.\nOrder 0042: ₦12,800, paid.", "Hello, this is Halo Kitchen.", Samples.Now),
                new EscalationView(Samples.Id(8002), "anger", null, null, null, Samples.Now),
            ],
        });

        var panel = page.Find(".attention-panel");
        Assert.Contains("The customer is asking about getting money back.", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("The customer is angry.", panel.TextContent, StringComparison.Ordinal);
        Assert.Contains("Order 0042: ₦12,800, paid.", panel.TextContent, StringComparison.Ordinal);

        page.Find("textarea").Input("Dear Ada,");
        page.Find("[data-use-reply]").Click();

        Assert.Equal("Dear Ada,\nHello, this is Halo Kitchen.", page.Find("textarea").GetAttribute("value"));
        Assert.Equal(0, Api.Count($"POST /api/conversations/{Chat.Id}/messages"));
    }

    [Fact]
    public void Every_why_tells_which_message_it_is_about()
    {
        var page = Open(Chat, Samples.Message(1, "agent", "*Total ₦7,000*\nShall I place it?", "sent"), Samples.Message(2, "agent", new string('a', 60), "sent"));

        var names = page.FindAll(".why").Select(why => why.GetAttribute("aria-label")).ToList();
        Assert.EndsWith(": Total ₦7,000 Shall I place it?", names[0], StringComparison.Ordinal);
        Assert.EndsWith(": " + new string('a', 40) + "…", names[1], StringComparison.Ordinal);
        Assert.All(names, name => Assert.StartsWith("why, ", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Closing_the_explanation_leads_back_to_the_link_that_opened_it()
    {
        var page = Open(Chat, Samples.Message(2, "agent", "Hello", "sent"));
        var turn = Samples.Id(7001);
        Assert.Equal(turn.ToString(), page.Find(".why").GetAttribute("data-why"));

        page.Render(parameters => parameters.Add(shown => shown.Why, turn));
        Assert.Empty(JSInterop.Invocations["haloBackToWhy"]);
        page.Render(parameters => parameters.Add(shown => shown.Why, null));
        page.Render();

        Assert.Equal([turn], JSInterop.Invocations["haloBackToWhy"].Select(back => back.Arguments[0]));
    }

    [Fact]
    public void The_hand_back_stands_where_it_happened_with_what_was_said()
    {
        var page = Open(
            Chat with { HandBack = new HandBackView("Ngozi Eze", Samples.Now.AddMinutes(-5), "Ngozi Eze had the chat.\nCustomer: “ok by 4”") },
            Samples.Message(1, "customer", "ok by 4", minutes: 8), Samples.Message(2, "customer", "hello again", minutes: 2));

        Assert.Contains("ok by 4", page.Find("[data-hand-back-note]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Ngozi Eze handed the chat back", page.Find("[data-hand-back-note]").TextContent, StringComparison.Ordinal);
        Assert.Equal("hello again", page.Find("[data-hand-back-note] + .bubble .words").TextContent);
    }

    [Fact]
    public void What_was_not_sent_stays_and_goes_out_once_under_the_same_id()
    {
        var page = Open(Chat);
        var post = $"POST /api/conversations/{Chat.Id}/messages";
        Api.On(post, _ => throw ScriptedApi.Away());
        page.Find("textarea").Input("On my way");
        page.Find(".composer form").Submit();

        page.WaitForAssertion(() => Assert.Contains("Not sent.", page.Find(".bubble.pending").TextContent, StringComparison.Ordinal));
        var first = Api.BodyOf(post);
        Api.On(post, HttpStatusCode.Accepted);
        Api.On($"GET /api/conversations/{Chat.Id}/messages", new[] { Samples.Message(9, "owner", "On my way", "sent", name: "Ngozi Eze") });

        page.Find(".bubble.pending button").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".bubble.pending")));
        Assert.Equal(first, Api.BodyOf(post));
        Assert.Single(page.FindAll(".bubble.owner"));
    }

    [Fact]
    public void Whoever_wrote_stop_cannot_be_written_to()
    {
        var page = Open(Chat with { OptedOut = true });

        Assert.Empty(page.FindAll("textarea"));
        Assert.Contains("asked for no more messages", page.Find(".composer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void After_24_hours_the_composer_says_so_instead_of_pretending()
    {
        var page = Open(Chat with { WindowClosesAt = Samples.Now.AddMinutes(-1) });

        Assert.Empty(page.FindAll("textarea"));
        Assert.Contains("24 hours", page.Find(".composer").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Near_its_end_the_window_is_counted_down()
    {
        Assert.Contains("another 2 h", Open(Chat with { WindowClosesAt = Samples.Now.AddHours(2) }).Find(".composer-note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Unread_messages_are_marked_read_by_opening()
    {
        Api.On($"POST /api/conversations/{Chat.Id}/read", HttpStatusCode.NoContent);
        var page = Open(Chat with { UnreadCount = 2 });

        page.WaitForAssertion(() => Assert.Equal(1, Api.Count($"POST /api/conversations/{Chat.Id}/read")));
    }

    [Fact]
    public void Earlier_messages_are_put_above()
    {
        Api.On($"GET /api/conversations/{Chat.Id}/messages", request =>
        {
            var older = request.RequestUri!.Query.Contains("cursor=older", StringComparison.Ordinal);
            var answer = ScriptedApi.Ok(new[] { older ? Samples.Message(1, "customer", "first") : Samples.Message(2, "customer", "second") });
            if (!older)
            {
                answer.Headers.Add("Link", "</x?cursor=older>; rel=\"next\"");
            }

            return Task.FromResult(answer);
        });
        var page = Open(Chat, messages: null);
        page.WaitForElement(".bubble");

        page.FindAll("button").Single(button => button.TextContent.Contains("Show earlier", StringComparison.Ordinal)).Click();

        page.WaitForAssertion(() => Assert.Equal(["first", "second"], page.FindAll(".words").Select(words => words.TextContent)));
    }

    [Fact]
    public void The_lines_of_a_sum_are_rows_with_the_amount_at_their_end()
    {
        var words = Open(Chat, Samples.Message(1, "agent", "*Your order*\n2 × Jollof rice    ₦7,000\n1 × Zobo 50cl       ₦800\n*Total ₦7,800*\nReply *yes*.")).Find(".words");

        Assert.Equal(["₦7,000", "₦800"], words.QuerySelectorAll(".sum > :last-child").Select(amount => amount.TextContent));
        Assert.Equal("Your order\n2 × Jollof rice ₦7,0001 × Zobo 50cl ₦800Total ₦7,800\nReply yes.", words.TextContent);
    }

    [Fact]
    public void A_chat_whose_older_messages_were_removed_says_so_above_the_rest()
    {
        var chat = Chat with { MessagesRemovedUntil = Samples.Now.AddDays(-731) };

        var removed = Open(chat, Samples.Message(1, "customer", "hello again")).Find("[data-removed]").TextContent;

        Assert.Contains("Older messages are no longer kept", removed, StringComparison.Ordinal);
        Assert.DoesNotContain("No messages yet", Open(chat, []).Markup, StringComparison.Ordinal);
    }
}
