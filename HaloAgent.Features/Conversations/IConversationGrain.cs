using Orleans.Concurrency;

namespace HaloAgent.Conversations;

/// <summary>
/// The one actor of a conversation: everything that happens in it, in or out, goes through here, in order. Calls are short and
/// never wait for a turn (a plain call behind a 12 s turn waited 11.9 s); they only set flags, pumps do the work.
/// The key is the conversation's id.
/// </summary>
[Alias("HaloAgent.IConversationGrain")]
public interface IConversationGrain : IGrainWithGuidKey
{
    /// <summary>Something may wait for this conversation: look. A hint; losing it costs seconds, never a message.</summary>
    [AlwaysInterleave, OneWay, Alias("Wake")]
    Task Wake();

    /// <summary>The customer has written: look for that. As <see cref="Wake"/>, without a look at what is to be sent.</summary>
    [AlwaysInterleave, OneWay, Alias("Hear")]
    Task Hear();

    /// <summary>A person has taken the chat over: stop the turn that is being made.</summary>
    [AlwaysInterleave, OneWay, Alias("Interrupt")]
    Task Interrupt();

    /// <summary>Ask the provider once more for the files of a message.</summary>
    [AlwaysInterleave, OneWay, Alias("FetchFiles")]
    Task FetchFiles(long messageId);

    /// <summary>What the agent would answer now, without doing anything; null when it cannot. Takes milliseconds, so a member may wait for it.</summary>
    [AlwaysInterleave, Alias("DraftReply")]
    Task<string?> DraftReply();
}
