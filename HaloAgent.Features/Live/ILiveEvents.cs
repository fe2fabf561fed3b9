using HaloAgent.Contracts.Live;

namespace HaloAgent.Live;

/// <summary>Tells the dashboards that something changed. Fire and forget: a lost event is caught up by reading again.</summary>
public interface ILiveEvents
{
    void Publish(LiveEvent live);
}
