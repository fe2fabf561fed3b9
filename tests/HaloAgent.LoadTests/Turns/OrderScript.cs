using System.Globalization;

namespace HaloAgent.LoadTests.Turns;

/// <summary>
/// What one customer says: greets, orders two things, answers what the agent asks, says that it is paid, and begins again.
/// Reads the answers only as far as a person must to go on.
/// </summary>
internal sealed class OrderScript(int seed)
{
    private readonly Random random = new(seed);
    private Dictionary<string, int> wanted = [];
    private Step step = Step.Greet;

    /// <summary>Orders that the agent said were placed: product and quantity.</summary>
    public List<IReadOnlyDictionary<string, int>> Placed { get; } = [];

    /// <summary>Answers that led nowhere; the customer begins again.</summary>
    public int Astray { get; private set; }

    /// <summary>What is being said: how many bubbles answer it is learned by this.</summary>
    public string Topic => step.ToString();

    public string? LastAstray { get; private set; }

    public string Next() => step switch
    {
        Step.Greet => "Good morning.",
        Step.Order => Order(),
        Step.Pickup => "Pickup please.",
        Step.Confirm => "Yes.",
        _ => "I have paid.",
    };

    public void Hear(string answer)
    {
        step = step switch
        {
            Step.Greet => Step.Order,
            Step.Order or Step.Pickup or Step.Confirm => Follow(answer),
            _ => Step.Greet,
        };
    }

    private string Order()
    {
        var (first, second) = (random.Next(LoadShop.Products.Length), random.Next(LoadShop.Products.Length - 1));
        second += second >= first ? 1 : 0;
        wanted = new() { [LoadShop.Products[first]] = random.Next(1, 6), [LoadShop.Products[second]] = random.Next(1, 6) };
        return string.Create(CultureInfo.InvariantCulture, $"I want {string.Join(" and ", wanted.Select(item => $"{item.Value} {item.Key}"))}.");
    }

    private Step Follow(string answer)
    {
        if (step == Step.Confirm && Has(answer, "reference"))
        {
            Placed.Add(wanted);
            return Step.Paid;
        }

        if (step != Step.Confirm && Has(answer, "confirm"))
        {
            return Step.Confirm;
        }

        if (step == Step.Order && Has(answer, "pick"))
        {
            return Step.Pickup;
        }

        Astray++;
        LastAstray = $"after \"{Next()}\": {answer}";
        return Step.Greet;
    }

    private static bool Has(string answer, string word) => answer.Contains(word, StringComparison.OrdinalIgnoreCase);

    private enum Step
    {
        Greet,
        Order,
        Pickup,
        Confirm,
        Paid,
    }
}
