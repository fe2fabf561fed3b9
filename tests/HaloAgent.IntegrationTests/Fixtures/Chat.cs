using HaloAgent.AgentWorker.Orders;
using HaloAgent.Conversations;
using Xunit;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>A new customer's chat, and a member of the shop who can take it over.</summary>
internal sealed class Chat(WholePath path)
{
    private static readonly Actor Ada = Actor.Member(Guid.CreateVersion7(), "Ada");
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    public TwilioPhone Phone { get; } = path.NewPhone();

    public Guid Id => Phone.ConversationId(path.Log.Index);

    public void Teach(ScriptedBrain.Script script) => path.Brain.Teach(Id, script);

    public Task<List<LoggedMessage>> RepliesAsync() => path.Log.RepliesAsync(Id);

    /// <summary>The next turn places the order and never ends.</summary>
    /// <returns>Set when it is placed.</returns>
    public TaskCompletionSource TeachToPlaceAndHang()
    {
        var placed = new TaskCompletionSource();
        Teach(async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new PlaceOrderCall(), cancel);
            placed.SetResult();
            await Task.Delay(Timeout.Infinite, cancel);
            return ScriptedBrain.Say(turn, "The agent goes on");
        });
        return placed;
    }

    /// <summary>Two jollof in the cart, and the summary shown: a yes places them.</summary>
    public async Task ShowSummaryAsync()
    {
        var jollof = await path.Shop.SellAsync("Jollof", 3500, stock: 100);
        Teach(async (turn, tools, cancel) =>
        {
            await tools.CallAsync(new AddToCartCall(jollof.Id, null, 2), cancel);
            await tools.CallAsync(new ChoosePickupCall(), cancel);
            await tools.CallAsync(new ShowSummaryCall(), cancel);
            return ScriptedBrain.Say(turn, "Shall I place it?");
        });
        await Phone.AskAsync("2 jollof, pickup", "Shall I");
    }

    public Task SendPictureAsync(string words) => Phone.SendAsync(
        new { from = Phone.Address, to = path.Shop.Account.Address, body = words, media = new[] { new { data = Convert.ToBase64String(Png), contentType = "image/png" } } });

    public async Task TakeOverAsync() => Assert.True(
        (await path.UseAsync<TakeOverConversation, Outcome<Guid>>(take => take.HandleAsync(path.Shop.Id, Id, Ada, default))).Succeeded);

    public async Task HandBackAsync(string? note) => Assert.True(
        (await path.UseAsync<ReturnToAgent, Outcome<Guid>>(back => back.HandleAsync(path.Shop.Id, Id, Ada, note, default))).Succeeded);

    public async Task SayAsMemberAsync(string text) => Assert.True(
        (await path.UseAsync<SendMemberMessage, Outcome<long?>>(send => send.HandleAsync(path.Shop.Id, Id, Ada, text, Guid.CreateVersion7(), default))).Succeeded);

    /// <summary>Until everything that the customer wrote is somebody's.</summary>
    public Task ClosedAsync() => Eventually.IsTrueAsync(async () => (await path.Log.InboundAsync(Id)).TrueForAll(row => row.TurnId is not null), "it is closed");
}
