using System.Net;
using Bunit;
using HaloAgent.Contracts.Contacts;
using HaloAgent.Contracts.Live;
using HaloAgent.Contracts.Orders;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Live;
using HaloAgent.Web.Orders;
using HaloAgent.Web.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.Web.Tests.Orders;

public sealed class OrdersPageTests : WebTest
{
    [Fact]
    public void An_order_shows_number_customer_items_amount_and_state_in_words()
    {
        Api.On("GET /api/orders", new[] { Samples.Order() });

        var page = Render<OrdersPage>();

        page.WaitForAssertion(() => Assert.Contains("#0042", page.Find("[data-item]").TextContent, StringComparison.Ordinal));
        var row = page.Find("[data-item]").TextContent;
        Assert.Contains("Adaeze Okafor", row, StringComparison.Ordinal);
        Assert.Contains("3 × Jollof rice & chicken, 1 × Zobo (50cl)", row, StringComparison.Ordinal);
        Assert.Contains("₦12,800", row, StringComparison.Ordinal);
        Assert.Contains("Payment to confirm", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Before_anything_is_read_the_shape_of_it_stands_there()
    {
        Api.On("GET /api/orders", _ => new TaskCompletionSource<HttpResponseMessage>().Task);

        Assert.NotEmpty(Render<OrdersPage>().FindAll("[aria-busy=true] .mud-skeleton"));
    }

    [Fact]
    public void An_empty_shop_says_what_will_be_here()
    {
        Api.On("GET /api/orders", Array.Empty<OrderView>());

        var page = Render<OrdersPage>();

        page.WaitForAssertion(() => Assert.Equal("No orders yet", page.Find(".empty h2").TextContent));
    }

    [Fact]
    public void A_failed_read_says_so_and_can_be_tried_again()
    {
        Api.On("GET /api/orders", _ => throw ScriptedApi.Away());
        var page = Render<OrdersPage>();
        page.WaitForAssertion(() => Assert.Contains("Can't reach HaloAgent", page.Find(".problem").TextContent, StringComparison.Ordinal));

        Api.On("GET /api/orders", new[] { Samples.Order() });
        page.Find(".problem button").Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".problem")));
        Assert.Single(page.FindAll("[data-item]"));
    }

    [Fact]
    public void Orders_that_nobody_moved_on_can_be_looked_at_by_themselves()
    {
        Api.On("GET /api/orders", new[] { Samples.Order() });
        Services.GetRequiredService<NavigationManager>().NavigateTo("/orders?stuck=true");

        var page = Render<OrdersPage>();
        page.WaitForElement("[data-item]");

        Assert.Equal("?stuck=true&limit=30", Api.AskedFor[^1].Query);
        Assert.Equal("Not moved for hours", page.Find(".chip[aria-current=true]").TextContent);
    }

    [Fact]
    public void The_filter_stands_in_the_address_and_goes_to_the_api()
    {
        Api.On("GET /api/orders", Array.Empty<OrderView>());
        Services.GetRequiredService<NavigationManager>().NavigateTo("/orders?status=paid&q=Ada");

        var page = Render<OrdersPage>();

        page.WaitForAssertion(() => Assert.Equal("No orders found", page.Find(".empty h2").TextContent));
        Assert.Contains("status=paid&q=Ada", Api.AskedFor.Single(asked => asked.Call == "GET /api/orders").Query, StringComparison.Ordinal);
        Assert.Equal("Paid", page.Find(".chip[aria-current=true]").TextContent);
    }

    [Theory]
    [InlineData("Adaeze Okafor", "Orders from Adaeze Okafor")]
    [InlineData(null, "Orders from 0803 123 4567")]
    public void Whose_orders_they_are_is_said_also_of_who_has_none_and_leads_to_the_chat(string? name, string said)
    {
        var contact = Samples.Contact(1, name);
        Api.On("GET /api/contacts/orders", Array.Empty<OrderView>());
        Api.On($"GET /api/contacts/{contact.Id}", new ContactView(contact.Id, contact.Name, contact.PhoneNumber, "en", true, 0, 0, Samples.Now, null) { ConversationId = Samples.Id(3001) });
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/orders?contact={contact.Id}");

        var page = Render<OrdersPage>();

        page.WaitForAssertion(() => Assert.Equal(said, page.Find(".filter-line span").TextContent));
        Assert.Equal($"/chats/{Samples.Id(3001)}", page.Find(".filter-line a").GetAttribute("href"));
    }

    [Fact]
    public async Task What_changed_between_the_first_reading_and_the_line_appears_when_the_line_stands()
    {
        var line = new LiveLine();
        line.Serve(Api);
        Api.On("GET /api/orders", new[] { Samples.Order(42, OrderStatuses.PendingPayment) });
        var page = Render<OrdersPage>();
        page.WaitForAssertion(() => Assert.Contains("Awaiting payment", page.Find("[data-item]").TextContent, StringComparison.Ordinal));
        Api.On("GET /api/orders", new[] { Samples.Order(42, OrderStatuses.Paid) });

        Services.GetRequiredService<LiveFeed>().Start();

        await Until.TrueAsync(() =>
        {
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            return page.Find("[data-item] .status").TextContent.Contains("Paid", StringComparison.Ordinal);
        });
        Assert.Equal(2, Api.Count("GET /api/orders"));
    }

    [Fact]
    public async Task A_change_appears_by_itself()
    {
        var line = new LiveLine();
        line.Serve(Api);
        Api.On("GET /api/orders", new[] { Samples.Order(42, OrderStatuses.PendingPayment) });
        var page = Render<OrdersPage>();
        page.WaitForAssertion(() => Assert.Contains("Awaiting payment", page.Find("[data-item]").TextContent, StringComparison.Ordinal));
        var feed = Services.GetRequiredService<LiveFeed>();
        feed.Start();
        // What changed before the line stood is read when it stands.
        await Until.TrueAsync(() =>
        {
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            return feed.State == LiveState.Live && Api.Count("GET /api/orders") == 2;
        });

        Api.On("GET /api/orders", new[] { Samples.Order(42, OrderStatuses.Paid) });
        await line.SayAsync(LiveEventKinds.OrderChanged, Samples.Id(2042));

        await Until.TrueAsync(() =>
        {
            Clock.Advance(TimeSpan.FromMilliseconds(100));
            return page.Find("[data-item] .status").TextContent.Contains("Paid", StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_session_that_is_over_leads_to_the_sign_in_page_and_back()
    {
        Api.On("GET /api/orders", HttpStatusCode.Unauthorized);
        Api.On("POST /api/auth/refresh", HttpStatusCode.Unauthorized);
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo("/orders?status=paid");

        var page = Render<OrdersPage>();

        page.WaitForAssertion(() => Assert.EndsWith("/sign-in?expired=true&returnUrl=%2Forders%3Fstatus%3Dpaid", navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_state_has_colour_icon_and_word()
    {
        foreach (var status in OrderStatuses.All)
        {
            var chip = Render<StatusChip>(parameters => parameters.Add(chip => chip.Status, status));
            Assert.NotEmpty(chip.FindAll("svg"));
            Assert.DoesNotContain("_", chip.Find(".status").TextContent, StringComparison.Ordinal);
            Assert.True(chip.Find(".status").ClassList.Length > 1);
        }
    }
}
