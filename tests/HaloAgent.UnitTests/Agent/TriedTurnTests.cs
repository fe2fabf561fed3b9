using HaloAgent.AgentWorker.Agent;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.Channels;
using HaloAgent.Messaging;
using HaloAgent.UnitTests.Guided;
using Xunit;

namespace HaloAgent.UnitTests.Agent;

public sealed class TriedTurnTests
{
    private static readonly ScriptedShop Shop = ScriptedShop.Kitchen();

    private static readonly TurnContext Turn = new()
    {
        TurnId = Guid.CreateVersion7(),
        ConversationId = Guid.CreateVersion7(),
        Business = Shop.Business,
        Catalogue = [],
        Contact = new TurnContact(Guid.CreateVersion7(), null, "en", null, null, 0),
        Spoken = new SpokenLanguage("en", "en", 0.8, Asked: false),
        Channel = Channel.WhatsappTwilio,
        Messages = [],
        Memory = WorkingMemory.Empty,
        Now = Shop.Now,
        FirstContact = false,
    };

    [Fact]
    public void The_models_use_of_all_runs_is_added_up_and_what_was_understood_is_the_last_runs()
    {
        var first = TriedTurn.After(null, Turn, Journal("Add", new ModelUse("llama", 1, 700, 20, 300, 0.001m)));
        var second = TriedTurn.After(first, Turn, Journal("Place", null));
        var third = TriedTurn.After(second, Turn, Journal(null, new ModelUse("other", 2, 100, 5, 200, 0.002m)));

        Assert.Equal(new ModelUse("llama, other", 3, 800, 25, 500, 0.003m), third.Model);
        Assert.Equal(("en", 0.8, "Place"), (third.Language, third.LanguageConfidence, third.Understood!.Intent));
    }

    [Fact]
    public void Another_turns_runs_are_not_counted()
    {
        var other = TriedTurn.After(null, Turn with { TurnId = Guid.CreateVersion7() }, Journal("Add", new ModelUse("llama", 1, 700, 20, 300, 0.001m)));

        Assert.Equal((null, null), TriedTurn.After(other, Turn, Journal(null, null)) is var tried ? (tried.Understood, tried.Model) : default);
    }

    private static ToolJournal Journal(string? intent, ModelUse? model) => new() { Understood = intent is null ? null : new Understood("en", intent, 1), Model = model };
}
