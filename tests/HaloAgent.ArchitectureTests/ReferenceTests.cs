using System.Reflection;
using Xunit;

namespace HaloAgent.ArchitectureTests;

/// <summary>Who may know whom.</summary>
public sealed class ReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["HaloAgent.Contracts"] = [],
        ["HaloAgent.ServiceDefaults"] = [],
        ["HaloAgent.Features"] = ["HaloAgent.Contracts"],
        ["HaloAgent.Api"] = ["HaloAgent.Features", "HaloAgent.Contracts", "HaloAgent.ServiceDefaults"],
        ["HaloAgent.AgentWorker"] = ["HaloAgent.Features", "HaloAgent.ServiceDefaults"],
        ["HaloAgent.Web"] = ["HaloAgent.Contracts", "HaloAgent.ServiceDefaults"],
        ["HaloAgent.Simulators"] = ["HaloAgent.Contracts"],
        ["HaloAgent.DevHost"] = [],
        ["HaloAgent.AppHost"] = ["HaloAgent.AgentWorker", "HaloAgent.Api", "HaloAgent.Simulators", "HaloAgent.Web"],
    };

    [Fact]
    public void Every_project_is_in_the_table()
    {
        var projects = Repository.Projects.Keys.Where(name => !Repository.Files.Any(file => file.StartsWith($"tests/{name}/", StringComparison.Ordinal))).Order();

        Assert.Equal(Allowed.Keys.Order(), projects);
    }

    [Fact]
    public void A_project_references_only_what_the_table_allows()
    {
        Assert.Contains("HaloAgent.Features", Repository.Projects["HaloAgent.Api"]);

        Assert.All(Allowed, row => Assert.Subset(row.Value.ToHashSet(), Repository.Projects[row.Key].ToHashSet()));
    }

    [Fact]
    public void Features_knows_neither_the_web_framework_nor_the_model_library()
    {
        var references = typeof(UseCases).Assembly.GetReferencedAssemblies().Select(name => name.Name!).ToArray();
        Assert.Contains("Microsoft.EntityFrameworkCore", references);

        // Identity's stores and the data-protection entity are the ASP.NET things that Features holds.
        var allowed = new[] { "Microsoft.AspNetCore.Identity", "Microsoft.AspNetCore.DataProtection", "Microsoft.AspNetCore.Cryptography" };
        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.SemanticKernel", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name =>
            name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && !allowed.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public void Semantic_Kernel_is_known_only_to_the_folder_of_the_Llama_brain()
    {
        const string home = "HaloAgent.AgentWorker/Agent/Llama/";
        var users = Repository.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.StartsWith("tests/", StringComparison.Ordinal)
            && Repository.Read(file).Contains("Microsoft.SemanticKernel", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(users);

        Assert.All(users, file => Assert.StartsWith(home, file, StringComparison.Ordinal));
    }

    [Fact]
    public void Contracts_knows_nobody()
    {
        var references = Assembly.Load("HaloAgent.Contracts").GetReferencedAssemblies().Select(name => name.Name!).ToArray();

        Assert.NotEmpty(references);
        // Measuring coverage adds netstandard to what it measures.
        Assert.All(references, name => Assert.Matches("^(System\\..+|netstandard)$", name));
    }
}
