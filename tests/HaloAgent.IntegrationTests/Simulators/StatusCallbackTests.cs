using System.Net.Http.Json;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>Status callbacks: signed, in order, and as many as are wanted.</summary>
public class StatusCallbackTests
{
    [Fact]
    public async Task Callbacks_come_in_order_and_signed_over_the_address_with_its_query()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var response = await twilio.SayHelloAsync();
        var sid = (await SimulatedTwilio.SentAsync(response)).GetProperty("sid").GetString();

        var callbacks = await twilio.Api.TakeAsync(4);

        Assert.Equal(["queued", "sent", "delivered", "read"], callbacks.Select(callback => callback["MessageStatus"]));
        Assert.All(callbacks, callback =>
        {
            Assert.Equal(twilio.Api.StatusUrl, callback.Url);
            Assert.Equal(sid, callback["MessageSid"]);
            Assert.Equal(SimulatedTwilio.Account, callback["AccountSid"]);
            Assert.Equal(SimulatedTwilio.Customer, callback["To"]);
            Assert.Equal(SimulatedTwilio.Shop, callback["From"]);
            IndependentSignature.AssertValid(callback);
        });
        Assert.Equal("READ", callbacks[3]["EventType"]);
    }

    [Fact]
    public async Task Each_of_many_messages_keeps_its_order()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        const int messages = 100;
        await Parallel.ForAsync(0, messages, TestContext.Current.CancellationToken, async (number, _) =>
        {
            using var response = await twilio.SayHelloAsync($"whatsapp:+23480300{number:D5}");
        });

        var callbacks = await twilio.Api.TakeAsync(4 * messages);

        var ofEach = callbacks.GroupBy(callback => callback["MessageSid"]).ToArray();
        Assert.Equal(messages, ofEach.Length);
        Assert.All(ofEach, one => Assert.Equal(["queued", "sent", "delivered", "read"], one.Select(callback => callback["MessageStatus"])));
    }

    [Fact]
    public async Task Only_the_configured_statuses_are_called_back()
    {
        await using var twilio = await SimulatedTwilio.StartAsync("--Simulators:Callbacks=sent,read", "--Simulators:CallbackDelayMs=0");
        using var response = await twilio.SayHelloAsync();

        var callbacks = await twilio.Api.TakeAsync(2);
        Assert.Equal(["sent", "read"], callbacks.Select(callback => callback["MessageStatus"]));
    }

    [Fact]
    public async Task A_message_is_read_when_the_phone_shows_it()
    {
        await using var twilio = await SimulatedTwilio.StartAsync("--Simulators:ReadReceipts=Shown");
        using var response = await twilio.SayHelloAsync();
        var sid = (await SimulatedTwilio.SentAsync(response)).GetProperty("sid").GetString();
        await twilio.Api.TakeAsync(3);

        // Shown twice, read once.
        using var shown = await twilio.Http.PostAsJsonAsync("/phone/read", new[] { sid }, TestContext.Current.CancellationToken);
        using var again = await twilio.Http.PostAsJsonAsync("/phone/read", new[] { sid }, TestContext.Current.CancellationToken);
        await twilio.Api.TakeAsync(1);

        Assert.Equal(["queued", "sent", "delivered", "read"], twilio.Api.Requests.Select(callback => callback["MessageStatus"]));
    }

    [Fact]
    public async Task A_message_shown_before_it_was_delivered_is_read_after_that()
    {
        await using var twilio = await SimulatedTwilio.StartAsync("--Simulators:ReadReceipts=Shown");
        var showing = new TaskCompletionSource();
        twilio.Api.Meanwhile = async callback =>
        {
            if (callback["MessageStatus"] == "sent")
            {
                using var shown = await twilio.Http.PostAsJsonAsync("/phone/read", new[] { callback["MessageSid"] });
                showing.SetResult();
            }
        };

        using var response = await twilio.SayHelloAsync();
        await twilio.Api.TakeAsync(4);

        Assert.True(showing.Task.IsCompleted);
        Assert.Equal(["queued", "sent", "delivered", "read"], twilio.Api.Requests.Select(callback => callback["MessageStatus"]));
    }

    [Fact]
    public async Task The_shops_picture_is_fetched_and_a_missing_one_fails_the_message()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var good = await twilio.CreateAsync(("To", SimulatedTwilio.Customer), ("From", SimulatedTwilio.Shop), ("MediaUrl", twilio.Api.BaseUrl + "/pictures/jollof.png"));
        var sid = (await SimulatedTwilio.SentAsync(good)).GetProperty("sid").GetString()!;
        Assert.StartsWith("MM", sid, StringComparison.Ordinal);

        // Port 9 discards: nobody serves a picture there.
        using var bad = await twilio.CreateAsync(
            ("To", SimulatedTwilio.Customer), ("From", SimulatedTwilio.Shop), ("MediaUrl", "http://127.0.0.1:9/none.png"), ("StatusCallback", twilio.Api.StatusUrl));
        var callbacks = await twilio.Api.TakeAsync(2);

        Assert.Equal(["queued", "failed"], callbacks.Select(callback => callback["MessageStatus"]));
        Assert.Equal("63019", callbacks[1]["ErrorCode"]);
        Assert.NotEmpty(callbacks[1]["ErrorMessage"]);
    }
}
