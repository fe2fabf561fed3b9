using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.Channels;
using HaloAgent.Conversations;
using HaloAgent.Messaging;
using HaloAgent.UnitTests.Guided;
using Microsoft.Extensions.Options;
using Xunit;

namespace HaloAgent.UnitTests.Conversations;

/// <summary>What ends a turn before any brain.</summary>
public sealed class TurnGatesTests
{
    private readonly ScriptedShop shop = ScriptedShop.Kitchen();

    [Theory]
    [InlineData("please stop", "messaging me")]
    [InlineData("pls do not contact", "me again")]
    [InlineData("hello", "STOP")]
    public async Task A_wish_for_silence_is_heard_in_one_message_and_in_pieces(params string[] burst)
    {
        var (reply, tools) = await PassAsync(burst);

        Assert.Equal((Answerers.ConsentGate, "opt_out"), (reply!.Brain, reply.Understood.Intent));
        Assert.Contains(nameof(OptOutCall), tools.Calls);
    }

    [Theory]
    [InlineData("is there a bus", "stop near you?")]
    [InlineData("send me the menu", "and any more messages about rice")]
    [InlineData("STOP", "START")]
    public async Task What_is_none_goes_on_to_a_brain(params string[] burst)
    {
        var (reply, tools) = await PassAsync(burst);

        Assert.Null(reply);
        Assert.Empty(tools.Calls);
    }

    private async Task<(BrainReply? Reply, ScriptedTools Tools)> PassAsync(string[] burst)
    {
        var tools = new ScriptedTools(shop.Business, Guid.CreateVersion7(), Guid.CreateVersion7(), () => shop.Now);
        var conversation = new ConversationSnapshot(
            Guid.CreateVersion7(), shop.Business.Id, Guid.CreateVersion7(), Guid.CreateVersion7(), Channel.WhatsappTwilio, "", "", 1, HeldByPerson: false, null, null, "en",
            OptedOut: false, null, null, 0, AnsweredBefore: true, null, new AgentPace([], []));
        var context = new TurnContext
        {
            TurnId = Guid.CreateVersion7(),
            ConversationId = conversation.Id,
            Business = shop.Business,
            Catalogue = [],
            Contact = new TurnContact(conversation.ContactId, null, "en", null, null, 0),
            Channel = conversation.Channel,
            Messages = [.. burst.Select((text, i) => new TurnMessage(i + 1, MessageContent.OfText(text), [], null))],
            Memory = WorkingMemory.Empty,
            Now = shop.Now,
            FirstContact = false,
        };
        var gates = new TurnGates(new PaceGate(Options.Create(new AgentOptions()), TimeProvider.System));
        return (await gates.PassAsync(new ClaimedTurn(context.TurnId, conversation, [], shop.Now, 1, null), context, tools, default), tools);
    }
}
