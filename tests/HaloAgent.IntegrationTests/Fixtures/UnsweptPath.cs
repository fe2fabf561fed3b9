using HaloAgent.Conversations;
using HaloAgent.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>A message path whose sweeper sleeps: what a test begins by hand nobody else takes up, however slow the machine is.</summary>
public sealed class UnsweptPath(PostgresFixture postgres, GarnetFixture garnet) : IAsyncLifetime
{
    internal WholePath Path { get; } = new(postgres, garnet) { WorkerOptions = { ["Agent:SweepEvery"] = "1.00:00:00" } };

    public ValueTask InitializeAsync() => Path.InitializeAsync();

    public ValueTask DisposeAsync() => Path.DisposeAsync();

    /// <summary>A conversation whose rows no silo of the path looks at: nothing sweeps, and nobody wakes it.</summary>
    internal async Task<Guid> OtherConversationAsync(string text)
    {
        var phone = Path.NewPhone();
        var receive = Path.Database.Services.GetRequiredService<ReceiveMessage>();
        Path.Database.Time.SetUtcNow(TimeProvider.System.GetUtcNow() is var now && now > Path.Database.Now ? now : Path.Database.Now);
        await receive.HandleAsync(new InboundMessage(
            HaloAgent.Channels.Channel.WhatsappTwilio, new MessageSender(Path.Shop.Account.Address, phone.Address, null, "Bisi", phone.Number),
            "SM" + Guid.CreateVersion7().ToString("N"), MessageContent.OfText(text), null, Array.Empty<byte>()));
        var id = phone.ConversationId(Path.Log.Index);
        Assert.Equal(Opening.Opened, await Path.Database.UseAsync<OpenConversation, Opening>(open => open.HandleAsync(id, default)));
        return id;
    }
}
