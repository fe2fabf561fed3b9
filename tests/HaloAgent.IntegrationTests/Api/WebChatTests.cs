using System.Net;
using System.Net.Http.Json;
using System.Text;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Data;
using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

public sealed class WebChatTests(ApiHost api) : IClassFixture<ApiHost>
{
    private const string Chat = "/api/public/businesses/halo-kitchen/chat";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitors_message_is_in_the_same_log_as_any_other_and_once()
    {
        using var visitor = await VisitorAsync();
        var message = new ChatMessageRequest { ClientId = Guid.CreateVersion7(), Text = "Good morning 👋🏾" };

        using var first = await visitor.PostAsJsonAsync($"{Chat}/messages", message, Cancelled);
        using var repeated = await visitor.PostAsJsonAsync($"{Chat}/messages", message, Cancelled);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (first.StatusCode, repeated.StatusCode));
        var shown = Assert.Single((await visitor.GetFromJsonAsync<List<ChatMessageView>>($"{Chat}/messages", Cancelled))!);
        Assert.Equal((message.ClientId, "visitor", message.Text), (shown.ClientId, shown.Author, shown.Text));
        var row = await RowAsync(shown.Id);
        Assert.Equal((MessageDirection.Inbound, null), (row.Direction, row.TurnId));
        var sender = api.Services.GetRequiredService<MessageCodec>().Decode(row.Content).Sender!;
        Assert.Equal(("halo-kitchen", null, null), (sender.Account, sender.ProfileName, sender.PhoneNumber));
    }

    [Fact]
    public async Task One_visitor_reads_nothing_of_another_and_cannot_use_up_their_ids()
    {
        using var one = await VisitorAsync();
        using var other = await VisitorAsync();
        var message = new ChatMessageRequest { ClientId = Guid.CreateVersion7(), Text = "secret" };
        (await one.PostAsJsonAsync($"{Chat}/messages", message, Cancelled)).EnsureSuccessStatusCode();

        Assert.Empty((await other.GetFromJsonAsync<List<ChatMessageView>>($"{Chat}/messages", Cancelled))!);

        (await other.PostAsJsonAsync($"{Chat}/messages", message, Cancelled)).EnsureSuccessStatusCode();
        Assert.Single((await other.GetFromJsonAsync<List<ChatMessageView>>($"{Chat}/messages", Cancelled))!);
    }

    [Fact]
    public async Task A_token_is_good_for_the_shop_it_was_made_for_and_only_unchanged()
    {
        using var visitor = await VisitorAsync();
        var token = visitor.DefaultRequestHeaders.GetValues("X-Halo-Visitor").Single();
        using var forged = api.Client();
        forged.DefaultRequestHeaders.Add("X-Halo-Visitor", (token[0] == 'A' ? 'B' : 'A') + token[1..]);
        using var nobody = api.Client();

        await (await visitor.GetAsync(Chat.Replace("halo-kitchen", "ankara-corner", StringComparison.Ordinal) + "/messages", Cancelled)).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await forged.GetAsync($"{Chat}/messages", Cancelled)).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await nobody.GetAsync($"{Chat}/stream", Cancelled)).ProblemAsync(HttpStatusCode.Unauthorized);
        await (await nobody.PostAsync(Chat.Replace("halo-kitchen", "no-such-shop", StringComparison.Ordinal) + "/visitors", null, Cancelled)).ProblemAsync(HttpStatusCode.NotFound);
        await (await visitor.GetAsync($"{Chat}/messages?after=x", Cancelled)).ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("{\"text\":\"x\"}", "clientId")]
    [InlineData("{\"clientId\":\"01a206e2-7c5a-78fe-b2f8-a1a454b59a27\",\"text\":\"\"}", "text")]
    [InlineData("{\"clientId\":\"01a206e2-7c5a-78fe-b2f8-a1a454b59a27\",\"text\":\"a\\u0000\"}", "text")]
    public async Task A_message_that_cannot_be_is_refused_naming_the_field(string body, string field)
    {
        using var visitor = await VisitorAsync();

        using var answer = await visitor.PostAsync($"{Chat}/messages", new StringContent(body, Encoding.UTF8, "application/json"), Cancelled);

        Assert.Contains(field, (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
    }

    [Fact]
    public async Task What_was_not_really_sent_is_not_shown()
    {
        using var visitor = await VisitorAsync();
        (await visitor.PostAsJsonAsync($"{Chat}/messages", new ChatMessageRequest { ClientId = Guid.CreateVersion7(), Text = "hi" }, Cancelled)).EnsureSuccessStatusCode();
        var mine = Assert.Single((await visitor.GetFromJsonAsync<List<ChatMessageView>>($"{Chat}/messages", Cancelled))!);
        foreach (var status in new[] { DeliveryStatus.Queued, DeliveryStatus.Withdrawn, DeliveryStatus.Failed, DeliveryStatus.Sent })
        {
            await ReplyAsync(mine.Id, status);
        }

        var shown = await visitor.GetFromJsonAsync<List<ChatMessageView>>($"{Chat}/messages?after={mine.Id}", Cancelled);

        Assert.Equal(["hi", "reply Sent"], shown!.Select(message => message.Text));
    }

    private async Task<HttpClient> VisitorAsync()
    {
        var client = api.Client();
        using var met = await client.PostAsync($"{Chat}/visitors", null, Cancelled);
        client.DefaultRequestHeaders.Add("X-Halo-Visitor", (await met.Content.ReadFromJsonAsync<VisitorView>(Cancelled))!.Token);
        return client;
    }

    private Task<Message> RowAsync(string id)
    {
        var number = long.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
        return api.UseAsync<HaloDbContext, Message>(db => db.Messages.SingleAsync(m => m.Id == number, Cancelled));
    }

    private async Task ReplyAsync(string to, DeliveryStatus status)
    {
        var question = await RowAsync(to);
        var content = api.Services.GetRequiredService<MessageCodec>().Encode(new MessageEnvelope { Content = MessageContent.OfText($"reply {status}") });
        await api.UseAsync<HaloDbContext, int>(db => db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO message_logs (conversation_id, channel_account_id, kind, content, created_at, direction, author, attempts, delivery_status)
            VALUES ({question.ConversationId}, {question.ChannelAccountId}, 0, {content}, {api.Time.GetUtcNow()}, 1, 1, 1, {(short)status})
            """,
            Cancelled));
    }
}
