namespace HaloAgent.Web.Shared;

internal static class PhoneText
{
    /// <summary>Nigerian numbers as people write them (<c>0803 123 4567</c>), others with their country's plus sign.</summary>
    public static string Format(string number)
    {
        if (number.StartsWith("+234", StringComparison.Ordinal) && number.Length == 14)
        {
            return $"0{number[4..7]} {number[7..10]} {number[10..]}";
        }

        return number.StartsWith("+1", StringComparison.Ordinal) && number.Length == 12
            ? $"+1 {number[2..5]} {number[5..8]} {number[8..]}"
            : number;
    }
}
