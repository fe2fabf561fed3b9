using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace HaloAgent.Data;

/// <summary>
/// The version of what a member edits, made of its content: two members who edit at once do not overwrite each other, and a change of
/// something else in the same row does not stop them.
/// </summary>
internal static class ContentVersion
{
    public static uint Of(ReadOnlySpan<byte> content) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(content));

    public static uint Of<T>(T content) => Of(JsonSerializer.SerializeToUtf8Bytes(content).AsSpan());
}
