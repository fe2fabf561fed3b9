using System.Text.Json;
using System.Text.Json.Serialization;

namespace HaloAgent.Api.Http;

/// <summary>Every decimal that crosses HTTP is an amount of naira and is written with its kobo: <c>3500.00</c>.</summary>
internal sealed class AmountConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var amount) ? amount : throw new JsonException();

    // Adding 0.00 gives the value two decimals without rounding it.
    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(value + 0.00m);
}
