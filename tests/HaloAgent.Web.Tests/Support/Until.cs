using Xunit;

namespace HaloAgent.Web.Tests.Support;

internal static class Until
{
    /// <summary>Waits for a state that no render announces.</summary>
    public static async Task TrueAsync(Func<bool> reached)
    {
        for (var tries = 0; !reached(); tries++)
        {
            Assert.True(tries < 2000, "The state was not reached.");
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
