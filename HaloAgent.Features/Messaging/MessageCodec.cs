using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using HaloAgent.Data;

namespace HaloAgent.Messaging;

/// <summary>Turns an envelope into the encrypted bytes of the log and back.</summary>
public sealed class MessageCodec(PersonalDataCipher cipher)
{
    public byte[] Encode(MessageEnvelope envelope) =>
        cipher.Encrypt(JsonSerializer.SerializeToUtf8Bytes(envelope, EnvelopeJson.Default.MessageEnvelope));

    /// <summary>
    /// A damaged row is told as such and not thrown: one of them must not stop a conversation, its deliveries or the way to a person.
    /// </summary>
    /// <exception cref="UnknownDataKeyException">The row is fine and this process lacks its key: nothing may be done with it yet.</exception>
    public MessageEnvelope Decode(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize(cipher.Decrypt(content), EnvelopeJson.Default.MessageEnvelope) ?? Damaged;
        }
        catch (Exception damage) when (damage is JsonException or (CryptographicException and not UnknownDataKeyException))
        {
            return Damaged;
        }
    }

    private static readonly MessageEnvelope Damaged = new() { Content = MessageContent.OfDamaged };

    /// <summary>The shortened last message that lists of conversations show.</summary>
    public byte[] EncodePreview(MessageContent content)
    {
        const int length = 120;
        var text = content.Text.Length > 0 ? content.Text : $"[{content.Kind.ToString().ToLowerInvariant()}]";
        return cipher.Encrypt(ShortText.Of(text, length));
    }

    public byte[] EncodeRaw(ReadOnlyMemory<byte> raw) => cipher.Encrypt(raw.Span);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(MessageEnvelope))]
internal sealed partial class EnvelopeJson : JsonSerializerContext;
