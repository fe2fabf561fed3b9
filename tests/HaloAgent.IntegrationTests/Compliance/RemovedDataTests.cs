using System.Net;
using System.Net.Http.Json;
using HaloAgent.Compliance;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Orders;
using HaloAgent.Data;
using HaloAgent.IntegrationTests.Api;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace HaloAgent.IntegrationTests.Compliance;

/// <summary>What the Api answers about data that retention has removed.</summary>
public sealed class RemovedDataTests(ApiHost api) : IClassFixture<ApiHost>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_removed_explanation_answers_and_says_that_it_was_removed()
    {
        var shop = await OneShop.OpenAsync(api);
        var began = api.Time.GetUtcNow();
        await api.UseAsync<HaloDbContext, int>(db => db.Database.ExecuteSqlAsync(
            $"UPDATE turns SET completed_at = {began}, brain_reason = 'certain', intent = 'Paid' WHERE id = {shop.TurnId}"));
        api.Time.Advance(TimeSpan.FromDays(91));
        await api.UseAsync<ApplyRetention, int>(apply => apply.HandleAsync(10, Cancelled));
        using var client = await api.SignedInAsync();

        var turn = await client.GetFromJsonAsync<TurnView>($"/api/conversations/{shop.ConversationId}/turns/{shop.TurnId}", Cancelled);

        Assert.Equal((api.Time.GetUtcNow(), null, null), (turn!.ExplanationRemovedAt!.Value, turn.Intent, turn.BrainReason));
        Assert.Equal(["I have paid <b>now</b>"], turn.Heard!);
    }

    [Fact]
    public async Task A_removed_file_is_gone_in_plain_words_and_a_review_says_so()
    {
        var shop = await OneShop.OpenAsync(api, "ankara-corner", "+2348031234568");
        await api.UseAsync<HaloDbContext, int>(db => db.Database.ExecuteSqlAsync(
            $"UPDATE media_assets SET encrypted_bytes = '', removed_at = {api.Time.GetUtcNow()} WHERE id = {shop.MediaId}"));
        using var client = await api.SignedInAsync(ApiHost.OtherOwner);

        using var file = await client.GetAsync($"/api/media/{shop.MediaId}", Cancelled);
        var reviews = await client.GetFromJsonAsync<List<PaymentReviewView>>("/api/orders/payment-reviews", Cancelled);

        Assert.Equal(HttpStatusCode.Gone, file.StatusCode);
        Assert.Contains("no longer kept", (await file.Content.ReadFromJsonAsync<ProblemDetails>(Cancelled))!.Title, StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(reviews!.Single(review => review.OrderId == shop.OrderId).Receipts).RemovedAt);
    }
}
