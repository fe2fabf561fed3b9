using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>Media of inbound messages: behind basic auth, by a redirect to an expiring address, until they are deleted.</summary>
public class MediaTests
{
    private static readonly byte[] _picture = "\u0089PNG picture"u8.ToArray();

    [Fact]
    public async Task A_picture_is_had_with_credentials_by_a_redirect_that_needs_none()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        var url = await SendPictureAsync(twilio);

        using var redirect = await twilio.Twilio.GetAsync(url, TestContext.Current.CancellationToken);
        using var picture = await twilio.Http.GetAsync(redirect.Headers.Location, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.TemporaryRedirect, redirect.StatusCode);
        Assert.StartsWith("/cdn/", redirect.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Equal("image/png", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal(_picture, await picture.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_credentials_or_with_a_changed_signature_there_is_no_picture()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        var url = await SendPictureAsync(twilio);
        using var redirect = await twilio.Twilio.GetAsync(url, TestContext.Current.CancellationToken);
        var forged = redirect.Headers.Location!.OriginalString[..^1] + "x";

        using var stranger = await twilio.Http.GetAsync(url, TestContext.Current.CancellationToken);
        using var forger = await twilio.Http.GetAsync(forged, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, forger.StatusCode);
    }

    [Fact]
    public async Task A_deleted_picture_is_gone()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        var url = await SendPictureAsync(twilio);

        using var deleted = await twilio.Twilio.DeleteAsync(url + ".json", TestContext.Current.CancellationToken);
        using var gone = await twilio.Twilio.GetAsync(url, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_deleted_message_takes_its_picture_with_it()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        var url = await SendPictureAsync(twilio);
        using var redirect = await twilio.Twilio.GetAsync(url, TestContext.Current.CancellationToken);

        using var deleted = await twilio.Twilio.DeleteAsync(url[..url.IndexOf("/Media/", StringComparison.Ordinal)] + ".json", TestContext.Current.CancellationToken);
        using var gone = await twilio.Http.GetAsync(redirect.Headers.Location, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task The_media_of_a_message_are_listed_and_described()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        var url = await SendPictureAsync(twilio);
        var list = url[..url.LastIndexOf('/')] + ".json";

        using var listed = await twilio.Twilio.GetAsync(list, TestContext.Current.CancellationToken);
        using var described = await twilio.Twilio.GetAsync(url + ".json", TestContext.Current.CancellationToken);

        var one = Assert.Single((await SimulatedTwilio.JsonAsync(listed)).GetProperty("media_list").EnumerateArray());
        Assert.Equal("image/png", one.GetProperty("content_type").GetString());
        Assert.Equal(one.GetProperty("sid").GetString(), (await SimulatedTwilio.JsonAsync(described)).GetProperty("sid").GetString());
    }

    [Fact]
    public async Task An_uploaded_voice_note_travels_like_a_picture()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var content = new ByteArrayContent(_picture);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("audio/ogg; codecs=opus");
        using var upload = await twilio.Http.PostAsync("/phone/media?name=note.ogg", content, TestContext.Current.CancellationToken);
        var id = (await SimulatedTwilio.JsonAsync(upload)).GetProperty("id").GetString();

        await twilio.InboundAsync(new { from = SimulatedTwilio.Customer, media = new[] { new { id } } });

        var webhook = Assert.Single(await twilio.Api.TakeAsync(1));
        Assert.Equal(("audio", "1", ""), (webhook["MessageType"], webhook["NumMedia"], webhook["Body"]));
        Assert.StartsWith("MM", webhook["MessageSid"], StringComparison.Ordinal);
        using var redirect = await twilio.Twilio.GetAsync(webhook["MediaUrl0"], TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, redirect.StatusCode);
    }

    [Fact]
    public async Task A_forged_media_address_is_passed_on_unchanged()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        await twilio.InboundAsync(new { from = SimulatedTwilio.Customer, media = new[] { new { url = "http://169.254.169.254/latest", contentType = "image/png" } } });

        Assert.Equal("http://169.254.169.254/latest", Assert.Single(await twilio.Api.TakeAsync(1))["MediaUrl0"]);
    }

    [Fact]
    public async Task An_upload_that_does_not_exist_is_refused()
    {
        await using var twilio = await SimulatedTwilio.StartAsync();
        using var response = await twilio.Http.PostAsJsonAsync(
            "/twilio/inbound", new { from = SimulatedTwilio.Customer, media = new[] { new { id = "ME0" } } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    /// <summary>The address that the webhook named.</summary>
    private static async Task<string> SendPictureAsync(SimulatedTwilio twilio)
    {
        await twilio.InboundAsync(new
        {
            from = SimulatedTwilio.Customer,
            body = "my receipt",
            media = new[] { new { contentType = "image/png", data = Convert.ToBase64String(_picture), fileName = "receipt.png" } },
        });
        var webhook = Assert.Single(await twilio.Api.TakeAsync(1));
        Assert.Equal(("image", "1", "image/png"), (webhook["MessageType"], webhook["NumMedia"], webhook["MediaContentType0"]));
        Assert.Matches($"/2010-04-01/Accounts/{SimulatedTwilio.Account}/Messages/{webhook["MessageSid"]}/Media/ME[0-9a-f]{{32}}$", webhook["MediaUrl0"]);
        return webhook["MediaUrl0"];
    }
}
