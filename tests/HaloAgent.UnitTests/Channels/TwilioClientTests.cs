using System.Net;
using System.Text;
using HaloAgent.AgentWorker.Channels;
using HaloAgent.AgentWorker.Channels.Twilio;
using HaloAgent.AgentWorker.Media;
using HaloAgent.Channels.Twilio;
using HaloAgent.Messaging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;

namespace HaloAgent.UnitTests.Channels;

/// <summary>Answers that Twilio does not give, or not to us; the simulator speaks Twilio's wire and so does not give them either.</summary>
public sealed class TwilioClientTests
{
    private static readonly OutboundMessage Hello = new(
        7, Guid.CreateVersion7(), Guid.CreateVersion7(), "whatsapp:+14155238886", "whatsapp:+2348031234567", MessageContent.OfText("hello"), DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{ "sid": "" }""")]
    [InlineData("<html>")]
    public async Task A_taking_without_an_id_leaves_the_outcome_unknown(string body) =>
        Assert.IsType<SendResult.Unknown>(await Sender(new Wire(HttpStatusCode.Created, body)).SendAsync(Hello, default));

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("<html>")]
    public async Task A_list_that_is_none_answers_nothing(string body) =>
        Assert.IsType<LookupResult.NoAnswer>(await Sender(new Wire(HttpStatusCode.OK, body)).FindAsync(Hello, default));

    [Theory]
    [InlineData("https://api.twilio.com/2010-04-01/Media/ME1", true)]
    [InlineData("https://anybody.s3.amazonaws.com/picture", false)]
    public async Task The_accounts_password_goes_to_twilio_only(string address, bool authenticated)
    {
        var wire = new Wire(HttpStatusCode.OK, "x");

        await new TwilioMediaFetcher(new HttpClient(wire), Settings).FetchAsync(new MediaItem(address, "image/png"), default);

        Assert.Equal(authenticated, wire.Asked!.Headers.Authorization is not null);
    }

    private static IOptions<TwilioOptions> Settings { get; } = Options.Create(new TwilioOptions { AccountSid = "AC1", AuthToken = "secret", PublicBaseUrl = new Uri("https://shop.example") });

    private static TwilioSender Sender(Wire wire) => new(new HttpClient(wire), Settings, TimeProvider.System, NullLogger<TwilioSender>.Instance);

    private sealed class Wire(HttpStatusCode status, string body) : HttpMessageHandler
    {
        public HttpRequestMessage? Asked { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked = request;
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") });
        }
    }
}
