namespace HaloAgent.IntegrationTests.Fixtures;

/// <summary>For a pump that is driven by hand.</summary>
internal sealed class NoTimer : IGrainTimer
{
    public void Change(TimeSpan dueTime, TimeSpan period)
    {
    }

    public void Dispose()
    {
    }
}
