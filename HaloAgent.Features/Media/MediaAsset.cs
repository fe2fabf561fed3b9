namespace HaloAgent.Media;

/// <summary>A file that a customer or a member sent. The bytes are encrypted with the personal-data key.</summary>
public sealed class MediaAsset
{
    /// <summary>WhatsApp's own limit.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private MediaAsset()
    {
    }

    public Guid Id { get; private set; }

    public Guid BusinessId { get; private set; }

    public Guid? ConversationId { get; private set; }

    public long? MessageId { get; private set; }

    /// <summary>Sniffed from the bytes, not believed from the sender.</summary>
    public string ContentType { get; private set; } = "";

    public long Length { get; private set; }

    public byte[] Sha256 { get; private set; } = [];

    public byte[] EncryptedBytes { get; private set; } = [];

    /// <summary>When the bytes of a receipt were deleted because of their age; what kind of file it was, and its hash, stay with the payment.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public static MediaAsset Store(
        Guid businessId, Guid? conversationId, long? messageId, string contentType, byte[] bytes, Data.PersonalDataCipher cipher, DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(now),
            BusinessId = businessId,
            ConversationId = conversationId,
            MessageId = messageId,
            ContentType = contentType,
            Length = bytes.Length,
            Sha256 = System.Security.Cryptography.SHA256.HashData(bytes),
            EncryptedBytes = cipher.Encrypt(bytes),
            CreatedAt = now,
        };
}
