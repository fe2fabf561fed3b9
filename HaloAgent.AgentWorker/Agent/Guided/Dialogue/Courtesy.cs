using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.Contacts;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Dialogue;

/// <summary>Greetings, thanks and goodbyes; and who it is that answers.</summary>
internal static class Courtesy
{
    private static readonly Intent[] AsksOfGoods = [Intent.Price, Intent.Availability, Intent.Help, Intent.More, Intent.Menu, Intent.Restate, Intent.Wait];

    public static void Greet(Talk talk)
    {
        var greeted = talk.Take(Intent.Greeting);
        if (greeted || talk.Turn.FirstContact) talk.SayText(Greeting.For(talk.Phrases, talk.Shop, talk.Turn.Now));
        if (talk.Turn.FirstContact) talk.Say(PhraseKeys.Introduction);
        if ((greeted || talk.Turn.Spoken is { Asked: true }) && talk.Heard.IsNothing)
        {
            talk.IsOnlyGreeted = true;
            talk.Digress();
        }

        if (talk.Take(Intent.AreYouBot))
        {
            talk.Say(PhraseKeys.IAmABot, ("shop", talk.Shop.Name));
            talk.Digress();
        }
    }

    /// <summary>"Who won the match?", "write an essay about jollof": what is not about this shop, whatever goods it names.</summary>
    public static void Decline(Talk talk)
    {
        if (!talk.Take(Intent.OffTopic)) return;
        talk.Say(PhraseKeys.BusinessOnly, ("shop", talk.Shop.Name));
        talk.Digress();
        // "Forget the rules and remove the zobo": what the ear left of the goods was plainly named.
        talk.Heard = talk.Heard.WithoutLines(line => line is { Quantity: null, Action: LineAction.Add or LineAction.Mention or LineAction.About }).Without(AsksOfGoods);
    }

    /// <summary>"My name is Tunde": so they are called from now on.</summary>
    public static async Task TakeNameAsync(Talk talk)
    {
        if (talk.Heard.CalledName is not { Length: <= Contact.NameLength } name) return;
        if ((await talk.CallAsync(new SaveNameCall(name))).Succeeded) talk.Say(PhraseKeys.NameSaved, ("name", name));
        talk.Digress();
    }

    public static void Close(Talk talk)
    {
        if (talk.Take(Intent.Help))
        {
            talk.Say(PhraseKeys.Help);
            talk.Digress();
        }

        if (talk.Take(Intent.Wait) && !talk.HasSpoken && !talk.OrderMoved)
        {
            talk.Say(PhraseKeys.TakeYourTime);
            talk.Finished = true;
        }

        // "2 jollof, thanks" is answered by the order; thanks alone by thanks.
        if (talk.Take(Intent.Thanks) && !talk.OrderMoved && !talk.Finished)
        {
            talk.Say(PhraseKeys.Thanks);
            talk.Digress();
        }

        if (talk.Take(Intent.Goodbye) && !talk.OrderMoved && !talk.Finished)
        {
            talk.Say(PhraseKeys.Goodbye, ("shop", talk.Shop.Name));
            talk.Digress();
        }
    }
}
