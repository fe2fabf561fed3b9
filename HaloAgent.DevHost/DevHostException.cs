namespace HaloAgent.DevHost;

/// <summary>Something a person can put right; the message says how.</summary>
public sealed class DevHostException(string message, Exception? inner = null) : Exception(message, inner);
