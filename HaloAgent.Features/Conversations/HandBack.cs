namespace HaloAgent.Conversations;

/// <summary>That a person had the chat, and what was said meanwhile.</summary>
/// <param name="Summary">Lines, shortened; quotes of both.</param>
public sealed record HandBack(string By, DateTimeOffset At, string Summary);
