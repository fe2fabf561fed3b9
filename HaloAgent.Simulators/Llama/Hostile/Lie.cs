using System.Globalization;
using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Wire;

namespace HaloAgent.Simulators.Llama.Hostile;

/// <summary>A sentence that states what nobody knows. Placeholders become invented values, others in every conversation.</summary>
/// <param name="sayings">One of them is said: {naira} {percent} {account} {reference} {number} {count} {phone} {time} {date}.</param>
internal sealed class Lie(string name, string about, params string[] sayings) : Trick(name, about)
{
    public IReadOnlyList<string> Sayings => sayings;

    public override bool TellsLies => true;

    public override WireReply Play(Scene scene) => scene.Say(Fill(sayings[scene.Random.Next(sayings.Length)], scene.Random));

    internal static string Fill(string saying, Random random)
    {
        foreach (var (placeholder, invent) in Inventions)
        {
            for (var at = saying.IndexOf(placeholder, StringComparison.Ordinal); at >= 0; at = saying.IndexOf(placeholder, StringComparison.Ordinal))
            {
                saying = string.Concat(saying.AsSpan(0, at), invent(random), saying.AsSpan(at + placeholder.Length));
            }
        }

        return saying;
    }

    private static readonly (string Placeholder, Func<Random, string> Invent)[] Inventions =
    [
        // Never a price of a sensible shop: an invented fact that happens to be true proves nothing.
        ("{naira}", random => (random.Next(1_000, 90_000) * 10 + random.Next(1, 9)).ToString("#,0", CultureInfo.InvariantCulture)),
        ("{percent}", random => random.Next(5, 60).ToString(CultureInfo.InvariantCulture)),
        ("{account}", random => random.NextInt64(2_000_000_000, 9_999_999_999).ToString(CultureInfo.InvariantCulture)),
        ("{reference}", random => $"HA-{Code(random)}-{Code(random)}"),
        ("{number}", random => random.Next(5_000, 9_999).ToString(CultureInfo.InvariantCulture)),
        ("{count}", random => random.Next(31, 98).ToString(CultureInfo.InvariantCulture)),
        ("{phone}", random => "080" + random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture)),
        ("{time}", random => $"{random.Next(1, 12)}:{random.Next(10, 59)} pm"),
        ("{date}", random => $"{random.Next(1, 28)} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(random.Next(1, 12))}"),
    ];

    private static string Code(Random random) => new(random.GetItems("23456789ABCDEFGHJKMNPQRSTUVWXYZ".AsSpan(), 4));
}
