using System.Net;
using System.Net.Http.Json;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Overview;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Api;

public sealed class ConversationEndpointsTests(ApiHost api) : IClassFixture<ApiHost>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chat_is_listed_read_taken_over_answered_and_handed_back()
    {
        var shop = await OneShop.OpenAsync(api);
        using var client = await api.SignedInAsync();
        var path = $"/api/conversations/{shop.ConversationId}";

        var listed = Assert.Single((await client.GetFromJsonAsync<List<ConversationView>>("/api/conversations?filter=attention&q=adaora", Cancelled))!);
        Assert.Equal(("whatsapp_twilio", "asked_for_person", 2, "customer"), (listed.Channel, listed.Attention, listed.UnreadCount, listed.LastAuthor));
        Assert.Equal(api.Time.GetUtcNow().AddHours(24), listed.WindowClosesAt);

        var open = Assert.Single((await client.GetFromJsonAsync<ConversationView>(path, Cancelled))!.Escalations!);
        Assert.Equal(("asked_for_person", "a person please"), (open.Reason, open.Detail));
        await DoAsync(client, $"{path}/read", HttpStatusCode.NoContent);
        await DoAsync(client, $"{path}/take-over", HttpStatusCode.NoContent);
        var held = await client.GetFromJsonAsync<ConversationView>(path, Cancelled);
        Assert.Equal(("Amaka Obi", 0), (held!.HeldBy, held.UnreadCount));
        Assert.Equal(listed.Id, Assert.Single((await client.GetFromJsonAsync<List<ConversationView>>("/api/conversations?filter=held", Cancelled))!).Id);

        var note = new SendMessageRequest { Text = "I am here", ClientId = Guid.CreateVersion7() };
        using var sent = await client.PostAsJsonAsync($"{path}/messages", note, Cancelled);
        using var repeated = await client.PostAsJsonAsync($"{path}/messages", note, Cancelled);
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (sent.StatusCode, repeated.StatusCode));

        var messages = (await client.GetFromJsonAsync<List<MessageView>>($"{path}/messages", Cancelled))!;
        Assert.Equal(["I have paid <b>now</b>", "I am here"], messages.Select(m => m.Content));
        Assert.Equal(["answered", "queued"], messages.Select(m => m.Status));
        Assert.Equal(("outbound", "owner", "Amaka Obi"), (messages[1].Direction, messages[1].Author, messages[1].AuthorName));

        using var suggested = await client.PostAsync($"{path}/suggest-reply", null, Cancelled);
        var draft = await suggested.Content.ReadFromJsonAsync<ReplyDraftView>(Cancelled);
        Assert.Equal("template", draft!.Source);
        Assert.Contains("chatting with a person now", draft.Text, StringComparison.Ordinal);

        await DoAsync(client, $"{path}/hand-back", HttpStatusCode.NoContent);
        await DoAsync(client, $"{path}/resolve", HttpStatusCode.NoContent);
        var back = await client.GetFromJsonAsync<ConversationView>(path, Cancelled);
        Assert.Equal((null, null), (back!.HeldBy, back.Attention));
        Assert.Contains("Amaka Obi: “I am here”", back.HandBack!.Summary, StringComparison.Ordinal);
        var turn = await client.GetFromJsonAsync<TurnView>($"{path}/turns/{shop.TurnId}", Cancelled);
        Assert.Equal("guided", turn!.Brain);
        Assert.Equal(["I have paid <b>now</b>"], turn.Heard!);
    }

    [Fact]
    public async Task The_agents_week_counts_this_shops_turns_and_no_other()
    {
        var shop = await OneShop.OpenAsync(api, phone: "+2348035550077", slug: "ankara-corner");
        using var client = await api.SignedInAsync(ApiHost.OtherOwner);
        var before = (await client.GetFromJsonAsync<AgentWeekView>("/api/overview/agent", Cancelled))!;
        await api.UseAsync<HaloDbContext, int>(db => db.Database.ExecuteSqlAsync(
            $"UPDATE turns SET model = 'llama', model_calls = 2, prompt_tokens = 900, completion_tokens = 100, model_cost = 0.25 WHERE id = {shop.TurnId}"));

        var week = (await client.GetFromJsonAsync<AgentWeekView>("/api/overview/agent", Cancelled))!;

        Assert.Equal((before.Turns, before.WithoutModel - 1), (week.Turns, week.WithoutModel));
        Assert.Equal((900L, 100L, 0.25m, 0), (week.PromptTokens, week.CompletionTokens, week.ModelCostUsd, week.Guarded));
        using var other = await api.SignedInAsync();
        Assert.Equal(0, (await other.GetFromJsonAsync<AgentWeekView>("/api/overview/agent", Cancelled))!.PromptTokens);
    }

    [Fact]
    public async Task A_transcript_is_paged_back_oldest_first_within_a_page()
    {
        var shop = await OneShop.OpenAsync(api, phone: "+2348035550001", slug: "ankara-corner");
        using var client = await api.SignedInAsync(ApiHost.OtherOwner);
        var path = $"/api/conversations/{shop.ConversationId}/messages";
        foreach (var text in new[] { "one", "two", "three" })
        {
            (await client.PostAsJsonAsync(path, new SendMessageRequest { Text = text }, Cancelled)).EnsureSuccessStatusCode();
        }

        using var newest = await client.GetAsync($"{path}?limit=2", Cancelled);
        var next = newest.Headers.GetValues("Link").Single().Split('<', '>')[1];
        var older = await client.GetFromJsonAsync<List<MessageView>>(next, Cancelled);

        Assert.Equal(["two", "three"], (await newest.Content.ReadFromJsonAsync<List<MessageView>>(Cancelled))!.Select(m => m.Content));
        Assert.Equal(["I have paid <b>now</b>", "one"], older!.Select(m => m.Content));
    }

    [Theory]
    [InlineData("{}", "text")]
    [InlineData("{\"text\":\"\"}", "text")]
    [InlineData("{\"text\":\"x\",\"clientId\":\"no\"}", "clientId")]
    public async Task An_empty_message_is_refused(string body, string field)
    {
        using var client = await api.SignedInAsync();

        using var answer = await client.PostAsync(
            $"/api/conversations/{Guid.CreateVersion7()}/messages", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Cancelled);

        Assert.Contains(field, (await answer.ProblemAsync(HttpStatusCode.BadRequest)).Fields());
    }

    private static async Task DoAsync(HttpClient client, string path, HttpStatusCode expected)
    {
        using var answer = await client.PostAsync(path, null, Cancelled);
        Assert.True(answer.StatusCode == expected, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancelled)}");
    }
}
