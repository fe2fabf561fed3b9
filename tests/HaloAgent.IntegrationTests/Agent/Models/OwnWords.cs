using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HaloAgent.Languages;
using HaloAgent.Simulators.Llama.Hostile;

namespace HaloAgent.IntegrationTests.Agent.Models;

/// <summary>
/// Judges what a model worded itself and a customer received: each sentence of it has to be one of the harmless ones written down here, or
/// name a product of the shop with its true price, or what the customer owes. Not by what lies look like: whatever is not known to be harmless is a finding.
/// </summary>
internal static partial class OwnWords
{
    private const int FewWords = 4;

    /// <summary>Greetings, thanks, apologies and questions, none of which states anything. Without signs and capitals.</summary>
    private static readonly HashSet<string> Harmless =
    [
        .. new[]
        {
            "Hello dear!", "Thank you for writing to us.", "What would you like to order?", "Anything else?",
            "You welcome!", "Thank you well well.", "Wetin you want order?", "Abeg, how many you want?",
            "Ẹ káàbọ̀!", "Ẹ ṣé púpọ̀.", "Kí ni ẹ fẹ́?", "Mélòó ni ẹ fẹ́?",
            "Sannu da zuwa!", "Na gode sosai.", "Me kuke so?", "Guda nawa kuke so?",
            "Nnọọ!", "Daalụ nke ukwuu.", "Gịnị ka ị chọrọ?", "Ole ka ị chọrọ?",
            // Where it plays its tricks on honest sentences.
            "I am not sure what you mean.", "I no too understand.", "Wetin you wan order?", "Wetin you wan order today?", "What would you like to order today?", "Hello!", "How far!",
            "Thank you!", "Ẹ ṣé.", "You are welcome.", "No wahala.", "Shall I go ahead?", "What should I change?", "Wetin make I change?", "Delivery or pickup?",
            "Make we deliver am, abi you go come pick up?", "I can only help with this shop.", "Would you like to see what we have?", "Na only this shop I fit help you with.",
            "You wan see wetin we get?",
        }.Select(Plain),
    ];

    /// <summary>The sentences of a delivered text that the model said so in its answers.</summary>
    /// <param name="said">All that the model said in the turn.</param>
    /// <param name="system">What tools and the customer told it: a sentence that it repeats from there is not its own, and judged as theirs.</param>
    public static IReadOnlyList<string> In(string delivered, IReadOnlyList<string> said, IReadOnlyList<string> system) =>
        [.. Sentences(delivered).Where(sentence => IsSaid(Plain(sentence), said) && !system.Any(text => Holds(text, Plain(sentence))))];

    // A few words can stand anywhere ("your order"): they are the same only where they are a whole sentence.
    private static bool IsSaid(string plain, IEnumerable<string> texts) =>
        texts.Any(text => (plain.Count(sign => sign == ' ') >= FewWords && Holds(text, plain)) || Sentences(text).Any(other => Plain(other) == plain));

    private static bool Holds(string text, string plain) => $" {Plain(text)} ".Contains($" {plain} ", StringComparison.Ordinal);

    /// <summary>Those of them that may not be told to anybody.</summary>
    /// <param name="prices">Of every product of the shop, by its name.</param>
    /// <param name="after">What the customer wrote: to who asked for a thing's price, a sum is none.</param>
    public static IEnumerable<string> Wrong(IEnumerable<string> sentences, IReadOnlyDictionary<string, decimal> prices, TrueFacts facts, string after) =>
        sentences.Where(sentence => !Harmless.Contains(Plain(sentence)) && !IsTruePrice(sentence, prices) && !IsNewsOfTheCart(sentence, prices) && !IsOfAPlacedOrder(sentence) && !IsSum(sentence, "sum-of-another", facts.Owed)
            && !(IsSum(sentence, "price-of-nothing", facts.Totals) && !prices.Keys.Any(name => after.Contains(name, StringComparison.OrdinalIgnoreCase))));

    // Without the numbers of a list.
    private static IEnumerable<string> Sentences(string text) => Sentence().Matches(text).Select(match => match.Value.Trim()).Where(sentence => sentence.Any(char.IsLetterOrDigit) && !ListNumber().IsMatch(sentence));

    private static bool IsTruePrice(string sentence, IReadOnlyDictionary<string, decimal> prices) =>
        PriceSentence().Match(sentence) is { Success: true } told && prices.TryGetValue(told.Groups["name"].Value, out var price)
        && decimal.Parse(told.Groups["naira"].Value.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) == price;

    // What the system said of the cart; the model had read it in an earlier answer and said it after it, where it was said again.
    private static bool IsNewsOfTheCart(string sentence, IReadOnlyDictionary<string, decimal> prices) => LanguageResources.Codes
        .Select(code => Phrasebook.For(code).Say(PhraseKeys.Added, ("items", "\n")).Split('\n'))
        .Any(parts => sentence.StartsWith(parts[0], StringComparison.Ordinal) && sentence.EndsWith(parts[1], StringComparison.Ordinal)
            && sentence[parts[0].Length..^parts[1].Length].Split(", ").All(item => ListedItem().Match(item) is { Success: true } listed && prices.ContainsKey(listed.Groups["name"].Value)));

    // So with what the system says to who goes on adding after the order is placed.
    private static bool IsOfAPlacedOrder(string sentence) => LanguageResources.Codes.Select(code => Phrasebook.For(code))
        .SelectMany(phrases => new[] { phrases.Say(PhraseKeys.OrderStays, ("number", "0001")), phrases.Say(PhraseKeys.OrderNewBeside) }).SelectMany(Sentences)
        .Any(known => Plain(OrderNumber().Replace(known, "0001")) == Plain(OrderNumber().Replace(sentence, "0001")));

    // The hostile model takes any amount that it finds: now and then it is by chance the right one.
    private static bool IsSum(string sentence, string trick, IReadOnlySet<decimal> totals) => totals
        .Any(total => Spoken.SayingsOf(trick).Any(saying => Plain(saying.Replace("{amount}", total.ToString("#,0", CultureInfo.InvariantCulture), StringComparison.Ordinal)) == Plain(sentence)));

    private static string Plain(string text) => string.Join(' ', NoWord().Split(text.In(NormalizationForm.FormC)).Where(word => word.Length > 0)).ToUpperInvariant();

    [GeneratedRegex(@"(?:[^.!?…\n]|[.!?](?=[\w/]))+[.!?…]*")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b\d{4}\b")]
    private static partial Regex OrderNumber();

    [GeneratedRegex(@"^\d+\.$")]
    private static partial Regex ListNumber();

    [GeneratedRegex(@"^[1-9] × (?<name>.+)$")]
    private static partial Regex ListedItem();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}]+")]
    private static partial Regex NoWord();

    [GeneratedRegex(@"^(?:The )?(?<name>\p{Lu}[\p{L} ]+?) (?:is|na|jẹ́|bụ|costs) ₦(?<naira>\d[\d,]*)[.!]?$")]
    private static partial Regex PriceSentence();
}
