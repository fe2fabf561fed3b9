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
        OpeningHours = [.. Days.Where(day => day.IsOpen).Select(day => new DayHours(day.Day, day.Opens, day.Closes))],
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

    public TimeOnly Opens { get; private set; } = new(9, 0);

    public TimeOnly Closes { get; private set; } = new(18, 0);

    /// <summary>As a time field gives and takes it; what is no time changes nothing.</summary>
    public string OpensAt
    {
        get => Opens.ToString(Clock, CultureInfo.InvariantCulture);
        set => Opens = Read(value) ?? Opens;
    }

    public string ClosesAt
    {
        get => Closes.ToString(Clock, CultureInfo.InvariantCulture);
        set => Closes = Read(value) ?? Closes;
    }

    public bool IsAfterMidnight => IsOpen && Closes <= Opens;

    public static DayRow Of(string day, string word, DayHours? hours) =>
        hours is null ? new() { Day = day, Word = word } : new() { Day = day, Word = word, IsOpen = true, Opens = hours.Opens, Closes = hours.Closes };

    private static TimeOnly? Read(string? written) => TimeOnly.TryParse(written, CultureInfo.InvariantCulture, out var time) ? time : null;
}

/// <summary>One delivery area: its name, how people also write it, and what it costs.</summary>
internal sealed class AreaRow
{
    public string Name { get; set; } = "";

    /// <summary>Separated by commas.</summary>
    public string OtherNames { get; set; } = "";

    public decimal? Fee { get; set; }

    public string? Problem { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(OtherNames) && Fee is null;

    public static AreaRow Of(DeliveryAreaDetails area) => new() { Name = area.Names[0], OtherNames = string.Join(", ", area.Names.Skip(1)), Fee = area.Fee };

    public DeliveryAreaDetails ToDetails() =>
        new([Name.Trim(), .. OtherNames.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)], Fee ?? 0);
}
