using Xunit;

namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>Tests that share one message path, one after the other; each has a customer of its own.</summary>
[CollectionDefinition(Name)]
public sealed class MessagePathCollection : ICollectionFixture<WholePath>
{
    public const string Name = "message path";
}
