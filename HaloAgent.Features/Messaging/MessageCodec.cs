using System.Text.Json;
using System.Text.Json.Serialization;
using HaloAgent.Data;

namespace HaloAgent.Messaging;

/// <summary>Turns an envelope into the encrypted bytes of the log and back.</summary>
public sealed class MessageCodec(PersonalDataCipher cipher)
{
    public byte[] Encode(MessageEnvelope envelope) =>
        cipher.Encrypt(JsonSerializer.SerializeToUtf8Bytes(envelope, EnvelopeJson.Default.MessageEnvelope));

    public MessageEnvelope Decode(byte[] content) =>
        JsonSerializer.Deserialize(cipher.Decrypt(content), EnvelopeJson.Default.MessageEnvelope)
        ?? throw new InvalidOperationException("A row of the log holds an empty envelope.");

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
