using System.Text.RegularExpressions;
using Xunit;

namespace HaloAgent.ArchitectureTests;

/// <summary>A document that names a file names one that exists.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Links_between_documents_lead_somewhere()
    {
        var links = Documents().SelectMany(document => Link().Matches(Repository.Read(document)), (document, link) => (Document: document, Target: link.Groups[1].Value))
            .Where(link => !link.Target.Contains("://", StringComparison.Ordinal) && !link.Target.StartsWith("mailto:", StringComparison.Ordinal))
            .ToArray();
        Assert.NotEmpty(links);

        Assert.All(links, link => Assert.True(Leads(link.Document, link.Target), $"{link.Document} links to {link.Target}, which is not there"));
    }

    [Fact]
    public void Files_named_in_code_style_exist()
    {
        var named = Documents().SelectMany(document => Code().Matches(Repository.Read(document)), (document, code) => (Document: document, Path: code.Groups[1].Value))
            .Where(named => IsOurs(named.Path))
            .ToArray();
        Assert.NotEmpty(named);

        Assert.All(named, named => Assert.True(Exists(named.Path), $"{named.Document} names {named.Path}, which is not there"));
    }

    private static IEnumerable<string> Documents() => Repository.Files.Where(file =>
        file.EndsWith(".md", StringComparison.Ordinal) && (!file.Contains('/') || file.StartsWith("docs/", StringComparison.Ordinal) || file.EndsWith("/README.md", StringComparison.Ordinal)));

    private static bool Leads(string document, string target)
    {
        var path = target.Split('#')[0];
        return path.Length == 0 || Exists(Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(document)!, path))).Replace('\\', '/'));
    }

    /// <summary>Only what begins with one of our folders: other words in code style are commands, keys and routes.</summary>
    private static bool IsOurs(string path) =>
        !path.Contains('…') && !path.Contains('{') && !path.Contains('*') && path.Split('/') is [var top, _, ..] && Repository.Files.Any(file => file.StartsWith(top + "/", StringComparison.Ordinal));

    /// <summary>A file, a folder, or a type without its ending: <c>HaloAgent.Features/Orders/PlaceOrder</c>.</summary>
    private static bool Exists(string path)
    {
        var trimmed = path.TrimEnd('/');
        return Repository.Files.Any(file => file == trimmed || file == trimmed + ".cs" || file.StartsWith(trimmed + "/", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`([A-Za-z.][\w.\-/…{}*]*/[\w.\-/…{}*]*)`")]
    private static partial Regex Code();
}
