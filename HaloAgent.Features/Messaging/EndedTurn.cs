using System.Text.Json;
using HaloAgent.Agent;
using HaloAgent.Data;
using HaloAgent.Orders;

namespace HaloAgent.Messaging;

/// <summary>A turn as it goes to the database: encrypted and in columns.</summary>
internal sealed class EndedTurn(ClaimedTurn turn, TurnResult result, MessageCodec codec, PersonalDataCipher cipher, string? trace, DateTimeOffset now)
{
    private const int LongestReason = 200;
    private const int LongestModelName = 120;

    public ClaimedTurn Turn => turn;

    public TurnResult Result => result;

    public string? Trace => trace;

    public byte[] Preview { get; } = codec.EncodePreview(result.Replies.Count > 0 ? result.Replies[^1] : turn.Messages[^1].Envelope.Content);

    public MessageAuthor LastAuthor => result.Replies.Count > 0 ? MessageAuthor.Agent : MessageAuthor.Customer;

    public string? Reason => result.BrainReason is { Length: > LongestReason } reason ? reason[..LongestReason] : result.BrainReason;

    public string? ModelName => result.Model?.Name is { Length: > LongestModelName } name ? name[..LongestModelName] : result.Model?.Name;

    public IReadOnlyList<Reply> Replies { get; } =
        [.. result.Replies.Select((reply, i) => new Reply(turn.TurnId, (int)reply.Kind, codec.Encode(new MessageEnvelope { Content = reply }), $"reply:{turn.TurnId:N}:{i}"))];

    public IReadOnlyList<Step> Steps { get; } =
        [.. result.Steps.Select(step => new Step(turn.TurnId, Guid.CreateVersion7(now), step, Sealed(cipher, step.Arguments), Sealed(cipher, step.Result)))];

    public Cart? Cart => result.Cart?.Cart;

    /// <summary>Null beside a cart: there was none.</summary>
    public int? CartStoredVersion => result.Cart?.StoredVersion;

    public string? CartLines => Cart is { } cart ? StoredCartLines.Write(cart.Lines, cipher) : null;

    public string? CartSummary => Cart?.SummaryShown is { } shown ? JsonSerializer.Serialize(shown, Conventions.Json) : null;

    public byte[]? CartNote { get; } = Sealed(cipher, result.Cart?.Cart.Note);

    public byte[]? CartAddress { get; } = Sealed(cipher, result.Cart?.Cart.DeliveryAddress);

    /// <summary>Of the conversation, once the turn is committed; null: it was not.</summary>
    public long? NewEpoch { get; set; }

    private static byte[]? Sealed(PersonalDataCipher cipher, string? text) => text is null ? null : cipher.Encrypt(text);

    internal sealed record Reply(Guid TurnId, int Kind, byte[] Content, string Operation);

    internal sealed record Step(Guid TurnId, Guid Id, TurnStepDraft Draft, byte[]? Arguments, byte[]? Result);
}
