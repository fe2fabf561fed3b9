using HaloAgent.Languages;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Finds an address in a clause, so that its numbers and names are not taken for goods.</summary>
internal sealed class AddressReader(Lexicon lexicon, PatternBook patterns, Vocabulary vocabulary, FoldedText folded)
{
    /// <summary>As far as a count and the name of its thing reach.</summary>
    private const int LongestOrder = 6;

    /// <summary>Words between a house number and its "street".</summary>
    private const int LongestStreet = 4;

    private const int LongestArea = 3;

    /// <summary>Streets have English names in all five languages.</summary>
    public static readonly HashSet<string> StreetWords = ["street", "str", "st", "road", "rd", "avenue", "ave", "close", "crescent", "cres", "drive", "lane", "way", "estate"];
    // Written out: behind words of every day "st" and "rd" may be anything ("2 of the 1st").
    private static readonly HashSet<string> plainStreetWords = ["street", "road", "avenue", "crescent", "close", "lane", "way", "drive", "estate"];
    // Behind one word in small letters also "way", "drive" and "close" may be.
    private static readonly HashSet<string> surestStreetWords = ["street", "road", "avenue", "crescent"];
    private static readonly HashSet<string> houseWords = ["no", "number", "block", "plot", "flat", "house"];

    private readonly HashSet<string> addressWords = [.. lexicon.AddressWords];
    private readonly HashSet<string> continuers = [.. lexicon.Continuers];
    private readonly HashSet<string> otherPlaces = [.. lexicon.OtherPlaces];

    /// <summary>Cuts an announced address ("deliver to …") out of a clause, or a clause that plainly is one.</summary>
    public AddressCut? Cut(IReadOnlyList<Token> tokens, Func<IReadOnlyList<Token>, bool> namesGoods, Func<IReadOnlyList<Token>, bool> ordersGoods, Func<IReadOnlyList<Token>, bool> namesArea)
    {
        if (patterns.Best("address-lead", tokens) is { } lead)
        {
            // "5 Herbert Macaulay Way, Yaba, you go bring am": what leads to nothing follows the address.
            if (lead.End == tokens.Count && Street([.. tokens.Take(lead.First)], namesArea, ordersGoods) is >= 0 and var before) return From(tokens, before, WithoutTail(tokens, before, lead.First, namesArea));

            // "Number 40 Adeola Odeku street make una bring am quick quick because hunger wan wire us": nor does haste.
            List<Token> behind = [.. tokens.Skip(lead.End)];
            if (!IsStreet(behind) && !namesArea(behind) && !namesGoods(behind) && Street([.. tokens.Take(lead.First)], namesArea, ordersGoods) is >= 0 and var told)
            {
                return From(tokens, told, WithoutTail(tokens, told, lead.First, namesArea)) with { After = [], Announced = true };
            }

            var end = EndOf(tokens, lead.End, ordersGoods);
            var text = Written(tokens, lead.End, end);
            var inside = tokens.Skip(lead.End).Take(end - lead.End).ToList();
            // Where "at" and "and" are one word, or "bring me" leads in both: "bring me 2 malt" is no address.
            if (ordersGoods(inside) && !inside.Exists(token => addressWords.Contains(token.Text)))
            {
                // "bring me 2 malt, deliver to 5 Allen": the next one may lead to an address.
                var later = Cut([.. tokens.Skip(lead.End)], namesGoods, ordersGoods, namesArea);
                return later is null ? null : later with { Before = [.. tokens.Take(lead.End), .. later.Before] };
            }

            // "Bring am instead, na 3 Mende Street": something stands between what leads to it and the street.
            if (!IsAddress(inside) && !namesArea(inside) && Street([.. tokens.Skip(lead.End)], namesArea, ordersGoods) is >= 0 and var further)
            {
                return From(tokens, lead.End + further, EndOf(tokens, lead.End + further, ordersGoods)) with { Announced = true };
            }

            return new AddressCut([.. tokens.Take(lead.End)], [.. tokens.Skip(end)], text, inside, Announced: true, IsAddress(inside) || namesArea(inside));
        }

        // "Bring it instead, it is 3 Mende Street": what asks for the delivery is no part of the address; "behind the church, 3 Mende Street" is.
        if (Street(tokens, namesArea, ordersGoods) is > 0 and var street && patterns.IntentsIn([.. tokens.Take(street)]).Find(one => one.Intent == Intent.Delivery).Match is { } delivery)
        {
            var between = tokens.Skip(delivery.End).Take(street - delivery.End).ToList();
            var landmark = namesGoods(between) ? -1 : between.FindIndex(token => addressWords.Contains(token.Text) || IsName(token));
            return From(tokens, landmark >= 0 ? delivery.End + landmark : street, EndOf(tokens, street, ordersGoods)) with { Announced = true };
        }

        if (LooksLikeOne(tokens) && !namesGoods(tokens))
        {
            // "I dey now, 40 Ojuelegba road", "no be 10, na 16 Isheri road": words before the number that name nothing, or what it is not, are no part of it.
            var from = Street(tokens, namesArea, ordersGoods) is > 0 and var number && (tokens.Take(number).All(IsTalk) || patterns.Best("not-this", [.. tokens.Take(number)]) is not null) ? number : 0;
            var until = Enumerable.Range(from, tokens.Count - from).FirstOrDefault(at => BeginsHandover(tokens, at), tokens.Count);
            // "Ade, 08031234567, 7 Opebi Road": the street stands behind who gets it.
            if (until < tokens.Count && !IsStreet(tokens.Skip(from).Take(until - from).ToList().FindAll(token => !token.IsPhone))) return Street(tokens, namesArea, ordersGoods) is > 0 and var behindWho ? From(tokens, behindWho, EndOf(tokens, behindWho, ordersGoods)) : null;
            return new AddressCut([.. tokens.Take(from)], [.. tokens.Skip(until)], Written(tokens, from, until), [.. tokens.Skip(from).Take(until - from)], Announced: false, IsPlace: true);
        }

        return Street(tokens, namesArea, ordersGoods) is >= 0 and var at ? From(tokens, at, EndOf(tokens, at, ordersGoods)) : null;
    }

