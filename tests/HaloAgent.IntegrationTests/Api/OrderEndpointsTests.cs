using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using HaloAgent.Contracts.Contacts;
using HaloAgent.Contracts.Orders;
using HaloAgent.Contracts.Overview;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

public sealed partial class OrderEndpointsTests(ApiHost api) : IClassFixture<ApiHost>
{
    private static int phones = 1_000_000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("adaora")]
    [InlineData("ÒKONKWO ada")]
    [InlineData("{phone}")]
    [InlineData("{number}")]
    [InlineData("#{number}")]
    [InlineData("{reference}")]
    public async Task An_order_is_found_by_name_phone_number_and_reference(string search)
    {
        var (client, order) = await OrderAsync();
        var text = search.Replace("{phone}", "0" + order.Contact.PhoneNumber![4..], StringComparison.Ordinal)
            .Replace("{number}", order.OrderNumber, StringComparison.Ordinal)
            .Replace("{reference}", order.PaymentReference.ToLowerInvariant().Replace('-', ' '), StringComparison.Ordinal);

        var found = await client.GetFromJsonAsync<List<OrderView>>($"/api/orders?limit=200&q={Uri.EscapeDataString(text)}", Cancelled);

        Assert.Contains(found!, o => o.Id == order.Id);
    }

    [Fact]
    public async Task A_list_is_read_page_by_page_and_ends()
    {
        var (client, _) = await OrderAsync();
        await OrderAsync();
        await OrderAsync();
        var numbers = new List<string>();
        var next = "/api/orders?status=awaiting_confirmation&status=paid&limit=1";
        while (next is not null)
        {
            using var answer = await client.GetAsync(next, Cancelled);
            numbers.AddRange((await answer.Content.ReadFromJsonAsync<List<OrderView>>(Cancelled))!.Select(o => o.OrderNumber));
            next = answer.Headers.TryGetValues("Link", out var links) ? Address().Match(links.Single()).Groups[1].Value : null;
        }

        Assert.True(numbers.Count >= 3);
        Assert.Equal(numbers.Distinct().OrderDescending(), numbers);
    }

    [Fact]
    public async Task Amounts_are_written_with_their_kobo_and_history_says_who_and_why()
    {
        var (client, order) = await OrderAsync();

        var json = await client.GetStringAsync($"/api/orders/{order.Id}", Cancelled);

        Assert.Contains("\"totalAmount\":8500.00", json, StringComparison.Ordinal);
        Assert.Equal([null, "pending_payment"], order.History.Select(h => h.From));
        Assert.Equal("Customer", order.History[^1].By);
        Assert.Equal(("delivery", "12 Adeniyi Jones"), (order.FulfillmentType, order.DeliveryAddress));
    }

    [Fact]
    public async Task What_the_customer_wishes_stands_beside_the_lines_the_order_and_the_review()
    {
        var (client, order) = await OrderAsync();
        var review = (await client.GetFromJsonAsync<List<PaymentReviewView>>("/api/orders/payment-reviews", Cancelled))!.Single(r => r.OrderId == order.Id);
        var item = Assert.Single(order.Items);

        Assert.Equal(("no pepper", "I am allergic to groundnut"), (item.Note, order.Note));
        Assert.Equal([$"2 × {item.Name}: no pepper", "I am allergic to groundnut"], review.Notes!);
    }

    [Fact]
    public async Task A_review_shows_what_a_careful_owner_would_want_to_know()
    {
        var (client, order) = await OrderAsync();
        await OrderAsync();

        var review = (await client.GetFromJsonAsync<List<PaymentReviewView>>("/api/orders/payment-reviews", Cancelled))!.Single(r => r.OrderId == order.Id);

        Assert.Equal((8500m, 5000m, false), (review.ExpectedAmount, review.ClaimedAmount!.Value, review.ReferenceMatches!.Value));
        Assert.Contains(review.Warnings, w => w.Contains("HA-0000-0000", StringComparison.Ordinal));
        Assert.Contains(review.Warnings, w => w.Contains("₦5,000", StringComparison.Ordinal));
        Assert.Contains(review.Warnings, w => w.Contains("same receipt", StringComparison.Ordinal));
        var receipt = Assert.Single(review.Receipts);
        Assert.Equal(Pictures.Png, await client.GetByteArrayAsync(receipt.Url, Cancelled));
    }

    [Fact]
    public async Task An_approval_with_time_to_undo_waits_and_can_be_undone()
    {
        var (client, order) = await OrderAsync(undoFirst: true);

        using var approved = await client.PostAsJsonAsync($"/api/orders/{order.Id}/approve-payment", new ApprovePaymentRequest { UndoSeconds = 8 }, Cancelled);
        var waiting = await approved.Content.ReadFromJsonAsync<OrderView>(Cancelled);
        using var second = await client.PostAsJsonAsync($"/api/orders/{order.Id}/approve-payment", new ApprovePaymentRequest(), Cancelled);
        using var undone = await client.PostAsync($"/api/orders/decisions/{waiting!.PendingDecision!.Id}/undo", null, Cancelled);
        using var undoneTwice = await client.PostAsync($"/api/orders/decisions/{waiting.PendingDecision.Id}/undo", null, Cancelled);

        Assert.Equal(("awaiting_confirmation", "approve", "Amaka Obi"), (waiting.Status, waiting.PendingDecision.Kind, waiting.PendingDecision.By));
        await second.ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        await undoneTwice.ProblemAsync(HttpStatusCode.Conflict);
        Assert.Null((await client.GetFromJsonAsync<OrderView>($"/api/orders/{order.Id}", Cancelled))!.PendingDecision);
    }

    [Fact]
    public async Task A_paid_order_is_moved_on_and_never_back()
    {
        var (client, order) = await OrderAsync(undoFirst: true);
        using var approved = await client.PostAsync($"/api/orders/{order.Id}/approve-payment", null, Cancelled);
        Assert.Equal("paid", (await approved.Content.ReadFromJsonAsync<OrderView>(Cancelled))!.Status);

        using var preparing = await MoveAsync(client, order.Id, "preparing");
        using var out1 = await MoveAsync(client, order.Id, "out_for_delivery");
        using var back = await MoveAsync(client, order.Id, "preparing");
        using var unknown = await MoveAsync(client, order.Id, "eaten");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (preparing.StatusCode, out1.StatusCode));
        await back.ProblemAsync(HttpStatusCode.Conflict);
        Assert.Contains("status", (await unknown.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
        Assert.Equal(["completed", "cancelled"], (await out1.Content.ReadFromJsonAsync<OrderView>(Cancelled))!.AllowedMoves);
    }

    [Fact]
    public async Task A_blank_note_is_none()
    {
        var (client, order) = await OrderAsync(undoFirst: true);

        using var approved = await client.PostAsJsonAsync($"/api/orders/{order.Id}/approve-payment", new { note = "" }, Cancelled);
        using var cancelled = await client.PostAsJsonAsync($"/api/orders/{order.Id}/update-status", new { status = "cancelled", note = "  " }, Cancelled);

        var view = (await cancelled.Content.ReadFromJsonAsync<OrderView>(Cancelled))!;
        Assert.Equal(["paid", "cancelled"], view.History.TakeLast(2).Select(change => change.To));
        Assert.All(view.History, change => Assert.Null(change.Note));
    }

    [Fact]
    public async Task A_rejection_needs_a_reason_and_keeps_it()
    {
        var (client, order) = await OrderAsync(undoFirst: true);

        using var bare = await client.PostAsJsonAsync($"/api/orders/{order.Id}/reject-payment", new { }, Cancelled);
        using var rejected = await client.PostAsJsonAsync(
            $"/api/orders/{order.Id}/reject-payment", new RejectPaymentRequest { Reason = "No such transfer" }, Cancelled);

        Assert.Contains("reason", (await bare.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
        var view = (await rejected.Content.ReadFromJsonAsync<OrderView>(Cancelled))!;
        Assert.Equal(("payment_rejected", "No such transfer"), (view.Status, view.History[^1].Note));
    }

    [Fact]
    public async Task A_receipt_is_a_picture_or_a_pdf_whatever_it_calls_itself()
    {
        var (client, order) = await OrderAsync(undoFirst: true);
        var path = $"/api/orders/{order.Id}/upload-receipt";

        using var good = await client.PostAsync(path, Pictures.Form([.. "%PDF-1.7 receipt"u8], "application/octet-stream"), Cancelled);
        using var program = await client.PostAsync(path, Pictures.Form([.. "MZ not a picture"u8]), Cancelled);
        using var page = await client.PostAsync(path, Pictures.Form([.. "<svg onload=alert(1)>"u8], "image/svg+xml"), Cancelled);
        using var empty = await client.PostAsync(path, Pictures.Form([]), Cancelled);
        using var otherField = await client.PostAsync(path, Pictures.Form(Pictures.Png, name: "picture"), Cancelled);
        using var noForm = await client.PostAsync(path, new StringContent("x"), Cancelled);
        using var large = await client.PostAsync(path, Pictures.Form(new byte[17 * 1024 * 1024]), Cancelled);
        client.DefaultRequestHeaders.ExpectContinue = true;
        using var huge = await client.PostAsync(path, Pictures.Form(new byte[40 * 1024 * 1024]), Cancelled);

        Assert.Equal(HttpStatusCode.OK, good.StatusCode);
        foreach (var refused in new[] { program, page, empty, otherField, large })
        {
            Assert.Contains("file", (await refused.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
        }

        await noForm.ProblemAsync(HttpStatusCode.UnsupportedMediaType);
        await huge.ProblemAsync(HttpStatusCode.RequestEntityTooLarge);
        var review = (await client.GetFromJsonAsync<List<PaymentReviewView>>("/api/orders/payment-reviews", Cancelled))!.Single(r => r.OrderId == order.Id);
        Assert.Contains(review.Receipts, receipt => receipt.ContentType == "application/pdf");
        Assert.True((await client.GetFromJsonAsync<OrderView>($"/api/orders/{order.Id}", Cancelled))!.HasReceipt);
    }

    [Fact]
    public async Task The_overview_begins_with_what_needs_a_person()
    {
        var (client, order) = await OrderAsync();

        var overview = (await client.GetFromJsonAsync<OverviewView>("/api/overview", Cancelled))!;

        Assert.Contains(overview.Attention, item => item.Kind == "payment_review" && item.Id == order.Id && item.Amount == 8500m);
        Assert.Contains(overview.Attention, item => item.Kind == "escalation" && item.Id == order.ConversationId);
        Assert.True(overview is { OrdersToday: > 0, AwaitingPayment: > 0, MessagesToday: > 0, OpenConversations: > 0 });
    }

    [Fact]
    public async Task A_customer_is_read_with_the_chat_in_which_they_wrote_last()
    {
        var (client, order) = await OrderAsync();

        var contact = (await client.GetFromJsonAsync<ContactView>($"/api/contacts/{order.Contact.Id}", Cancelled))!;

        Assert.Equal((order.Contact.Name, order.ConversationId, true), (contact.Name, contact.ConversationId, contact.OrderCount > 0));
    }

    private static Task<HttpResponseMessage> MoveAsync(HttpClient client, Guid order, string status) =>
        client.PostAsJsonAsync($"/api/orders/{order}/update-status", new UpdateOrderStatusRequest { Status = status }, Cancelled);

    private async Task<(HttpClient Client, OrderView Order)> OrderAsync(bool undoFirst = false)
    {
        var client = await api.SignedInAsync();
        var shop = await OneShop.OpenAsync(api, phone: $"+234803{Interlocked.Increment(ref phones)}");
        if (undoFirst)
        {
            using var undone = await client.PostAsync($"/api/orders/decisions/{shop.DecisionId}/undo", null, Cancelled);
            Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        }

        return (client, (await client.GetFromJsonAsync<OrderView>($"/api/orders/{shop.OrderId}", Cancelled))!);
    }

    [GeneratedRegex("<(.*)>; rel=\"next\"")]
    private static partial Regex Address();
}
