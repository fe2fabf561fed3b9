using Bunit;
using HaloAgent.Contracts.Orders;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Orders;
using HaloAgent.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.Web.Tests.Orders;

public sealed class OrderPageTests : WebTest
{
    private static readonly Guid Id = Samples.Order().Id;

    [Fact]
    public void Only_the_allowed_moves_are_buttons()
    {
        var page = Open(Samples.Order(status: OrderStatuses.Preparing));

        Assert.Equal(["Ready for pickup", "Send out for delivery", "Cancel order"], page.FindAll("[data-move]").Select(button => button.TextContent.Trim()));
    }

    [Theory]
    [InlineData(OrderStatuses.PendingPayment, "Write to them", "/chats/")]
    [InlineData(OrderStatuses.PaymentRejected, "Write to them", "/chats/")]
    [InlineData(OrderStatuses.AwaitingConfirmation, "Check the payment", "/payments#")]
    public void What_helps_on_comes_first_and_to_cancel_comes_last_and_quietly(string status, string next, string leads)
    {
        // As the Api tells it: a payment is approved or rejected, not moved.
        var page = Open(Samples.Order(status: status, moves: [OrderStatuses.Cancelled]));

        var buttons = page.FindAll(".moves .buttons > *");
        Assert.Equal([next, "Cancel order"], buttons.Select(button => button.TextContent.Trim()));
        Assert.StartsWith(leads, buttons[0].GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("mud-button-filled-primary", buttons[0].ClassList);
        Assert.Contains("mud-button-text", buttons[1].ClassList);
    }

    [Fact]
    public void What_the_customer_wishes_stands_under_the_line_and_under_the_order_as_plain_text()
    {
        var page = Open(Samples.Order(wish: "no pepper <b>please</b>", note: "I am allergic to groundnut"));

        Assert.Equal(["“no pepper <b>please</b>”", "“I am allergic to groundnut”"], page.FindAll(".wish").Select(wish => wish.TextContent.Trim()));
        Assert.Empty(page.FindAll(".wish b"));
    }

    [Fact]
    public void A_move_is_one_tap_and_can_be_undone()
    {
        var order = Samples.Order(status: OrderStatuses.Paid);
        var decision = new PendingDecisionView(Samples.Id(77), "status", OrderStatuses.Preparing, "Ngozi Eze", Samples.Now.AddSeconds(8));
        var page = Open(order);
        var bar = Render<UndoBar>();
        Api.On($"POST /api/orders/{Id}/update-status", order with { PendingDecision = decision });
        Api.On($"POST /api/orders/decisions/{decision.Id}/undo", System.Net.HttpStatusCode.NoContent);

        page.Find($"[data-move={OrderStatuses.Preparing}]").Click();

        bar.WaitForAssertion(() => Assert.Contains("#0042: preparing.", bar.Find(".undo-bar").TextContent, StringComparison.Ordinal));
        Assert.Contains("told in 8 s", bar.Find(".undo-bar").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-move]"));

        bar.Find("[data-undo]").Click();

        bar.WaitForAssertion(() => Assert.Empty(bar.FindAll(".undo-bar")));
        Assert.Equal(1, Api.Count($"POST /api/orders/decisions/{decision.Id}/undo"));
    }

    [Fact]
    public void Cancelling_needs_a_reason_and_tells_it()
    {
        var order = Samples.Order(status: OrderStatuses.Paid);
        var page = Open(order);
        Api.On($"POST /api/orders/{Id}/update-status", order with { Status = OrderStatuses.Cancelled });
        var dialogs = RenderDialogs();

        page.Find($"[data-move={OrderStatuses.Cancelled}]").Click();
        dialogs.WaitForElement(".reasons .reason");
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Cancel the order").Click();
        Assert.Equal(0, Api.Count($"POST /api/orders/{Id}/update-status"));

        dialogs.Find(".reasons .reason").Click();
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Cancel the order").Click();

        page.WaitForAssertion(() => Assert.Contains("Something you ordered is finished.", Api.BodyOf($"POST /api/orders/{Id}/update-status"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "See the claim and receipt")]
    [InlineData(false, "See the claim")]
    public void A_receipt_is_spoken_of_only_where_there_is_one(bool receipt, string link)
    {
        var page = Open(Samples.Order() with { HasReceipt = receipt });
        var dialogs = RenderDialogs();

        page.Find($"[data-move={OrderStatuses.PaymentRejected}]").Click();
        dialogs.WaitForElement(".reasons .reason");

        Assert.Equal(link, page.Find(".moves a").TextContent);
        Assert.Equal(receipt, dialogs.Find(".reasons").TextContent.Contains("receipt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ClaimSources.Words, 5000, "Customer says they paid ₦5,000; the order is ₦12,800.")]
    [InlineData(ClaimSources.Words, 12800, "Customer says they paid ₦12,800.")]
    [InlineData(ClaimSources.Words, null, "Customer says they have paid; the order is ₦12,800.")]
    [InlineData(ClaimSources.Receipt, null, "Customer sent a receipt; the order is ₦12,800.")]
    [InlineData(ClaimSources.Shop, null, "Your team added a receipt; the order is ₦12,800.")]
    public void The_claim_is_told_as_it_was_made(string source, int? named, string told)
    {
        var page = Open(Samples.Order() with { Claim = new ClaimView(source, named) });

        Assert.StartsWith(told, page.Find("[data-claim]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Less_than_the_total_is_asked_about_here_too()
    {
        var page = Open(Samples.Order() with { Claim = new ClaimView(ClaimSources.Words, 5000m) });
        var dialogs = RenderDialogs();

        page.Find($"[data-move={OrderStatuses.Paid}]").Click();

        dialogs.WaitForAssertion(() => Assert.Contains("Customer named ₦5,000, the order is ₦12,800.", dialogs.Markup, StringComparison.Ordinal));
        Assert.Equal(0, Api.Count($"POST /api/orders/{Id}/approve-payment"));
    }

    [Fact]
    public void The_bar_goes_when_the_decision_takes_effect()
    {
        var order = Samples.Order(pending: new PendingDecisionView(Samples.Id(77), "approve", OrderStatuses.Paid, "Ngozi Eze", Samples.Now.AddSeconds(8)));
        var bar = Render<UndoBar>();
        Services.GetRequiredService<Decisions>().Add(order);
        bar.WaitForAssertion(() => Assert.Contains("Payment for #0042 approved.", bar.Markup, StringComparison.Ordinal));

        Clock.Advance(TimeSpan.FromSeconds(9));

        bar.WaitForAssertion(() => Assert.Empty(bar.FindAll(".undo-bar")));
    }

    [Fact]
    public void Amounts_add_up_before_the_eyes()
    {
        var page = Open(Samples.Order());

        Assert.Equal(["₦10,500", "₦800", "₦1,500", "₦12,800"], page.FindAll(".sums td.money").Select(cell => cell.TextContent));
    }

    [Theory]
    [InlineData(15, "15 points used")]
    [InlineData(0, "Given by the shop")]
    public void What_came_off_says_whose_it_is(int points, string words)
    {
        var page = Open(Samples.Order() with { Discount = 1500m, PointsUsed = points, TotalAmount = 11300m });

        Assert.Equal($"{words}−₦1,500", page.Find("[data-points]").TextContent);
    }

    [Fact]
    public void An_order_that_is_not_there_says_so()
    {
        Api.On($"GET /api/orders/{Id}", System.Net.HttpStatusCode.NotFound);

        var page = Render<OrderPage>(parameters => parameters.Add(order => order.Id, Id));

        page.WaitForAssertion(() => Assert.Contains("This is no longer here", page.Find(".problem").TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<OrderPage> Open(OrderView order)
    {
        Api.On($"GET /api/orders/{order.Id}", order);
        var page = Render<OrderPage>(parameters => parameters.Add(shown => shown.Id, order.Id));
        page.WaitForElement(".sums");
        return page;
    }
}
