using System.Net;
using System.Text;
using HaloAgent.Contacts;
using HaloAgent.IntegrationTests.Fixtures;
using HaloAgent.Messaging;
using HaloAgent.Simulators.Twilio;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Channels;

/// <summary>What comes in by Twilio's webhook: proven or refused, and all of it kept.</summary>
[Collection(MessagePathCollection.Name)]
public sealed class TwilioWebhookTests(WholePath path)
{
    private readonly string sid = "SM" + Guid.CreateVersion7().ToString("N");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("bm90IHJpZ2h0")]
    public async Task Without_the_right_signature_it_is_403_and_nothing_is_stored(string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/whatsapp") { Content = new FormUrlEncodedContent(Form(path.NewPhone())) };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        }

        using var answer = await path.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await StoredAsync());
    }

    [Fact]
    public async Task The_signature_is_over_the_configured_public_address_and_not_over_what_a_proxy_made_of_it()
    {
        var form = Form(path.NewPhone());
        using var other = new HttpClient { BaseAddress = new Uri($"http://localhost:{path.ApiAddress.Port}") };
        using var signedByHost = await PostAsync(other, form, $"http://localhost:{path.ApiAddress.Port}/webhooks/whatsapp");
        Assert.Equal(HttpStatusCode.Forbidden, signedByHost.StatusCode);
        Assert.Equal(0, await StoredAsync());

        using var signedPublicly = await PostAsync(other, form, path.PublicBase + "/webhooks/whatsapp");
        Assert.Equal(HttpStatusCode.OK, signedPublicly.StatusCode);
        Assert.Equal(1, await StoredAsync());
    }

    [Fact]
    public async Task A_forged_status_callback_changes_nothing()
    {
        using var answer = await path.Http.PostAsync("/webhooks/whatsapp/status?m=1", new FormUrlEncodedContent([new("MessageSid", sid), new("MessageStatus", "failed")]));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("application/json", """{"MessageSid":"SM1"}""")]
    [InlineData("text/plain", "hello")]
    [InlineData("application/x-www-form-urlencoded", "")]
    [InlineData("application/x-www-form-urlencoded", "Body=a%00b")]
    public async Task Whatever_nobody_signed_is_refused_as_not_signed(string type, string body)
    {
        using var answer = await path.Http.PostAsync("/webhooks/whatsapp", new StringContent(body, Encoding.UTF8, type));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_signed_and_no_form_is_told_what_it_should_be()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/whatsapp") { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Twilio-Signature", HaloAgent.Simulators.Twilio.TwilioSignature.Compute(WholePath.AuthToken, path.PublicBase + "/webhooks/whatsapp", []));

        using var answer = await path.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData("MessageSid")]
    [InlineData("From")]
    [InlineData("To")]
    public async Task A_missing_field_is_named(string field)
    {
        var form = Form(path.NewPhone());
        form.Remove(field);

        using var answer = await path.PostAsync(form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(field, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await StoredAsync());
    }

    [Fact]
    public async Task More_than_the_limit_is_refused_before_it_is_read()
    {
        var form = Form(path.NewPhone(), ("Body", new string('x', 2_000_000)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/whatsapp") { Content = new FormUrlEncodedContent(form) };
        request.Headers.ExpectContinue = true;
        using var answer = await path.Http.SendAsync(request);
        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge });
        Assert.Equal(0, await StoredAsync());
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "100 kB", string.Concat(Enumerable.Repeat("0123456789", 10_000)) },
        { "100 kB of emoji", "x" + string.Concat(Enumerable.Repeat("😀", 50_000)) },
        { "empty", "" },
        { "spaces", " \t\r\n " },
        { "zero width", "\u200b\u200d\ufeff2\u200b jollof\u2060" },
        { "right to left", "\u202e\u0627\u0644\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd\u202c" },
        { "combining", "Z\u0351\u036b\u0343\u036a\u0302\u036b\u033d\u034f\u0334\u0319\u0324\u031e\u0349\u035a\u032f\u031e\u0320\u034dA\u036b\u0357\u0334\u0362" },
        { "SQL", "'); DROP TABLE message_logs; --" },
        { "HTML", "<script>alert(1)</script><img src=x onerror=alert(1)>" },
        { "format", "{0} {name} %s %n ${jndi:ldap://x} {{7*7}}" },
        { "broken UTF-8", "caf\ufffd\ufffd" },
        { "yoruba", "Ẹ káàárọ̀, ẹ jọ̀ọ́ mo fẹ́ ra ọ̀gẹ̀dẹ̀ ₦" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Whatever_is_written_is_kept_as_it_is_and_answered(string what, string text)
    {
        Assert.NotEmpty(what);
        var phone = path.NewPhone();
        using var answer = await path.PostAsync(Form(phone, ("Body", text), ("ProfileName", text.Length > 1000 ? text[..1000] : text)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var heard = await phone.HearAsync(all => all.Count > 0);
        var row = Assert.Single(await path.Log.InboundAsync(phone.ConversationId(path.Log.Index)));
        Assert.Equal(text.Length > MessageContent.MaxText ? WholeCharacters(text) : text, row.Text);
        Assert.StartsWith("You said:", heard[0], StringComparison.Ordinal);
        Assert.All(heard, part => Assert.True(part.Length <= 1600));
    }

    [Fact]
    public async Task A_zero_character_is_refused_whole_and_bytes_that_are_no_text_do_no_harm()
    {
        using var zero = await path.PostAsync(Form(path.NewPhone(), ("Body", "a\0b")));
        Assert.Equal(HttpStatusCode.BadRequest, zero.StatusCode);
        Assert.Equal(0, await StoredAsync());

        // Raw bytes that are no UTF-8: whatever they are read as, the signature cannot fit, and nothing breaks.
        using var raw = new HttpRequestMessage(HttpMethod.Post, "/webhooks/whatsapp") { Content = new ByteArrayContent([.. "Body=%FF%FE%C0&From="u8, 0xFF, 0xC3, 0x28]) };
        raw.Content.Headers.ContentType = new("application/x-www-form-urlencoded");
        raw.Headers.Add("X-Twilio-Signature", "bm90IHJpZ2h0");
        using var refused = await path.Http.SendAsync(raw);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Everything_that_the_form_can_carry_is_translated_and_kept()
    {
        var phone = path.NewPhone();
        await SendAsync(phone, ("Body", "here"), ("MessageType", "location"), ("Latitude", "6.6018"), ("Longitude", "3.3515"), ("Label", "Home"), ("Address", "12 Adeniyi Jones"));
        await SendAsync(phone, ("Body", "Yes please"), ("ButtonText", "Yes please"), ("ButtonPayload", "yes-1"), ("MessageType", "button"));
        await SendAsync(phone, ("Body", "Jollof"), ("ListId", "row-2"), ("ListTitle", "Jollof"), ("MessageType", "interactive"));
        await SendAsync(phone, ("Body", "this one"), ("OriginalRepliedMessageSid", "SM0123"), ("OriginalRepliedMessageSender", path.Shop.Account.Address));
        await SendAsync(phone, ("Body", "look"), ("Forwarded", "true"), ("FrequentlyForwarded", "true"));
        await SendAsync(
            phone, ("Body", "saw your ad"), ("ReferralHeadline", "Jollof Friday"), ("ReferralBody", "Half price"), ("ReferralSourceUrl", "https://fb.me/1"),
            ("ReferralSourceId", "120"), ("ReferralSourceType", "ad"), ("ReferralCtwaClid", "click-9"));
        await SendAsync(phone, ("Body", ""), ("MessageType", "sticker"), ("NumMedia", "1"), ("MediaUrl0", "https://elsewhere.example/1"), ("MediaContentType0", "image/webp"));
        await SendAsync(phone, ("Body", ""), ("MessageType", "something-new"));

        // Messages that come close upon each other may be answered together.
        await phone.HearAsync(all => all.Count >= 1);
        var rows = (await path.Log.InboundAsync(phone.ConversationId(path.Log.Index))).ConvertAll(row => row.Content);
        Assert.Equal((MessageKind.Location, new SharedLocation(6.6018, 3.3515, "Home", "12 Adeniyi Jones")), (rows[0].Kind, rows[0].Location));
        Assert.Equal((MessageKind.Button, "yes-1", "Yes please"), (rows[1].Kind, rows[1].ChoiceId, rows[1].Text));
        Assert.Equal((MessageKind.ListChoice, "row-2", "Jollof"), (rows[2].Kind, rows[2].ChoiceId, rows[2].Text));
        Assert.Equal("SM0123", rows[3].QuotedProviderId);
        Assert.True(rows[4].Forwarded);
        Assert.Equal(new AdReferral("Jollof Friday", "Half price", "https://fb.me/1", "120", "ad", "click-9"), rows[5].Referral);
        Assert.Equal(MessageKind.Sticker, rows[6].Kind);
        Assert.Equal(MessageKind.Unsupported, rows[7].Kind);
    }

    [Theory]
    [InlineData("image/png", "image", MessageKind.Image, "iVBORw0KGgo=", "image/png")]
    [InlineData("audio/ogg; codecs=opus", "audio", MessageKind.Voice, "T2dnUwAC", "audio/ogg")]
    [InlineData("application/pdf", "document", MessageKind.Document, "JVBERi0xLjQ=", "application/pdf")]
    [InlineData("image/png", "image", MessageKind.Image, "JVBERi0xLjQ=", "application/pdf")]
    public async Task Media_are_fetched_from_twilio_and_kept_as_what_they_are(string announced, string type, MessageKind kind, string bytes, string stored)
    {
        var phone = path.NewPhone();
        Assert.NotEmpty(type);
        await phone.SendAsync(new { from = phone.Address, to = path.Shop.Account.Address, body = "", media = new[] { new { data = bytes, contentType = announced } } });

        await phone.HearAsync(all => all.Count >= 1);
        var row = Assert.Single(await path.Log.InboundAsync(phone.ConversationId(path.Log.Index)));
        Assert.Equal(kind, row.Content.Kind);
        Assert.Equal(stored, await path.Log.ScalarAsync<string>("SELECT content_type FROM media_assets WHERE message_id = $1", row.Id));
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest/meta-data", "not WhatsApp's")]
    [InlineData("file:///etc/passwd", "not WhatsApp's")]
    [InlineData("not an address", "no address")]
    public async Task Media_from_anywhere_else_are_not_fetched_and_that_is_said(string url, string problem)
    {
        var phone = path.NewPhone();
        path.Brain.Teach(phone.ConversationId(path.Log.Index), (turn, _, _) => Task.FromResult(ScriptedBrain.Say(turn, "Problem: " + turn.Messages[0].Files.Single().Problem)));
        await SendAsync(phone, ("Body", ""), ("NumMedia", "1"), ("MediaUrl0", url), ("MediaContentType0", "image/png"));

        Assert.Contains(problem, Assert.Single(await phone.HearAsync(all => all.Count >= 1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_hides_the_phone_is_a_customer_like_any_other_and_stays_the_same_when_the_number_shows()
    {
        var scoped = "whatsapp:NG." + Random.Shared.NextInt64(1_000_000_000, 9_999_999_999);
        var hidden = new TwilioPhone(path.Simulators, path.Shop.Account.Address, scoped["whatsapp:".Length..]);
        var open = path.NewPhone();

        await SendAsync(hidden, ("Body", "I hide"), ("ExternalUserId", scoped));
        await hidden.HearAsync(all => all.Count == 1);
        await SendAsync(open, ("Body", "now you see me"), ("ExternalUserId", scoped));
        await open.HearAsync(all => all.Count == 1);

        Assert.Null((await path.Log.InboundAsync(hidden.ConversationId(path.Log.Index)))[0].Sender!.PhoneNumber);
        Assert.Equal(
            1L, await path.Log.ScalarAsync<long>(
                "SELECT count(DISTINCT contact_id) FROM conversations WHERE id = ANY($1)",
                (Guid[])[hidden.ConversationId(path.Log.Index), open.ConversationId(path.Log.Index)]));
    }

    [Fact]
    public async Task Whoever_shows_a_number_that_the_shop_knows_as_somebody_elses_is_answered_all_the_same()
    {
        var scoped = "whatsapp:NG." + Random.Shared.NextInt64(1_000_000_000, 9_999_999_999);
        var hidden = new TwilioPhone(path.Simulators, path.Shop.Account.Address, scoped["whatsapp:".Length..]);
        var open = path.NewPhone();
        await SendAsync(hidden, ("Body", "I hide"), ("ExternalUserId", scoped));
        await hidden.HearAsync(all => all.Count == 1);
        var known = Contact.Create(path.Shop.Id, "Bisi", PhoneNumber.Parse(open.Number), path.Log.Index, path.Database.Now);
        await path.Database.SaveAsync(known);

        await SendAsync(open, ("Body", "now you see me"), ("ExternalUserId", scoped));

        await open.HearAsync(all => all.Count == 1);
        Assert.Equal(open.Number, await path.Database.ReadAsync(async db => (await db.Contacts.SingleAsync(contact => contact.Id == known.Id)).PhoneNumber));
    }

    [Fact]
    public async Task A_message_to_a_number_that_no_shop_owns_is_kept_and_wakes_nobody()
    {
        var stranger = new TwilioPhone(path.Simulators, "whatsapp:+14150000000", path.NewPhone().Number);
        using var answer = await path.PostAsync(Form(stranger, ("To", "whatsapp:+14150000000")));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await Eventually.IsTrueAsync(
            async () => await path.Log.ScalarAsync<long>("SELECT count(*) FROM message_logs WHERE provider_message_id = $1 AND turn_id IS NOT NULL", sid) == 1,
            "it is marked as unrouted");
        Assert.Empty(await stranger.ReceivedAsync());
    }

    private async Task SendAsync(TwilioPhone phone, params (string Name, string Value)[] fields)
    {
        using var answer = await path.PostAsync(Form(phone, [("MessageSid", "SM" + Guid.CreateVersion7().ToString("N")), .. fields]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Dictionary<string, string> Form(TwilioPhone phone, params (string Name, string Value)[] fields)
    {
        var form = new Dictionary<string, string>
        {
            ["MessageSid"] = sid,
            ["From"] = phone.Address,
            ["To"] = path.Shop.Account.Address,
            ["Body"] = "hello",
            ["NumMedia"] = "0",
            ["ProfileName"] = "Bisi",
        };
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        return form;
    }

    private static string WholeCharacters(string text) =>
        char.IsHighSurrogate(text[MessageContent.MaxText - 1]) ? text[..(MessageContent.MaxText - 1)] : text[..MessageContent.MaxText];

    private static async Task<HttpResponseMessage> PostAsync(HttpClient http, Dictionary<string, string> form, string signedUrl)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/whatsapp") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(TwilioSignature.Header, TwilioSignature.Compute(WholePath.AuthToken, signedUrl, form));
        return await http.SendAsync(request);
    }

    private Task<long> StoredAsync() => path.Log.ScalarAsync<long>("SELECT count(*) FROM message_logs WHERE provider_message_id = $1", sid);
}
