namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>
/// Gives the ages that a burst names to the goods they are for, and takes a "gown" for a daughter for the one that is made for children.
/// An age that no size is made for chooses none, and a size is chosen by an age alone: what nobody said is asked.
/// </summary>
internal sealed class ChildrensSizes(ChildrensThings things, ChildrenSaid said)
{
    /// <param name="known">Ages told in earlier messages, for whose children nothing was chosen yet.</param>
    public Heard In(Heard heard, IReadOnlyList<SaidAge> known)
    {
        var lines = Meant(heard.Lines, known);
        var open = lines.Where(IsOpen).ToList();
        var ages = WithSexes(heard.Lines);
        if (open.Count == 0 || ages.Count + known.Count == 0) return heard with { Lines = lines, Ages = [.. known, .. ages] };

        var named = lines;
        lines = WithoutEchoes(lines, open);
        var wanted = open.Select(line => new Wanted(things.SexOf(line.Mention!.Only!.Id), [.. PlacesOf(line, named)])).ToList();
        var shares = Share(ages, wanted);
        var before = Share(known, wanted);
        List<IReadOnlyList<SaidAge>> own = [.. shares.Select((share, i) => share.Count > 0 || IsNamedTwice(open[i], lines) ? share : before[i])];
        // Who only asks for a price may still order for that child.
        HashSet<SaidAge> used = [.. own.Where((_, i) => shares[i].Count > 0 || !open[i].IsAsked).SelectMany(share => share)];
        return heard with
        {
            Lines = [.. lines.SelectMany(line => open.FindIndex(one => ReferenceEquals(one, line)) is >= 0 and var at ? Sized(line, own[at]) : [line])],
            Ages = [.. known.Concat(ages).Where(age => !used.Contains(age))],
        };
    }

    /// <summary>Whose ages are whose: by girl and boy, and where that says too little by what stands beside it.</summary>
    public static IReadOnlyList<IReadOnlyList<SaidAge>> Share(IReadOnlyList<SaidAge> ages, IReadOnlyList<Wanted> lines)
    {
        var shares = lines.Select(_ => new List<SaidAge>()).ToList();
        var ageFirst = ages.Count > 0 && lines.SelectMany(line => line.Places).DefaultIfEmpty(int.MaxValue).Min() > ages.Min(age => age.At);
        foreach (var age in ages)
        {
            var fitting = Enumerable.Range(0, lines.Count).Where(i => age.Fits(lines[i].Sex)).ToList();
            var exact = fitting.Where(i => age.Sex is not null && lines[i].Sex == age.Sex).ToList();
            if (exact.Count > 0) fitting = exact;
            if (fitting.Count == 0) continue;
            shares[fitting.Count == 1 ? fitting[0] : Beside(age, fitting)].Add(age);
        }

        return shares;

        int Beside(SaidAge age, List<int> fitting)
        {
            var places = fitting.SelectMany(i => lines[i].Places.Select(at => (i, at))).OrderBy(place => place.at).ToList();
            // Without places, in the order in which they were ordered.
            if (places.Count == 0) return fitting.Find(i => shares[i].Count == 0) is var free && shares[free].Count == 0 && fitting.Contains(free) ? free : fitting[^1];
            var before = places.Where(place => place.at < age.At).ToList();
            var behind = places.Where(place => place.at > age.At).ToList();
            return ageFirst && behind.Count > 0 ? behind[0].i : before.Count > 0 ? before[^1].i : behind[0].i;
        }
    }

    /// <summary>The sizes for these ages, each with its count; null: it cannot be told how many are for whom.</summary>
    /// <param name="quantity">As ordered; null when no number was said.</param>
    public IReadOnlyList<(IReadOnlyList<CatalogVariant> Variants, int? Count)>? Divide(CatalogItem item, int? quantity, IReadOnlyList<SaidAge> ages)
    {
        // "One for my 3 year old and two for 6 years": the first of them may be the number of the thing itself.
        var counted = ages.Count > 1 && ages.All(age => age.Count is not null) && (quantity is null || quantity == ages.Sum(age => age.Count) || quantity == ages[0].Count);
        var sizes = ages.Select(age => (variants: things.Fitting(item, age), Children: counted ? age.Count!.Value : age.Children)).GroupBy(size => string.Join(' ', size.variants.Select(variant => variant.Id)), size => size, StringComparer.Ordinal)
            .Select(group => (Variants: group.First().variants, Count: (int?)group.Sum(size => size.Children))).ToList();
        var children = sizes.Sum(size => size.Count);
        if (counted) return sizes;
        if (sizes.Count == 1) return [(sizes[0].Variants, quantity is null or 1 && children > 1 && (quantity is null || said.Each) ? children : quantity)];
        return quantity is null || quantity == children || (quantity == 1 && said.Each) ? sizes : null;
    }

    private List<SaidLine> Sized(SaidLine line, IReadOnlyList<SaidAge> ages)
    {
        if (ages.Count == 0) return [line];
        var (mention, item) = (line.Mention!, line.Mention!.Only!);
        var ordered = line.Action is LineAction.Add or LineAction.Set;
        if (ordered && Divide(item, line.Quantity, ages) is { } sizes)
        {
            // One child and no number: as it would be without the age.
            return [.. sizes.Select(size => line with { Mention = mention with { Variants = size.Variants }, Quantity = sizes.Count == 1 && ages is [{ Children: 1 }] ? line.Quantity : size.Count })];
        }

        return [line with { Mention = mention with { Variants = [.. ages.SelectMany(age => things.Fitting(item, age)).Distinct()] } }];
    }

