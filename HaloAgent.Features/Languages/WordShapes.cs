namespace HaloAgent.Languages;

/// <summary>
/// How much a word looks like one of a language: the likelihood of its letters, three by three, as in the words that the language's own
/// data names. For words that no list has.
/// </summary>
internal sealed class WordShapes
{
    private const int Letters = 28;
    private const int Edge = 26;
    private const int Other = 27;
    private const int ShortestWord = 3;

    /// <summary>How much a rarer row of letters leans on the shorter row that is seen more often.</summary>
    private const double Smoothing = 4;

    private readonly float[] likelihood = new float[Letters * Letters * Letters];

    public WordShapes(IEnumerable<string> words)
    {
        var three = new double[Letters * Letters * Letters];
        var two = new double[Letters * Letters];
        var one = new double[Letters];
        foreach (var word in words.Where(word => word.Length >= ShortestWord))
        {
            foreach (var (first, second, third) in Rows(word))
            {
                three[Place(first, second, third)]++;
                two[(second * Letters) + third]++;
                one[third]++;
            }
        }

        Learn(three, two, one);
    }

    /// <summary>The logarithm of the likelihood of the whole word.</summary>
    public double Of(string word)
    {
        var sum = 0f;
        var (first, second) = (Edge, Edge);
        for (var at = 0; at <= word.Length; at++)
        {
            var third = At(word, at);
            sum += likelihood[Place(first, second, third)];
            (first, second) = (second, third);
        }

        return sum;
    }

    private void Learn(double[] three, double[] two, double[] one)
    {
        var all = one.Sum() + Letters;
        for (var first = 0; first < Letters; first++)
        {
            for (var second = 0; second < Letters; second++)
            {
                double seen = 0, after = 0;
                for (var third = 0; third < Letters; third++)
                {
                    seen += three[Place(first, second, third)];
                    after += two[(second * Letters) + third];
                }

                for (var third = 0; third < Letters; third++)
                {
                    var single = (one[third] + 1) / all;
                    var pair = (two[(second * Letters) + third] + (Smoothing * single)) / (after + Smoothing);
                    likelihood[Place(first, second, third)] = (float)Math.Log((three[Place(first, second, third)] + (Smoothing * pair)) / (seen + Smoothing));
                }
            }
        }
    }

    private static IEnumerable<(int First, int Second, int Third)> Rows(string word)
    {
        var (first, second) = (Edge, Edge);
        for (var at = 0; at <= word.Length; at++)
        {
            var third = At(word, at);
            yield return (first, second, third);
            (first, second) = (second, third);
        }
    }

    private static int At(string word, int at) => at == word.Length ? Edge : word[at] is >= 'a' and <= 'z' ? word[at] - 'a' : Other;

    private static int Place(int first, int second, int third) => (((first * Letters) + second) * Letters) + third;
}
