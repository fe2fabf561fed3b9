using Bunit;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Web.Conversations;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Tests.Support;
using Xunit;

namespace HaloAgent.Web.Tests.Conversations;

/// <summary>"Why did it say that?"</summary>
public sealed class WhyPanelTests : WebTest
{
    private static readonly ConversationView Chat = Samples.Conversation();

    [Fact]
    public void The_explanation_shows_what_was_said_by_both_the_brains_reason_and_the_guards_verdict()
    {
        var turn = Samples.Id(7001);
        Api.On($"GET /api/conversations/{Chat.Id}/turns/{turn}", new TurnView(
            turn, Samples.Now, Samples.Now.AddMilliseconds(48), "completed", "llama", "the model spoke", "en", "talk", 0.62, 1,
            [new(1, "guard", "reply_guard", null, """{"replaced":"It is ₦1, your parcel left.","because":["amount","unproven: parcel"]}""", Samples.Now, 0)],
            null, ["how much is it?"], ["Jollof is *₦3,500*."]));

        var page = Open(turn);
        page.WaitForElement("[data-guard]");

        Assert.Equal("how much is it?", page.Find("[data-heard]").TextContent);
        Assert.Equal("Jollof is ₦3,500.", page.Find("[data-reply]").TextContent);
        Assert.Equal("the model spoke", page.Find("[data-brain-reason]").TextContent);
        Assert.Contains("(62\u00A0%)", page.Markup, StringComparison.Ordinal);
        Assert.Contains("taken out before anything was sent", page.Find("[data-guard]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Held back what your records don't show", page.Markup, StringComparison.Ordinal);
        Assert.Equal("It is ₦1, your parcel left.", page.Find(".steps blockquote").TextContent);
        Assert.Equal(
            ["Because: an amount that is not the price, fee or total it was given as.", "Because: “parcel” is not in your records, so what was said with it could not be proven."],
            page.FindAll("[data-because]").Select(because => because.TextContent));
        Assert.DoesNotContain("because:", page.Markup, StringComparison.Ordinal);
        Assert.Equal("the model gives no figure; the fixed rules alone: fairly sure (62\u00A0%)", page.Find("[data-sure]").TextContent);
    }

    [Fact]
    public void The_explanation_reads_in_plain_words()
    {
        var turn = Samples.Id(7001);
        Api.On($"GET /api/conversations/{Chat.Id}/turns/{turn}", new TurnView(
            turn, Samples.Now, Samples.Now.AddMilliseconds(48), "completed", "guided", null, "pcm", "Add+Delivery", 0.97, 1,
            [new(1, "tool", "add_to_cart", """{"product":"Jollof rice","variant":"large","quantity":3}""", """{"total":1280000}""", Samples.Now, 11)],
            new ModelUseView("llama3.1:8b", 2, 1400, 40, 1240, 0.002m)));

        var panel = Open(turn);

        panel.WaitForAssertion(() => Assert.Contains("Put it into the cart", panel.Markup, StringComparison.Ordinal));
        Assert.Equal("Jollof rice (large)", panel.Find("[data-goods]").TextContent);
        Assert.Contains("Pidgin", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("to order something, delivery", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("total: ₦12,800", panel.Markup, StringComparison.Ordinal);
        Assert.Contains("llama3.1:8b, asked 2 times, 1,440 tokens, 1.2 s, $0.0020", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_that_was_refused_does_not_look_done()
    {
        var turn = Samples.Id(7001);
        Api.On($"GET /api/conversations/{Chat.Id}/turns/{turn}", new TurnView(
            turn, Samples.Now, Samples.Now.AddMilliseconds(48), "completed", "guided", null, "en", "Paid", 0.97, 1,
            [
                new(1, "tool", "claim_payment", """{"amount":100}""", """{"refused":"not_found","sentence":"There is no such order."}""", Samples.Now, 5),
                new(2, "tool", "find_open_orders", "{}", """{"open":[],"lastEnded":null}""", Samples.Now, 1),
                new(3, "tool", "read_cart", "{}", """{"isEmpty":true}""", Samples.Now, 0),
            ]));

        var panel = Open(turn);
        panel.WaitForElement("[data-guard]");

        Assert.Equal(["undone", "undone", null], panel.FindAll(".steps li").Select(step => step.GetAttribute("class")));
        Assert.Equal("Noted that the customer says they paid", panel.Find(".steps s").TextContent);
        Assert.Equal("Not done. There is no such order.", panel.Find("[data-refusal]").TextContent);
        Assert.Equal("Found nothing.", panel.Find("[data-nothing]").TextContent);
        Assert.DoesNotContain("not_found", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_model_called_in_vain_stands_there_with_what_it_called_for_and_the_answer_it_got()
    {
        var turn = Samples.Id(7001);
        Api.On($"GET /api/conversations/{Chat.Id}/turns/{turn}", new TurnView(
            turn, Samples.Now, Samples.Now.AddMilliseconds(48), "completed", "llama:unheard", "the model spoke, using add_to_cart; no word of it was sent", "en", "add_to_cart", null, 1,
            [new(1, "tool", "add_to_cart", """{"product":"Pizza","quantity":"2"}""", """{"refused":"There is no product called «Pizza»."}""", Samples.Now, 0)]));

        var panel = Open(turn);
        panel.WaitForElement("[data-guard]");

        Assert.Equal("Put it into the cart", panel.Find(".steps .undone s").TextContent);
        Assert.Equal("Pizza", panel.Find("[data-goods]").TextContent);
        Assert.Equal("Not done. There is no product called «Pizza».", panel.Find("[data-refusal]").TextContent);
        Assert.Contains("quantity: 2", panel.Find(".steps pre").TextContent, StringComparison.Ordinal);
        Assert.Contains("not one word of what it wrote was sent", panel.Find("[data-brain]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_that_was_removed_says_so_and_what_was_said_still_stands_there()
    {
        var turn = Samples.Id(7001);
        Api.On($"GET /api/conversations/{Chat.Id}/turns/{turn}", new TurnView(
            turn, Samples.Now.AddDays(-91), Samples.Now.AddDays(-91), "completed", "guided", null, "en", null, null, 1, [],
            null, ["2 jollof"], ["*Total ₦7,000*"], Samples.Now));

        var panel = Open(turn);

        Assert.Contains("no longer kept", panel.WaitForElement("[data-removed]").TextContent, StringComparison.Ordinal);
        Assert.Equal("2 jollof", panel.Find("[data-heard]").TextContent);
        Assert.Equal("Total ₦7,000", panel.Find("[data-reply]").TextContent);
        Assert.DoesNotContain("Nothing was looked up", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("[data-guard]"));
    }

    private IRenderedComponent<WhyPanel> Open(Guid turn) =>
        Render<WhyPanel>(parameters => parameters.Add(why => why.ConversationId, Chat.Id).Add(why => why.TurnId, turn).Add(why => why.Close, "/chats"));
}
