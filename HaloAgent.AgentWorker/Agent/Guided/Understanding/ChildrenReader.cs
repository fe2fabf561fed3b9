using System.Globalization;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Gathers, clause by clause, for whom something is wanted: girls, boys, children, grown-ups, and how old the children are.</summary>
/// <param name="sizes">"4-5 years" is an age, too: where a size was asked for.</param>
internal sealed class ChildrenReader(Tongue tongue, FoldedText folded, bool sizes = false)
{
    private static readonly (string Key, Who Who)[] Keys = [("child", Who.Child), ("twins", Who.Twins), ("adult", Who.Adult), ("female", Who.Female), ("male", Who.Male)];

    /// <summary>"<b>One</b> for my little girl of 3"</summary>
    private const int FarthestCount = 5;

    private readonly HashSet<string> joiners = [.. tongue.Lexicon.Joiners];
    private readonly HashSet<string> eachWords = [.. tongue.Lexicon.Each];
    private readonly QuantityReader quantities = new(tongue.Lexicon);
    private readonly List<SaidPerson> people = [];
    private readonly List<SaidAge> ages = [];
    private readonly List<int> cuts = [];
    private readonly List<(int Start, int End)> clauses = [];
    private bool each;

    /// <summary>The clause with its ages as tokens of their own.</summary>
    public Clause Take(Clause clause)
    {
        var heard = PeopleIn(clause.Tokens);
        var marked = clause with { Tokens = tongue.Ages.Mark(sizes ? AgeReader.MarkSizes(clause.Tokens, folded.Text) : clause.Tokens, folded.Text) };
        AddAges(marked.Tokens, heard);
        people.AddRange(heard);
        cuts.AddRange(marked.Tokens.Where(token => token.Is(TokenKind.Break) || joiners.Contains(token.Text)).Select(token => token.Start));
        cuts.Add(clause.End);
        clauses.Add((clause.Start, clause.End));
        // "Every boy one set"
        each |= marked.Tokens.Any(token => eachWords.Contains(token.Text)) || quantities.EachOf(marked.Tokens, []) is { Count: 1 };
        return marked;
    }

    public ChildrenSaid Result() => new(people, ages, cuts, clauses, each);

    private List<SaidPerson> PeopleIn(IReadOnlyList<Token> tokens)
    {
        List<SaidPerson> found = [];
        for (var at = 0; at < tokens.Count; at++)
        {
            foreach (var (key, who) in Keys)
            {
                if (tongue.Patterns.BestAt(key, tokens, at) is { } match) found.Add(new SaidPerson(who, tokens[at].Start, tokens[match.End - 1].End));
            }
        }

        return found;
    }

    private void AddAges(IReadOnlyList<Token> tokens, List<SaidPerson> heard)
    {
        var sexed = heard.Where(person => person.Sex is not null).ToList();
        var from = int.MinValue;
        bool? follow = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens[at].Is(TokenKind.Age)) continue;
            var age = tokens[at];
            // "My 5 year old son" before "the girl don clock 3": what stands right behind it is surest. "3 years for the girl, 6 for the boy"
            var next = tokens.Skip(at + 1).FirstOrDefault(token => token.Is(TokenKind.Age))?.Start ?? int.MaxValue;
            follow ??= !sexed.Exists(person => person.At < age.End);
            var behind = at + 1 < tokens.Count ? sexed.Find(person => person.At == tokens[at + 1].Start || (follow == true && person.At > age.Start && person.At < next)) : null;
            var said = behind ?? sexed.FindLast(person => person.At >= from && person.At < age.End);
            var sex = said?.Sex;
            var twins = heard.Exists(person => person.Who == Who.Twins && person.At >= from && person.At < age.End) ? 2 : 1;
            ages.Add(new SaidAge((int)age.Value, sex, twins, age.Start, sex is not null || heard.Exists(person => person.Who is Who.Child or Who.Female or Who.Male)) { Count = CountBefore(tokens, at), To = ToOf(age) });
            from = behind?.End ?? age.End;
        }
    }

    private static int? ToOf(Token age) => age.Text.Length == 0 ? null : int.Parse(age.Text, CultureInfo.InvariantCulture) * SaidAge.MonthsOfYear;

    private static int? CountBefore(IReadOnlyList<Token> tokens, int age)
    {
        for (var at = age - 1; at >= 0 && age - at <= FarthestCount; at--)
        {
            if (tokens[at].MayCount) return (int)tokens[at].Value;
            if (!tokens[at].Is(TokenKind.Word)) return null;
        }

        return null;
    }
}

internal enum Who
{
    Child,
    Twins,
    Adult,
    Female,
    Male,
}

/// <summary>Somebody who is spoken of, between these places of the folded text.</summary>
internal sealed record SaidPerson(Who Who, int At, int End)
{
    public Sex? Sex => Who switch { Who.Female => Understanding.Sex.Female, Who.Male => Understanding.Sex.Male, _ => null };
}

/// <param name="Cuts">Where words stop to belong together: commas, joiners, ends of sentences.</param>
/// <param name="Each">"One each": so many as there are children.</param>
internal sealed record ChildrenSaid(IReadOnlyList<SaidPerson> People, IReadOnlyList<SaidAge> Ages, IReadOnlyList<int> Cuts, IReadOnlyList<(int Start, int End)> Clauses, bool Each);
