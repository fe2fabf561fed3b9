namespace HaloAgent.Conversations;

/// <summary>What stands on a turn in the place of a brain, where none was asked.</summary>
public static class Answerers
{
    /// <summary>The customer wants no messages, or wants them again.</summary>
    public const string ConsentGate = "gate:consent";

    /// <summary>Too many messages within a minute.</summary>
    public const string PaceGate = "gate:pace";

    /// <summary>A person has the chat.</summary>
    public const string HeldGate = "gate:held";

    /// <summary>A language model worded at least a part of what was sent.</summary>
    public const string Model = "llama";

    /// <summary>A language model chose what was done, and not one word of it was sent: the ready-made sentences stood alone.</summary>
    public const string ModelUnheard = "llama:unheard";

    /// <summary>The turn was run again after something had been done: its journal was told.</summary>
    public const string Journal = "journal";

    /// <summary>Every run of the turn broke.</summary>
    public const string None = "none";
}
