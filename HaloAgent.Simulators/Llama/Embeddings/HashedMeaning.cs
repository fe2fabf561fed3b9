using HaloAgent.Simulators.Llama.Deviations;
using HaloAgent.Simulators.Llama.Scripted;

namespace HaloAgent.Simulators.Llama.Embeddings;

/// <summary>
/// A vector without a model: words and their letters, three by three, each on a place and with a sign that their hash decides, and
/// what they belong to (<see cref="RelatedWords"/>) above all. The same text gets the same vector in every process.
/// </summary>
internal static class HashedMeaning
{
    private const int Dimensions = 384;
    private const float OfLetters = 0.5f;
    private const float OfRelation = 2;

    public static float[] Of(string text)
    {
        var vector = new float[Dimensions];
        var words = Folded.Text(Whole(text)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !RelatedWords.SaysNothing(word)).Distinct().ToList();
        foreach (var word in words)
        {
            Add(vector, word, 1);
            var letters = Letters(word).ToList();
            foreach (var three in letters) Add(vector, three, OfLetters / MathF.Sqrt(letters.Count));
        }

        foreach (var relation in words.Select(RelatedWords.RelationOf).OfType<string>().Distinct()) Add(vector, "relation " + relation, OfRelation);
        return AtLengthOne(vector);
    }

    // Half of a character pair cannot be folded.
    private static string Whole(string text) => string.Concat(text.EnumerateRunes());

    private static IEnumerable<string> Letters(string word)
    {
        var padded = $" {word} ";
        return Enumerable.Range(0, word.Length).Select(at => $"letters {padded.AsSpan(at, 3)}");
    }

    private static void Add(float[] vector, string what, float weight)
    {
        var hash = StableHash.Of(0, what);
        vector[(hash & int.MaxValue) % Dimensions] += hash < 0 ? -weight : weight;
    }

    // A text of which nothing is left still gets a vector, as from any model: one that is near nothing else.
    private static float[] AtLengthOne(float[] vector)
    {
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        if (length == 0)
        {
            vector[0] = length = 1;
        }

        return [.. vector.Select(value => value / length)];
    }
}
