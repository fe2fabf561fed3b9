using System.Globalization;
using System.Text.RegularExpressions;
using HaloAgent.Contracts.Businesses;

namespace HaloAgent.Web.Settings;

/// <summary>When and where the shop is there for its customers, as it is edited, with the sentences beside the fields.</summary>
internal sealed partial class ShopDetailsForm
{
    private static readonly (string Day, string Word)[] Week =
    [
        ("monday", "Monday"), ("tuesday", "Tuesday"), ("wednesday", "Wednesday"), ("thursday", "Thursday"), ("friday", "Friday"), ("saturday", "Saturday"), ("sunday", "Sunday"),
    ];

    public required uint Version { get; init; }

    public string Description { get; set; } = "";

    public string? DescriptionProblem { get; private set; }

    public string PickupAddress { get; set; } = "";

    public string? PickupAddressProblem { get; private set; }

    /// <summary>All seven, Monday first.</summary>
    public required IReadOnlyList<DayRow> Days { get; init; }

    public List<AreaRow> Areas { get; } = [];

    public bool IsFull => Areas.Count >= ShopDetailsLimits.Areas;

    public static ShopDetailsForm Of(ShopDetailsView details)
    {
        var form = new ShopDetailsForm
        {
            Version = details.Version,
            Description = details.Description,
            PickupAddress = details.PickupAddress,
            Days = [.. Week.Select(day => DayRow.Of(day.Day, day.Word, details.OpeningHours.FirstOrDefault(hours => hours.Day == day.Day)))],
        };
        form.Areas.AddRange(details.DeliveryAreas.Select(AreaRow.Of));
        return form;
    }

    public void AddArea() => Areas.Add(new AreaRow());

    /// <summary>Nothing the server said stands any more; a row left empty is one the owner gave up.</summary>
    public void Tidy()
    {
        (DescriptionProblem, PickupAddressProblem) = (null, null);
        Areas.RemoveAll(area => area.IsEmpty);
        Areas.ForEach(area => area.Problem = null);
    }

    /// <summary>Says beside the field what only the owner can fill in; nothing is made up for it.</summary>
    /// <returns>Whether it may be sent.</returns>
    public bool Check() => Days.Select(day => day.Check()).Concat(Areas.Select(area => area.Check())).ToList().TrueForAll(fine => fine);

    /// <summary>Then customers are told that the hours are not known, not that the shop is closed.</summary>
    public bool SaysNoHours => !Days.Any(day => day.IsOpen);

    /// <summary>The answer names fields as <c>pickupAddress</c> and <c>deliveryAreas[1]</c>.</summary>
    public void Blame(IReadOnlyDictionary<string, string[]> errors)
    {
        foreach (var (field, why) in errors)
        {
            var sentence = why.FirstOrDefault();
            if (Area().Match(field) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var at && at < Areas.Count) Areas[at].Problem = sentence;
            else if (field.StartsWith("pickupAddress", StringComparison.OrdinalIgnoreCase)) PickupAddressProblem = sentence;
            else if (field.StartsWith("description", StringComparison.OrdinalIgnoreCase)) DescriptionProblem = sentence;
        }
    }

    public SaveShopDetailsRequest ToRequest() => new()
    {
        Version = Version,
        Description = Description.Trim(),
        PickupAddress = PickupAddress.Trim(),
        OpeningHours = [.. Days.Where(day => day.IsOpen).Select(day => day.ToHours())],
        DeliveryAreas = [.. Areas.Select(area => area.ToDetails())],
    };

    [GeneratedRegex(@"^deliveryAreas\[(\d{1,3})\]", RegexOptions.IgnoreCase)]
    private static partial Regex Area();
}

/// <summary>One day of the week.</summary>
internal sealed class DayRow
{
    private const string Clock = "HH:mm";

    public required string Day { get; init; }

    public required string Word { get; init; }

    public bool IsOpen { get; set; }

    /// <summary>On the clock of 24 hours, as customers are told it. What was typed is put into that form; what is no time stays as it is.</summary>
    public string OpensAt { get; set => field = Plain(value); } = "09:00";

    public string ClosesAt { get; set => field = Plain(value); } = "18:00";

    public string? Problem { get; private set; }

    public bool IsAfterMidnight => IsOpen && Read(OpensAt) is { } opens && Read(ClosesAt) is { } closes && closes <= opens;

    public static DayRow Of(string day, string word, DayHours? hours) =>
        hours is null ? new() { Day = day, Word = word } : new() { Day = day, Word = word, IsOpen = true, OpensAt = Write(hours.Opens), ClosesAt = Write(hours.Closes) };

    public bool Check()
    {
        Problem = IsOpen && (Read(OpensAt) is null || Read(ClosesAt) is null) ? "Say from when to when, for example 09:00 and 18:00." : null;
        return Problem is null;
    }

    /// <summary>What is no time is not sent: see <see cref="Check"/>.</summary>
    public DayHours ToHours() => new(Day, Read(OpensAt) ?? TimeOnly.MinValue, Read(ClosesAt) ?? TimeOnly.MinValue);

    private static string Write(TimeOnly time) => time.ToString(Clock, CultureInfo.InvariantCulture);

    private static string Plain(string? typed) => Read(typed) is { } time ? Write(time) : typed ?? "";

    /// <summary>"9", "0930", "9.30", "9:30 PM" and "24:00" are times to whoever types them.</summary>
    private static TimeOnly? Read(string? typed)
    {
        var plain = typed?.Trim().Replace('.', ':') ?? "";
        var written = plain.All(char.IsAsciiDigit) ? plain.Length switch
        {
            1 or 2 => $"{plain}:00",
            3 or 4 => $"{plain[..^2]}:{plain[^2..]}",
            _ => plain,
        } : plain;
        return written == "24:00" ? TimeOnly.MinValue
            : TimeOnly.TryParse(written, CultureInfo.InvariantCulture, out var time) ? time
            : null;
    }
}

/// <summary>One delivery area: its name, how people also write it, and what it costs.</summary>
internal sealed class AreaRow
{
    public string Name { get; set; } = "";

    /// <summary>Separated by commas.</summary>
    public string OtherNames { get; set; } = "";

    public decimal? Fee { get; set; }

    public string? Problem { get; set; }

    public string? FeeProblem { get; private set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(OtherNames) && Fee is null;

    public static AreaRow Of(DeliveryAreaDetails area) => new() { Name = area.Names[0], OtherNames = string.Join(", ", area.Names.Skip(1)), Fee = area.Fee };

    /// <summary>A fee that was forgotten is not free delivery.</summary>
    public bool Check()
    {
        FeeProblem = Fee switch
        {
            null => "Enter what delivery there costs; 0 means free.",
            < 0 or > ShopDetailsLimits.Fee => ShopDetailsLimits.NoFee,
            _ => null,
        };
        return FeeProblem is null;
    }

    public DeliveryAreaDetails ToDetails() =>
        new([Name.Trim(), .. OtherNames.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], Fee);
}
