using System.ComponentModel.DataAnnotations;

namespace HaloAgent.Compliance;

/// <summary>Section <c>Retention</c>: how long personal data is kept (<see cref="ApplyRetention"/>). A bare number is days.</summary>
public sealed class RetentionOptions : IValidatableObject
{
    public const string Section = "Retention";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(36_500);

    /// <summary>Why the agent said what it said, and what it and the model did for it: this long after the turn ended.</summary>
    public TimeSpan Explanations { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Texts, files and what came over the wire: this long after they were received, and until the conversation rests.</summary>
    public TimeSpan Messages { get; set; } = TimeSpan.FromDays(730);

    /// <summary>A conversation without a message for this long rests, if nothing in it waits for anybody either. 0: age alone counts.</summary>
    public TimeSpan RestsAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How often each business is looked through.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(1);

    /// <summary>What is deleted is gone: a slip of the pen ("2:00" is two hours) must not empty the log.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsBetween(Explanations, TimeSpan.FromDays(1))) yield return new ValidationResult("Retention:Explanations is between 1 and 36500 days.");
        if (!IsBetween(Messages, TimeSpan.FromDays(1))) yield return new ValidationResult("Retention:Messages is between 1 and 36500 days.");
        if (!IsBetween(RestsAfter, TimeSpan.Zero)) yield return new ValidationResult("Retention:RestsAfter is between 0 and 36500 days.");
        if (!IsBetween(Every, TimeSpan.FromMinutes(1))) yield return new ValidationResult("Retention:Every is between a minute and 36500 days.");
    }

    private static bool IsBetween(TimeSpan value, TimeSpan shortest) => value >= shortest && value <= Longest;
}
