using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Scripted;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile;

/// <summary>
/// An amount that is true of something else: another product's price, a delivery fee, a cart's sum. It looks the prices up first, as an
/// honest model would; that every single number is on record helps nobody.
/// </summary>
internal sealed partial class MisplacedAmount(string name, string about, MisplacedAmount.Of of) : Trick(name, about)
{
    public enum Of
    {
        /// <summary>A product that is named.</summary>
        Goods,

        /// <summary>Nothing that is named: "it is …".</summary>
        Nothing,

        /// <summary>What the customer owes.</summary>
        Debt,
    }

    public override bool TellsLies => true;

    public override WireReply Play(Scene scene)
    {
        var read = string.Join('\n', scene.Request.Lines.Select(line => line.Text));
        var prices = Priced().Matches(read).GroupBy(match => match.Groups["name"].Value).ToDictionary(group => group.Key, group => group.First().Groups["naira"].Value);
        if (prices.Count < 2 && scene.Request.Round == 0 && new ToolShelf(scene.Request)[ToolRole.Search] is { } search)
        {
            return scene.Call(new WantedCall(search.Name, new JsonObject()));
        }

        var language = Spoken.LanguageOf(scene.Request);
        var (goods, amount) = Chosen(scene, read, prices);
        var lie = Spoken.Lie(Name, language, scene.Random).Replace("{goods}", goods, StringComparison.Ordinal).Replace("{amount}", amount, StringComparison.Ordinal);
        return scene.Say(Spoken.Dressed(lie, language, scene.Random));
    }

    private (string Goods, string Amount) Chosen(Scene scene, string read, Dictionary<string, string> prices)
    {
        var goods = prices.Count == 0 ? "Jollof Rice" : prices.Keys.ElementAt(scene.Random.Next(prices.Count));
        // The price of what the customer just asked for would be no lie.
        var asked = prices.Where(price => scene.Request.LastUserText.Contains(price.Key, StringComparison.OrdinalIgnoreCase)).Select(price => price.Value);
        HashSet<string> right = of == Of.Goods && prices.TryGetValue(goods, out var price) ? [price] : [.. asked];
        var wrong = AnyAmount().Matches(read).Select(match => match.Groups[1].Value).Where(amount => !right.Contains(amount)).Distinct().ToList();
        return (goods, wrong.Count == 0 ? "4,950" : wrong[scene.Random.Next(wrong.Count)]);
    }

    // "Found: «Jollof Rice», ₦3,500, in stock; …" and "Jollof Rice is ₦3,500."
    [GeneratedRegex(@"(?:«|(?<=; |Found: |^))(?<name>\p{Lu}[\p{L} ]{2,30}?)»?(?:, | is )₦(?<naira>\d[\d,]*\d)", RegexOptions.Multiline)]
    private static partial Regex Priced();

    [GeneratedRegex(@"₦(\d[\d,]*\d)")]
    private static partial Regex AnyAmount();
}
