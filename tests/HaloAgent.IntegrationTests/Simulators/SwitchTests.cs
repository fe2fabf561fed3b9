using System.Net;
using System.Net.Http.Json;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>Every fault that can be ordered does what its name says, and only as often as ordered.</summary>
public class SwitchTests
{
    [Theory]
    [InlineData("429", 429, 20429)]
    [InlineData("500", 500, 20500)]
    [InlineData("21610", 400, 21610)]
    [InlineData("63016", 400, 63016)]
    public async Task A_refusal_is_answered_as_often_as_ordered_and_nothing_is_accepted(string mode, int status, int code)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.SwitchAsync(new { to = SimulatedTwilio.Customer, mode, times = 2 });

        for (var time = 0; time < 2; time++)
        {
            using var refused = await twilio.SayHelloAsync();
            Assert.Equal(status, (int)refused.StatusCode);
            Assert.Equal(code, (await SimulatedTwilio.JsonAsync(refused)).GetProperty("code").GetInt32());
        }

        Assert.Empty(await twilio.ReceivedAsync());
        using var accepted = await twilio.SayHelloAsync();
        Assert.Equal(HttpStatusCode.Created, accepted.StatusCode);
    }

    [Fact]
    public async Task A_switch_of_one_customer_leaves_the_others_alone()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.SwitchAsync(new { to = "+2348030000101", mode = 500 });

        using var hit = await twilio.SayHelloAsync();
        using var spared = await twilio.SayHelloAsync("whatsapp:+2348050000102");

        Assert.Equal(HttpStatusCode.InternalServerError, hit.StatusCode);
        Assert.Equal(HttpStatusCode.Created, spared.StatusCode);
    }

    [Fact]
    public async Task Taken_back_switches_are_off()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.SwitchAsync(new { mode = "500" });
        using var cleared = await twilio.Http.DeleteAsync("/twilio/switches", TestContext.Current.CancellationToken);

        using var response = await twilio.SayHelloAsync();
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task Too_many_requests_can_name_the_time_to_wait()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.SwitchAsync(new { mode = "429", retryAfter = 7, times = 1 });

        using var response = await twilio.SayHelloAsync();
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_hanging_request_is_never_answered_and_never_accepted()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.SwitchAsync(new { mode = "hang" });
        twilio.Twilio.Timeout = TimeSpan.FromMilliseconds(400);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => twilio.SayHelloAsync());
        Assert.Empty(await twilio.ReceivedAsync());
    }

    [Fact]
    public async Task A_dropped_connection_hides_a_message_that_was_accepted_and_is_called_back()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.SwitchAsync(new { mode = "drop-after-accept", times = 1 });

        await Assert.ThrowsAsync<HttpRequestException>(() => twilio.SayHelloAsync());

        Assert.Equal("Hello", Assert.Single(await twilio.ReceivedAsync()).GetProperty("body").GetString());
        var callbacks = await twilio.Api.TakeAsync(4);
        Assert.Equal(["queued", "sent", "delivered", "read"], callbacks.Select(callback => callback["MessageStatus"]));
    }

    [Fact]
    public async Task Callbacks_can_overtake_the_201()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.SwitchAsync(new { mode = "callback-before-201" });

        using var response = await twilio.SayHelloAsync();

        Assert.Equal(["queued", "sent", "delivered"], twilio.Api.Requests.Take(3).Select(callback => callback["MessageStatus"]));
        Assert.Equal("queued", (await SimulatedTwilio.SentAsync(response)).GetProperty("status").GetString());
        await twilio.Api.TakeAsync(4);
        Assert.Equal("read", twilio.Api.Requests[3]["MessageStatus"]);
    }

    [Fact]
    public async Task Callbacks_can_come_backwards_while_the_message_stays_at_its_furthest_status()
    {
        await using var twilio = await SimulatedTwilio.StartAsync("--Simulators:ReadReceipts=Shown");
        await twilio.SwitchAsync(new { mode = "out-of-order" });
        using var response = await twilio.SayHelloAsync();

        var callbacks = await twilio.Api.TakeAsync(3);

        Assert.Equal(["delivered", "sent", "queued"], callbacks.Select(callback => callback["MessageStatus"]));
        Assert.All(callbacks, IndependentSignature.AssertValid);
        Assert.Equal("delivered", Assert.Single(await twilio.ReceivedAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task Callbacks_can_be_left_out()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.SwitchAsync(new { mode = "no-callbacks", times = 1 });
        using var silent = await twilio.SayHelloAsync();
        var silentSid = (await SimulatedTwilio.SentAsync(silent)).GetProperty("sid").GetString();
        using var told = await twilio.SayHelloAsync();

        var callbacks = await twilio.Api.TakeAsync(4);
        Assert.DoesNotContain(callbacks, callback => callback["MessageSid"] == silentSid);
    }

    [Fact]
    public async Task A_failure_can_come_after_the_201()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.SwitchAsync(new { mode = "fail-async", errorCode = 63049 });
        using var response = await twilio.SayHelloAsync();
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);

        var callbacks = await twilio.Api.TakeAsync(3);

        Assert.Equal(["queued", "sent", "undelivered"], callbacks.Select(callback => callback["MessageStatus"]));
        Assert.Equal("63049", callbacks[2]["ErrorCode"]);
        Assert.Equal(63049, Assert.Single(await twilio.ReceivedAsync()).GetProperty("errorCode").GetInt32());
    }

    [Theory]
    [InlineData("explode", 1, "mode")]
    [InlineData("500", 0, "times")]
    public async Task A_switch_that_does_not_exist_is_refused_by_name(string mode, int times, string field)
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var response = await twilio.Http.PostAsJsonAsync("/twilio/switches", new { mode, times }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.True((await SimulatedTwilio.JsonAsync(response)).GetProperty("errors").TryGetProperty(field, out _));
    }
}
