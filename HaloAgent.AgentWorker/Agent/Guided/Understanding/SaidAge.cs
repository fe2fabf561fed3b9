using System.Globalization;

namespace HaloAgent.AgentWorker.Agent.Guided.Understanding;

/// <summary>Whose clothes: a girl's or a boy's.</summary>
internal enum Sex
{
    Female,
    Male,
}

/// <summary>How old somebody is for whom something is bought.</summary>
/// <param name="Months">Since birth: a child of three years is one of 36 months.</param>
/// <param name="Sex">Null where no word says it.</param>
/// <param name="Children">So many of this age: twins are two.</param>
/// <param name="At">Where it stands in the folded text.</param>
/// <param name="OfChild">A word beside it says that it is a child's: "five years" alone may be anything.</param>
internal sealed record SaidAge(int Months, Sex? Sex, int Children, int At, bool OfChild)
{
    /// <summary>The number before it, which may be of things: "<b>one</b> for my 3 year old and <b>two</b> for 6 years".</summary>
    public int? Count { get; init; }

    /// <summary>Up to which month, where a size was named and no age: "4-5 years".</summary>
    public int? To { get; init; }

    /// <summary>Told in an earlier message.</summary>
    public const int Before = -1;

    public const int MonthsOfYear = 12;

    /// <summary>Whether a thing for this sex can be for somebody of that one.</summary>
    public bool Fits(Sex? of) => Sex is null || of is null || Sex == of;

    public override string ToString()
    {
        var who = Sex switch { Understanding.Sex.Female => "girl", Understanding.Sex.Male => "boy", _ => "child" };
        var age = Months % MonthsOfYear == 0 ? Months / MonthsOfYear : Months;
        return string.Create(CultureInfo.InvariantCulture, $"{(Children > 1 ? $"{Children} times " : "")}{who} of {age}{(Months % MonthsOfYear == 0 ? "" : " months")}");
    }
}
