using System.Text.RegularExpressions;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>The files of the phone page keep its two promises: nothing from another host, and no way from text to script.</summary>
public partial class PhonePageTests
{
    private static readonly string _root = FindRoot();

    [Fact]
    public void No_file_asks_another_host_for_anything()
    {
        foreach (var (name, text) in Files())
        {
            var hosts = AbsoluteAddress().Matches(text).Select(match => match.Value).Where(address => address != "http://www.w3.org");
            Assert.True(!hosts.Any(), $"{name} names {string.Join(", ", hosts)}");
        }
    }

    [Fact]
    public void No_script_turns_text_into_markup()
    {
        foreach (var (name, text) in Files().Where(file => file.Name.EndsWith(".js", StringComparison.Ordinal)))
        {
            Assert.False(MarkupFromText().IsMatch(text), name);
        }
    }

    [Fact]
    public void Every_file_that_is_named_exists()
    {
        var named = Files().SelectMany(file => NamedFile().Matches(file.Text).Select(match => (file.Name, Target: match.Groups[1].Value))).ToArray();

        Assert.NotEmpty(named);
        Assert.All(named, reference => Assert.True(
            File.Exists(Path.Combine(_root, Path.GetDirectoryName(reference.Name)!, reference.Target)) || File.Exists(Path.Combine(_root, reference.Target)),
            $"{reference.Name} names {reference.Target}"));
    }

    private static (string Name, string Text)[] Files()
    {
        var files = Directory.GetFiles(_root, "*", SearchOption.AllDirectories).Select(file => (Path.GetRelativePath(_root, file), File.ReadAllText(file))).ToArray();
        Assert.NotEmpty(files);
        return files;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "HaloAgent.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("HaloAgent.sln is in no folder above the tests.");
        }

        return Path.Combine(folder.FullName, "HaloAgent.Simulators", "wwwroot");
    }

    [GeneratedRegex(@"(https?:)?//[a-z0-9-]+(\.[a-z0-9-]+)+")]
    private static partial Regex AbsoluteAddress();

    [GeneratedRegex(@"\b(innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|new Function)\b")]
    private static partial Regex MarkupFromText();

    [GeneratedRegex("""(?:href=|src=|from |url\()["']?(?!#)((?:\./|\.\./)?[\w./-]+\.(?:js|css|svg))""")]
    private static partial Regex NamedFile();
}