    // "My first girl is 7, the second is 5": with no thing between them they are spoken of in one breath.
    private List<SaidAge> WithSexes(IReadOnlyList<SaidLine> lines)
    {
        List<SaidAge> ages = [];
        foreach (var age in said.Ages)
        {
            var inherits = age.Sex is null && ages is [.., var last] && said.Clauses.Any(clause => IsIn(last.At, clause) && IsIn(age.At, clause))
                && !lines.Any(line => line.Mention is { } mention && mention.At > last.At && mention.At < age.At);
            ages.Add(inherits ? age with { Sex = ages[^1].Sex } : age);
        }

        return ages;
    }

    private List<SaidLine> Meant(IReadOnlyList<SaidLine> lines, IReadOnlyList<SaidAge> known)
    {
        var places = lines.Select(line => line.Mention).OfType<ProductMention>().Where(mention => !mention.IsUnknown).OrderBy(mention => mention.At).ToList();
        return [.. lines.Select(line => line.Mention is { ForChildren.Count: > 0, Variants.Count: 0, UnknownVariant: null } mention && Meant(mention, places, known) is { } meant ? line with { Mention = meant } : line)];
    }

    private ProductMention? Meant(ProductMention mention, List<ProductMention> places, IReadOnlyList<SaidAge> known)
    {
        if (mention.Only is { } only && things.Contains(only.Id)) return null;

        var around = Around(mention, places);
        var mayBe = mention.Candidates.Any(item => things.Contains(item.Id));
        // "One gown and one set for my children"
        if (around.IsNobody && mayBe) around = places.SkipWhile(place => place != mention).Select(place => Around(place, places)).FirstOrDefault(next => !next.IsNobody) ?? around;
        // "For me", or of those whose ages were told before only what may be meant anyway.
        if (!around.AreChildren && (around.AreAdults || !(IsSaidApart(places) || (known.Count > 0 && (mayBe || around.Sexes.Count > 0))))) return null;

        var fitting = mention.ForChildren.Where(item => around.Sexes is not [var sex] || things.SexOf(item.Id) is not { } of || of == sex).ToList();
        return fitting.Count > 0 ? mention with { Candidates = fitting } : null;
    }

    private ForWhom Around(ProductMention mention, List<ProductMention> places)
    {
        var (from, to) = OwnWords(mention, places);
        var people = said.People.Where(person => person.At >= from && person.At < to && !IsInside(person.At, places)).ToList();
        var ages = said.Ages.Where(age => age.At >= from && age.At < to).ToList();
        return new ForWhom(
            people.Exists(person => person.Who is Who.Child or Who.Twins) || ages.Count > 0, people.Exists(person => person.Who == Who.Adult),
            [.. people.Select(person => person.Sex).Concat(ages.Select(age => age.Sex)).OfType<Sex>().Distinct()]);
    }

    // "One gown and one set. The girl is 5, the boy is 3": a sentence of its own is about all of them.
    private bool IsSaidApart(List<ProductMention> places) => said.Clauses.Any(clause => !places.Exists(place => IsIn(place.At, clause))
        && (said.People.Any(person => person.Who is Who.Child or Who.Twins && IsIn(person.At, clause)) || said.Ages.Any(age => IsIn(age.At, clause))));

    private static bool IsIn(int at, (int Start, int End) clause) => at >= clause.Start && at <= clause.End;

    // The "girls" of "girls gown" says nothing about the shirt beside it.
    private static bool IsInside(int at, List<ProductMention> places) => places.Exists(place => at >= place.At && at < place.End);

    // Between two goods, what stands behind the last comma or "and" is said of the second one.
    private (int From, int To) OwnWords(ProductMention mention, List<ProductMention> places)
    {
        var at = places.IndexOf(mention);
        return (at == 0 ? 0 : Cut(places[at - 1], mention), at + 1 == places.Count ? int.MaxValue : Cut(mention, places[at + 1]));

        int Cut(ProductMention one, ProductMention next) => said.Cuts.Where(cut => cut >= one.End && cut < next.At).DefaultIfEmpty(next.At).Max();
    }

    private bool IsOpen(SaidLine line) => line.Mention is { Only: { } only, Variants.Count: 0, UnknownVariant: null } && things.Contains(only.Id);

    // "One gown, one set. The gown is for a girl of 3": named again, it is the same one.
    private static List<SaidLine> WithoutEchoes(List<SaidLine> lines, List<SaidLine> open)
    {
        var echoes = open.Where(line => line.Quantity is null && line.Action is LineAction.Mention or LineAction.Add && open.Exists(other => other.Quantity is not null && IsSame(other, line))).ToList();
        open.RemoveAll(echoes.Contains);
        return [.. lines.Where(line => !echoes.Contains(line))];
    }

    // "Ankara for girls (girls gown), size 6-7 years, one": what was told before is not for the same thing once more.
    private static bool IsNamedTwice(SaidLine line, List<SaidLine> lines) => line.Quantity is null && lines.Exists(other => !ReferenceEquals(other, line) && IsSame(other, line));

    private static IEnumerable<int> PlacesOf(SaidLine line, IReadOnlyList<SaidLine> all) =>
        all.Where(other => ReferenceEquals(other.Mention, line.Mention) || (other.Quantity is null && IsSame(other, line))).Select(other => other.Mention!.At).Append(line.Mention!.At).Distinct();

    private static bool IsSame(SaidLine one, SaidLine other) => one.Mention?.Only is { } only && only.Id == other.Mention?.Only?.Id;

    private sealed record ForWhom(bool AreChildren, bool AreAdults, IReadOnlyList<Sex> Sexes)
    {
        public bool IsNobody => !AreChildren && !AreAdults && Sexes.Count == 0;
    }
}

/// <summary>A thing that is ordered, as far as whose age is whose: for whom it is made, and where it is named.</summary>
internal sealed record Wanted(Sex? Sex, IReadOnlyList<int> Places);
