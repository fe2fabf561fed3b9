namespace HaloAgent.EndToEndTests.Journeys;

/// <summary>A running HaloAgent with demo data and simulators, whoever started it. Everything in this folder needs no more.</summary>
public interface IHaloSystemUnderTest
{
    Uri Web { get; }

    Uri Api { get; }

    Uri Simulators { get; }
}
