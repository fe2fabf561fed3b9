using System.Net;
using Bunit;
using HaloAgent.Contracts.Orders;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Orders;
using HaloAgent.Web.Payments;
using HaloAgent.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Xunit;

namespace HaloAgent.Web.Tests.Payments;

public sealed class PaymentReviewsTests : WebTest
{
    private const string Reviews = "GET /api/orders/payment-reviews";
    private readonly OrderView _order = Samples.Order();

    [Fact]
    public void What_is_expected_stands_beside_what_is_claimed_with_the_difference_in_words()
    {
        Api.On(Reviews, new[] { Samples.Review(_order, claimed: 11_300m, matches: false) });

        var card = Open().Find(".review");

        Assert.Contains("₦12,800", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("₦11,300", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("₦1,500 too little", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("the customer wrote HK7-0024-Q", card.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_on_the_first_page_is_shown_on_request()
    {
        var later = Samples.Order() with { Id = Samples.Id(9001), OrderNumber = "0099" };
        Api.On(Reviews, request =>
        {
            var second = request.RequestUri!.Query.Contains("cursor=later", StringComparison.Ordinal);
            var answer = ScriptedApi.Ok(new[] { Samples.Review(second ? later : _order) });
            if (!second) answer.Headers.Add("Link", "</x?cursor=later>; rel=\"next\"");
            return Task.FromResult(answer);
        });
        var page = Open();
        Assert.Equal("1+", page.Find("h1 .count").TextContent);

        page.FindAll("button").Single(button => button.TextContent.Trim() == "Show more").Click();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".review").Count));
        Assert.Equal("2", page.Find("h1 .count").TextContent);
        Assert.DoesNotContain("Show more", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_customer_wishes_is_seen_before_the_payment_is_approved()
    {
        Api.On(Reviews, new[] { Samples.Review(_order) with { Notes = ["2 × Jollof rice & chicken: no pepper"] } });

        Assert.Equal(["2 × Jollof rice & chicken: no pepper"], Open().FindAll(".review .wish").Select(wish => wish.TextContent.Trim()));
    }

    [Fact]
    public void The_riskiest_comes_first_then_the_oldest()
    {
        Api.On(Reviews, new[]
        {
            Samples.Review(Samples.Order(1, at: Samples.Now.AddMinutes(-60))),
            Samples.Review(Samples.Order(2, at: Samples.Now.AddMinutes(-90))),
            Samples.Review(Samples.Order(3, at: Samples.Now.AddMinutes(-30)), warnings: ["The same receipt was sent before."]),
        });

        Assert.Equal(["#0003", "#0002", "#0001"], Open().FindAll(".review-name strong").Select(number => number.TextContent));
    }

    [Fact]
    public void Approving_is_one_tap_with_undo_for_a_few_seconds()
    {
        Api.On(Reviews, new[] { Samples.Review(_order) });
        var decided = _order with { PendingDecision = new(Samples.Id(88), "approve", OrderStatuses.Paid, "Ngozi Eze", Samples.Now.AddSeconds(8)) };
        Api.On($"POST /api/orders/{_order.Id}/approve-payment", decided);
        var page = Open();
        var bar = Render<UndoBar>();
        Api.On(Reviews, new[] { Samples.Review(decided) });

        page.Find("[data-key=a]").Click();

        bar.WaitForAssertion(() => Assert.Contains("Payment for #0042 approved.", bar.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Approved by Ngozi Eze", page.Find(".decided").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-key=a]"));
    }

    [Fact]
    public void Who_named_less_than_the_total_is_approved_only_when_the_whole_sum_was_asked_about()
    {
        Api.On(Reviews, new[] { Samples.Review(_order, claimed: 5000m) });
        Api.On($"POST /api/orders/{_order.Id}/approve-payment", _order);
        var dialogs = RenderDialogs();
        var page = Open();

        page.Find("[data-key=a]").Click();
        page.Find("[data-key=a]").Click();
        dialogs.WaitForAssertion(() => Assert.Contains("Customer named ₦5,000, the order is ₦12,800. Approve only if the full ₦12,800 is in your account.", dialogs.Markup, StringComparison.Ordinal));
        Press(dialogs, "Not yet");
        Assert.Equal(0, Api.Count($"POST /api/orders/{_order.Id}/approve-payment"));

        page.Find("[data-key=a]").Click();
        dialogs.WaitForAssertion(() => Assert.Contains("Customer named ₦5,000", dialogs.Markup, StringComparison.Ordinal));
        Press(dialogs, "Approve ₦12,800");

        page.WaitForAssertion(() => Assert.Equal(1, Api.Count($"POST /api/orders/{_order.Id}/approve-payment")));
    }

    [Theory]
    [InlineData(ClaimSources.Words, "Customer says", "paid, no amount given", "said it")]
    [InlineData(ClaimSources.Receipt, "Customer sent", "a receipt, no amount named", "sent it")]
    [InlineData(ClaimSources.Shop, "Your team added", "a receipt, no amount named", "added")]
    public void Where_no_amount_was_named_it_says_what_was_done_instead(string source, string who, string what, string when)
    {
        Api.On(Reviews, new[] { Samples.Review(_order) with { ClaimedAmount = null, ClaimSource = source } });

        var card = Open().Find(".review");

        Assert.Equal((who, what), (card.QuerySelectorAll(".amounts dt")[1].TextContent, card.QuerySelectorAll(".amounts dd")[1].TextContent));
        Assert.StartsWith(when, card.QuerySelector(".review-head .small")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejection_needs_a_reason_and_tells_it()
    {
        Api.On(Reviews, new[] { Samples.Review(_order) });
        Api.On($"POST /api/orders/{_order.Id}/reject-payment", _order);
        var dialogs = RenderDialogs();
        var page = Open();

        page.Find("[data-key=r]").Click();
        dialogs.WaitForElement(".reasons .reason");
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Reject the payment").Click();
        Assert.Equal(0, Api.Count($"POST /api/orders/{_order.Id}/reject-payment"));
        Assert.Contains("Write a few words", dialogs.Markup, StringComparison.Ordinal);

        dialogs.Find(".reasons .reason").Click();
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Reject the payment").Click();

        page.WaitForAssertion(() => Assert.Contains("The money has not arrived yet.", Api.BodyOf($"POST /api/orders/{_order.Id}/reject-payment"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, 4)]
    [InlineData(false, 2)]
    public void A_receipt_is_a_reason_only_where_there_is_one(bool receipt, int reasons)
    {
        Api.On(Reviews, new[] { Samples.Review(_order, receipt: receipt) });
        var dialogs = RenderDialogs();

        Open().Find("[data-key=r]").Click();
        dialogs.WaitForElement(".reasons .reason");

        Assert.Equal(reasons, dialogs.FindAll(".reasons .reason").Count);
        Assert.Equal(receipt, dialogs.Find(".reasons").TextContent.Contains("receipt", StringComparison.Ordinal));
    }

    [Fact]
    public void When_somebody_was_faster_it_says_who_and_shows_how_it_stands()
    {
        Api.On(Reviews, new[] { Samples.Review(_order) });
        Api.OnProblem($"POST /api/orders/{_order.Id}/approve-payment", HttpStatusCode.Conflict, "Already approved a minute ago by another member of your team.");
        var page = Open();
        Api.On(Reviews, Array.Empty<PaymentReviewView>());

        page.Find("[data-key=a]").Click();

        page.WaitForAssertion(() => Assert.Contains("No payments are waiting for you", page.Markup, StringComparison.Ordinal));
        Assert.Contains(Services.GetRequiredService<ISnackbar>().ShownSnackbars, bar => bar.Message?.ToString()?.Contains("Already approved", StringComparison.Ordinal) ?? false);
    }

    [Fact]
    public void Receipts_come_through_this_site()
    {
        Api.On(Reviews, new[] { Samples.Review(_order) });

        Assert.StartsWith("/media/", Open().Find(".receipts img").GetAttribute("src"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_receipt_that_was_removed_is_named_and_not_linked()
    {
        var review = Samples.Review(_order);
        Api.On(Reviews, new[] { review with { Receipts = [review.Receipts[0] with { RemovedAt = Samples.Now }] } });

        var receipts = Open().Find(".receipts");

        Assert.Contains("no longer kept", receipts.TextContent, StringComparison.Ordinal);
        Assert.Empty(receipts.QuerySelectorAll("a, img"));
    }

    private static void Press(IRenderedComponent<MudDialogProvider> dialogs, string button)
    {
        dialogs.FindAll("button").Single(shown => shown.TextContent.Trim() == button).Click();
        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll(".mud-dialog")));
    }

    private IRenderedComponent<PaymentReviewsPage> Open()
    {
        var page = Render<PaymentReviewsPage>();
        page.WaitForElement(".review");
        return page;
    }
}
