using System.Text.RegularExpressions;
using Xunit;

namespace HaloAgent.ArchitectureTests;

/// <summary>The analyzer stops the wall clock in C#; this looks where it does not: at its suppression, and into Razor.</summary>
public sealed partial class ClockTests
{
    [Fact]
    public void The_ban_of_the_wall_clock_stands_and_is_not_suppressed()
    {
        Assert.Contains("P:System.DateTimeOffset.UtcNow", Repository.Read("BannedSymbols.txt"), StringComparison.Ordinal);

        Assert.DoesNotContain(Code(), file => Repository.Read(file).Contains("RS0030", StringComparison.Ordinal));
    }

    [Fact]
    public void No_page_reads_the_wall_clock()
    {
        var code = Code().ToArray();
        Assert.NotEmpty(code);

        Assert.DoesNotContain(code, file => WallClock().IsMatch(Repository.Read(file)));
    }

    private static IEnumerable<string> Code() => Repository.Files.Where(file =>
        Path.GetExtension(file) is ".cs" or ".razor" && !file.StartsWith("tests/HaloAgent.ArchitectureTests/", StringComparison.Ordinal));

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b")]
    private static partial Regex WallClock();
}
