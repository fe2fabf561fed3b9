using HaloAgent.AgentWorker.Agent.Guided.Dialogue;
using HaloAgent.AgentWorker.Agent.Guided.Understanding;
using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.Contacts;
using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Llama.Tools;

/// <summary>What a customer may say about themselves, their data and their points.</summary>
internal static class ContactModelTools
{
    public static readonly ModelTool SaveName = new(
        "save_name", "Remembers what the customer wants to be called.", [new("name", "string", "")],
        (talk, arguments) =>
        {
            var name = arguments.Text("name")!;
            return name.Length > Contact.NameLength || !talk.Talk.Text.Contains(name, StringComparison.OrdinalIgnoreCase)
                ? Task.FromResult(talk.Refuse("That name is not in the customer's words."))
                : SayAsync(talk, new SaveNameCall(name), PhraseKeys.NameSaved, ("name", name));
        });

    public static readonly ModelTool SetLanguage = new(
        "set_language", "The customer wants to be answered in another language.", [new("language", "string", "", OneOf: LanguageResources.Codes)],
        async (talk, arguments) =>
        {
            var language = arguments.Choice("language");
            var set = await talk.Talk.CallAsync(new SetLanguageCall(language));
            if (!set.Succeeded) return set.Failure.Sentence;
            talk.Talk.Speak(language);
            talk.Talk.Keep(TurnLanguage.AskedSlot, language);
            return await talk.DoAsync(ModelTalk.Nothing, said => Say(said, PhraseKeys.LanguageChanged));
        });

    // A wish for silence that is plain is heard before any model is asked (TurnGates). What only a model takes for one mutes nobody: the
    // customer is told the word that does.
    public static readonly ModelTool HowToStop = new(
        "stop_messages", "The customer wants no more messages from this shop at all: tells them how to stop them.", [],
        (talk, _) => talk.DoAsync(ModelTalk.Nothing, said => Say(said, PhraseKeys.HowToStop, ("shop", said.Shop.Name))));

    public static readonly ModelTool Offers = new(
        "set_offers", "Whether the customer wants offers and news from the shop.", [new("wanted", "boolean", "")],
        async (talk, arguments) => arguments.Truth("wanted") switch
        {
            null => talk.Refuse("wanted must be true or false."),
            false => await SayAsync(talk, new SetMarketingConsentCall(false), PhraseKeys.OffersOff),
            true when talk.Talk.Asked == Asked.Offers && await talk.AnsweredAsync(SureQuestion.TakeAsync) is { } answered => answered,
            true => talk.Refuse("Not set: the customer has to agree.") + " " + await talk.DoAsync(ModelTalk.Nothing, AskForOffersAsync),
        });

    public static readonly ModelTool Data = new(
        "request_my_data", "The customer wants a copy of the data the shop has of them, or wants it deleted.", [new("kind", "string", "", OneOf: ["copy", "delete"])],
        (talk, arguments) => talk.DoAsync(arguments.Choice("kind") == "delete" ? Intent.DataDelete : Intent.DataCopy, PersonalData.TakeAsync));

    public static readonly ModelTool Points = new(
        "loyalty_points", "Tells the customer how many points they have, or takes them off the order.", [new("use", "boolean", "true if they want to use them", Required: false)],
        (talk, arguments) => talk.DoAsync(arguments.Truth("use") == true ? Intent.UsePoints : Intent.Points, Rewards.TakeAsync));

    private static async Task<string> SayAsync<TResult>(ModelTalk talk, IToolCall<TResult> call, string key, params (string Name, object? Value)[] values)
    {
        var done = await talk.Talk.CallAsync(call);
        return done.Succeeded ? await talk.DoAsync(ModelTalk.Nothing, said => Say(said, key, values)) : done.Failure.Sentence;
    }

    private static Task AskForOffersAsync(Talk talk)
    {
        SureQuestion.AskForOffers(talk);
        return Task.CompletedTask;
    }

    private static Task Say(Talk talk, string key, params (string Name, object? Value)[] values)
    {
        talk.Say(key, values);
        talk.Digress();
        return Task.CompletedTask;
    }
}