    // "… Yaba una go", of "una go bring am": words of every day name no place.
    private int WithoutTail(IReadOnlyList<Token> tokens, int from, int end, Func<IReadOnlyList<Token>, bool> namesArea)
    {
        while (end > from && tokens[end - 1] is var last && last.Is(TokenKind.Word) && !IsName(last) && !addressWords.Contains(last.Text) && !namesArea([last])) end--;
        return end;
    }

    private AddressCut From(IReadOnlyList<Token> tokens, int at, int end) => new(
        [.. tokens.Take(at)], [.. tokens.Skip(end)], Written(tokens, at, end), [.. tokens.Skip(at).Take(end - at)], Announced: false, IsPlace: true);

    /// <summary>Where "5 Alausa road" begins, however it is led in; -1: there is none. What is counted there has a name nobody sells.</summary>
    private int Street(IReadOnlyList<Token> tokens, Func<IReadOnlyList<Token>, bool> namesArea, Func<IReadOnlyList<Token>, bool> ordersGoods)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens[at].Is(TokenKind.Number) || !char.IsAsciiDigit(tokens[at].Text[0]) || tokens[at].Counted) continue;
            var end = at + 1;
            while (end < tokens.Count && end - at < LongestStreet && (IsName(tokens[end]) || IsSaint(tokens, end) || namesArea([tokens[end]]))) end++;
            var named = (end - at > 1 && end < tokens.Count && IsStreetWord(tokens[end])) || IsNamedByWords(tokens, at + 1);
            // "I dey VI, 20 Akin Adesola": two names behind the number, and the area before it.
            var inArea = end - at > 2 && (end == tokens.Count || tokens[end].Is(TokenKind.Break)) && namesArea([.. tokens.Take(at)]);
            // "15 Adeniyi Jones, Ikeja": its area behind the comma.
            var beforeArea = end - at > 1 && end + 1 < tokens.Count && tokens[end].Is(TokenKind.Break) && namesArea([.. tokens.Skip(end + 1).Take(LongestArea)]) && !ordersGoods([.. tokens.Skip(at)]);
            // "40 Bode Thomas Surulere": two names, and the area at the end.
            var endsInArea = end - at > 3 && (end == tokens.Count || tokens[end].Is(TokenKind.Break)) && namesArea([tokens[end - 1]]) && !ordersGoods([.. tokens.Skip(at)]);
            if (named || inArea || beforeArea || endsInArea) return at > 0 && houseWords.Contains(tokens[at - 1].Text) ? at - 1 : at;
        }

        return -1;
    }

    // "6 Hospital road", "5 Aminu Kano crescent": the name of a street may be words of every day.
    private bool IsNamedByWords(IReadOnlyList<Token> tokens, int at)
    {
        var end = Enumerable.Range(at, Math.Max(0, Math.Min(LongestStreet - 1, tokens.Count - at))).Cast<int?>().FirstOrDefault(place => plainStreetWords.Contains(tokens[place!.Value].Text));
        if (!(end > at)) return false;
        var name = tokens.Skip(at).Take(end.Value - at).ToList();
        return name.TrueForAll(word => word.Is(TokenKind.Word)) && (name.TrueForAll(word => IsName(word) || char.IsUpper(folded.Written(word.Start, word.End)[0])) || (name.Count == 1 && surestStreetWords.Contains(tokens[end.Value].Text)));
    }

    // "10 St Finbarrs road": before a name it is no street.
    private bool IsSaint(IReadOnlyList<Token> tokens, int at) => tokens[at].Text is "st" or "saint" && at + 1 < tokens.Count && IsName(tokens[at + 1]);

    // As it was written: in Pidgin "way" is read as "wey".
    private bool IsStreetWord(Token token) =>
        token.Is(TokenKind.Word) && (StreetWords.Contains(token.Text) || StreetWords.Contains(folded.Written(token.Start, token.End).ToLowerInvariant()));

    /// <summary>Takes the whole clause as the address, because the clause before announced one.</summary>
    public AddressCut Whole(IReadOnlyList<Token> tokens) => new([], [], Written(tokens, 0, tokens.Count), tokens, Announced: true, IsPlace: true);

    /// <summary>Whether words can be where somebody lives: a house number, a street word, or at least a name.</summary>
    public bool IsAddress(IReadOnlyList<Token> tokens) =>
        tokens.Any(token => HasDigit(token) || IsName(token)) || tokens.Count(token => addressWords.Contains(token.Text)) > 1;

    /// <summary>A street address, not just the name of an area.</summary>
    public bool IsStreet(IReadOnlyList<Token> tokens) =>
        tokens.Any(HasDigit) || (tokens.Any(token => addressWords.Contains(token.Text)) && IsAddress(tokens));

    /// <summary>A word that stands in addresses is there.</summary>
    public bool NamesStreet(IReadOnlyList<Token> tokens) => tokens.Any(token => addressWords.Contains(token.Text));

    private bool LooksLikeOne(IReadOnlyList<Token> tokens)
    {
        var words = tokens.Count(token => addressWords.Contains(token.Text));
        return tokens.Count >= 3 && words > 0 && (tokens.Any(HasDigit) || words > 1) && tokens.Any(IsName);
    }

    private int EndOf(IReadOnlyList<Token> tokens, int from, Func<IReadOnlyList<Token>, bool> ordersGoods)
    {
        for (var at = from; at < tokens.Count; at++)
        {
            if (patterns.BestAt("address-end", tokens, at) is not null || BeginsHandover(tokens, at)) return at;
            // "… Ikeja and zobo 2": goods with their count are no part of an address; "Rice Mill road" may be.
            if (continuers.Contains(tokens[at].Text) && ordersGoods([.. tokens.Skip(at + 1).Take(LongestOrder)])) return at;
        }

        return tokens.Count;
    }

    // "… Ikeja, give it to the gateman", "… Ikeja 0803 123 4567"
    private bool BeginsHandover(IReadOnlyList<Token> tokens, int at) => tokens[at].IsPhone
        || (tokens[at].Is(TokenKind.Break) && at + 1 < tokens.Count && (patterns.BestAt("handover", tokens, at + 1) is not null || tokens.Skip(at + 1).TakeWhile(token => !token.Is(TokenKind.Break)).Any(token => token.IsPhone)));

    private string Written(IReadOnlyList<Token> tokens, int from, int end)
    {
        while (from < end && tokens[from].Is(TokenKind.Break)) from++;
        while (end > from && tokens[end - 1].Is(TokenKind.Break)) end--;
        return from >= end ? "" : folded.Written(tokens[from].Start, tokens[end - 1].End).Trim(' ', ',', '.', ':', ';', '-');
    }

    private bool IsTalk(Token token) => token.Is(TokenKind.Break) || (token.Is(TokenKind.Word) && !IsName(token) && !addressWords.Contains(token.Text) && !houseWords.Contains(token.Text));

    private bool IsName(Token token) => token.Is(TokenKind.Word) && (!vocabulary.Knows(token.Text) || otherPlaces.Contains(token.Text));

    private static bool HasDigit(Token token) => token.Text.Any(char.IsAsciiDigit) && token.Kind is not (TokenKind.Money or TokenKind.Item);
}

/// <param name="Before">What stands before the address, its announcement included.</param>
/// <param name="After">What follows it and belongs to it no more.</param>
/// <param name="Text">The address as the customer wrote it.</param>
/// <param name="IsPlace">False for "deliver to my house": announced, but nothing a rider could find.</param>
internal sealed record AddressCut(IReadOnlyList<Token> Before, IReadOnlyList<Token> After, string Text, IReadOnlyList<Token> Tokens, bool Announced, bool IsPlace);
