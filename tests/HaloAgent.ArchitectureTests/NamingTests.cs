using System.Reflection;
using Xunit;

namespace HaloAgent.ArchitectureTests;

public sealed class NamingTests
{
    private static readonly Assembly Features = typeof(UseCases).Assembly;

    [Fact]
    public void No_type_is_named_like_a_feature_folder()
    {
        var folders = FeatureFolders().ToHashSet();
        Assert.Contains("Orders", folders);

        var types = new[] { Features, Assembly.Load("HaloAgent.Api"), Assembly.Load("HaloAgent.AgentWorker"), Assembly.Load("HaloAgent.Web"), Assembly.Load("HaloAgent.Contracts") }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace?.StartsWith("HaloAgent", StringComparison.Ordinal) == true && !type.IsNested);
        Assert.DoesNotContain(types, type => folders.Contains(type.Name));
    }

    [Fact]
    public void Nothing_is_called_helper_manager_utils_or_common()
    {
        string[] vague = ["Helper", "Helpers", "Manager", "Utils", "Util", "Common"];
        var sources = Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(sources);

        Assert.DoesNotContain(sources, file => vague.Any(word => Path.GetFileNameWithoutExtension(file).EndsWith(word, StringComparison.Ordinal)));
        Assert.DoesNotContain(sources, file => file.Split('/').Any(vague.Contains));
    }

    [Fact]
    public void A_use_case_stands_in_the_file_of_its_name()
    {
        var useCases = Features.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsPublic: true } && type.GetMethods().Any(method => method.Name == "HandleAsync")).ToArray();
        Assert.NotEmpty(useCases);

        Assert.All(useCases, type => Assert.Contains(Repository.Sources("HaloAgent.Features"), file => Path.GetFileNameWithoutExtension(file) == type.Name));
    }

    private static IEnumerable<string> FeatureFolders() => Repository.Sources("HaloAgent.Features")
        .Select(file => file.Split('/'))
        .Where(parts => parts.Length > 2)
        .Select(parts => parts[1])
        .Distinct();
}
