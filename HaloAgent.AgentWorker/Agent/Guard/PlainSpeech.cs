using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guard;

/// <summary>
/// The last check of a sentence that a model worded, after everything known in it was proven: that nothing else is in it. What is not proven
/// may only be made of words that state nothing in any combination (<see cref="Speech"/>), of names of the shop's goods and of what is on record.
/// "Your parcel left our shop this morning" uses no word that a list of lies knows; here none is needed.
/// </summary>
internal sealed class PlainSpeech(FactSheet facts)
{
    private const int Near = 4;
    private const int LongestDoubt = 16;
    private const int BeforeWhether = 2;

    private readonly Speech speech = Speech.For(facts.Context.Contact.Language);
    private readonly HashSet<string> customers = [.. facts.Context.Messages.SelectMany(message => StatementReader.Words(message.Content.Text ?? ""))];
    /// <summary>Where the shop is and is paid, and where orders go; "Welcome to Halo Kitchen" names neither, though its account is named like it.</summary>
    private readonly HashSet<string> places = [.. Words([
        facts.Context.Business.PickupAddress, facts.Context.Business.BankDetails?.Bank, facts.Context.Business.BankDetails?.AccountName,
        .. facts.Orders.SelectMany(order => new[] { order.Address, order.Area }), facts.Cart?.Address, facts.Cart?.Area]).Except(Words([facts.Context.Business.Name]))];

    private readonly HashSet<string> names = Words([facts.Context.Contact.Name, facts.Context.Business.Name]);

    /// <summary>The first word that makes the sentence more than was proven; null: there is none.</summary>
    public string? Strange(ProvenSentence sentence)
    {
        var clauses = Clauses(sentence.Said.Words);
        return clauses.Select(clause => Strange(sentence, clause, isLast: clause.Equals(clauses[^1]))).FirstOrDefault(word => word is not null);
    }

    private string? Strange(ProvenSentence sentence, Range clause, bool isLast)
    {
        var words = sentence.Said.Words.Take(clause).ToList();
        if (speech.Sentences.Contains(string.Join(' ', words.Select(word => word.Text).Where(word => !names.Contains(word))))) return null;

        var (first, allows, doubted) = (clause.Start.Value, Allowed(sentence, words, clause, isLast), Doubted(words));
        for (var at = Math.Max(Opening(words, speech.Requests), Opening(words, speech.Unsure)); at < words.Count; at++)
        {
            if (IsIn(doubted, at)) continue;
            var word = words[at].Text;
            if (sentence.IsProven(first + at) || speech.Neutral.Contains(word) || names.Contains(word) || places.Contains(word) || facts.Goods.Kinds.Contains(word) || sentence.Describes(word) || IsOfAddress(sentence.Said, first + at)) continue;
            if (allows(at) && (sentence.Said.CountAt(first + at) is null || sentence.Asks)) continue;
            if (sentence.Said.CountAt(first + at) is { } count && (sentence.Asks || IsCounted(sentence, first + at, count))) continue;
            return word;
        }

        return null;
    }

    /// <summary>Which words of a clause may stand in it besides those that may stand in every one: the less it states, the more.</summary>
    private Func<int, bool> Allowed(ProvenSentence sentence, List<PlacedWord> words, Range clause, bool isLast)
    {
        var isAnchored = Enumerable.Range(clause.Start.Value, words.Count).Any(sentence.IsAnchor) || words.Any(word => places.Contains(word.Text));
        var speaksOfFacts = sentence.HasAnchor || sentence.Said.Words.Any(word => places.Contains(word.Text));
        bool Frames(int at) => speaksOfFacts && speech.Frame.Contains(words[at].Text);
        bool Asks(int at) => speech.Asked.Contains(words[at].Text) || IsPolite(words[at].Text) || Frames(at);
        // "Chapman full ground, how many you want?" asks only behind its comma.
        if (sentence.IsQuestion && isLast)
        {
            var asked = AskedFor(words);
            return at => Asks(at) || speech.Questions.Contains(words[at].Text) || (IsIn(asked, at) && (speech.Everyday.Contains(words[at].Text) || customers.Contains(words[at].Text)));
        }

        if (sentence.Asks || Opening(words, speech.Requests) > 0) return Asks;
        if (sentence.Denies && isAnchored) return at => Frames(at) || customers.Contains(words[at].Text);
        // "Perfect!" alone agrees to whatever was asked.
        return Opening(words, speech.Unsure) == 0 && (isAnchored || words.Count == 1) ? Frames : at => IsPolite(words[at].Text) || Frames(at);
    }

