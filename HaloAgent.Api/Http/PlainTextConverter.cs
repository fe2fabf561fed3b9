using System.Text.Json;
using System.Text.Json.Serialization;

namespace HaloAgent.Api.Http;

/// <summary>
/// Text of requests. U+0000 is refused: PostgreSQL cannot store it, and no person types it. A broken surrogate or broken
/// UTF-8 is refused by the reader; both name the field.
/// </summary>
internal sealed class PlainTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException();
        }

        try
        {
            return reader.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal) ? text : throw new JsonException();
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException(null, exception);
        }
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
