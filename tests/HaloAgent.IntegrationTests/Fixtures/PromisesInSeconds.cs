using Xunit;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>What is promised in seconds is tried while nothing else runs: the seconds are the product's, not those of the neighbouring tests.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class PromisesInSeconds
{
    public const string Name = "Promises in seconds";
}