    /// <summary>"I do not know whether …": of whatever follows it says only that it is not known, and it may name anything, until something else is told.</summary>
    private Range Doubted(List<PlacedWord> words)
    {
        var opening = Opening(words, speech.Unsure);
        if (opening == 0 || words.Count > LongestDoubt) return default;
        var whether = Enumerable.Range(opening, Math.Min(BeforeWhether + 1, words.Count - opening)).Select(at => (At: at, Length: Opening([.. words.Skip(at)], speech.Whether))).FirstOrDefault(found => found.Length > 0);
        // "Whether that contains nuts" tells nothing yet.
        return whether.Length == 0 ? default : whether.At..Turn(words, from: whether.At + whether.Length + 1);
    }

    /// <summary>"Would you like …": what is asked for.</summary>
    private Range AskedFor(List<PlacedWord> words)
    {
        var asking = Enumerable.Range(0, words.Count).Select(at => (At: at, Length: Opening([.. words.Skip(at)], speech.Asking))).FirstOrDefault(found => found.Length > 0);
        return asking.Length == 0 ? default : (asking.At + asking.Length)..Turn(words, from: asking.At + asking.Length);
    }

    private int Turn(List<PlacedWord> words, int from)
    {
        var turn = from < words.Count ? words.FindIndex(from, word => speech.Turns.Contains(word.Text)) : -1;
        return turn < 0 ? words.Count : turn;
    }

    private static bool IsIn(Range range, int at) => at >= range.Start.Value && at < range.End.Value;

    private bool IsPolite(string word) => speech.Courtesy.Contains(word);

    /// <summary>Whether a sentence begins by asking the customer for something.</summary>
    public bool Requests(Said said) => Opening([.. said.Words.SkipWhile(word => word.IsBreak)], speech.Requests) > 0;

    // "2 jollof" is what the cart or an order holds or the shop has; beside an amount it was held against it.
    private bool IsCounted(ProvenSentence sentence, int at, int count)
    {
        var said = sentence.Said;
        if (said.Amounts.Any() || (OrderNumbers.In(said.Text, facts).Contains(OrderNumbers.Plain(said.Words[at].Text)) && facts.HasOrder(OrderNumbers.Plain(said.Words[at].Text))) || IsOfKinds(said, at)) return true;
        var goods = sentence.Named.LastOrDefault(mention => mention.Last < at && at - mention.Last <= Near) ?? sentence.Named.FirstOrDefault(mention => mention.First > at);
        return goods is not null && (goods.Products.Any(product => product.Stock == count || product.Variants.Any(variant => variant.Stock == count))
            || facts.Lines.Any(line => line.Quantity == count && goods.Products.Any(product => product.Id == line.Product)));
    }

    private static bool IsOfKinds(Said said, int at) => at + 1 < said.Words.Count && said.Words[at + 1].Text is "kinds" or "types" or "sizes" or "colours" or "colors" or "options";

    // The 14 of "14 Opebi Road", where that stands on record.
    private bool IsOfAddress(Said said, int at)
    {
        if (!said.Words[at].IsNumber) return false;
        var next = at + 1;
        while (next < said.Words.Count && said.Words[next].IsBreak) next++;
        return next < said.Words.Count && places.Contains(said.Words[next].Text);
    }

    /// <returns>How many words of it are one of these beginnings, the longest; 0: none is.</returns>
    private static int Opening(IReadOnlyList<PlacedWord> words, IReadOnlyList<string> openings) =>
        openings.Select(opening => opening.Split(' ')).Where(opening => PlacedWord.StandAt(words, 0, opening)).Select(opening => opening.Length).DefaultIfEmpty(0).Max();

    private static List<Range> Clauses(IReadOnlyList<PlacedWord> words)
    {
        var clauses = new List<Range>();
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].IsBreak) continue;
            var end = at;
            while (end < words.Count && !words[end].IsBreak) end++;
            clauses.Add(at..end);
            at = end;
        }

        return clauses;
    }

    private static HashSet<string> Words(IEnumerable<string?> texts) => [.. texts.OfType<string>().SelectMany(StatementReader.Words).Where(word => word.Length > 0 && CountWords.Read(word) is null)];
}
