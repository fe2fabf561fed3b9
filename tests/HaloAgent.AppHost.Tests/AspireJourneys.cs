using HaloAgent.EndToEndTests.Journeys;

namespace HaloAgent.AppHost.Tests;

/// <summary>The journeys of the end-to-end tests, over what the app model starts.</summary>
public sealed class AspireJourneys(AspireSystem system, Chromium chromium) : ShopJourneys(system, chromium);
