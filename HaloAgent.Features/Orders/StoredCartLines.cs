using System.Text.Json;
using System.Text.Json.Serialization;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HaloAgent.Orders;

/// <summary>How the lines of a cart are stored: as one JSON, in which only the customer's own words are encrypted.</summary>
internal static class StoredCartLines
{
    public static string Write(IReadOnlyList<CartLine> lines, PersonalDataCipher cipher) => JsonSerializer.Serialize(
        lines.Select(line => new StoredLine(line.ProductId, line.VariantId, line.Quantity, line.Note is { } note ? cipher.Encrypt(note) : null)), Conventions.Json);

    public static IReadOnlyList<CartLine> Read(string stored, PersonalDataCipher cipher) =>
    [
        .. JsonSerializer.Deserialize<IReadOnlyList<StoredLine>>(stored, Conventions.Json)!
            .Select(line => new CartLine(line.ProductId, line.VariantId, line.Quantity, line.Note is { } note ? cipher.ReadableText(note) : null)),
    ];

    public static void AreStored(PropertyBuilder<IReadOnlyList<CartLine>> property, PersonalDataCipher cipher) => property
        .HasColumnType("jsonb")
        .HasConversion(
            new ValueConverter<IReadOnlyList<CartLine>, string>(lines => Write(lines, cipher), text => Read(text, cipher)),
            new ValueComparer<IReadOnlyList<CartLine>>(
                (left, right) => left!.SequenceEqual(right!), lines => lines.Aggregate(0, (hash, line) => HashCode.Combine(hash, line)), lines => lines.ToList()));

    private sealed record StoredLine(
        Guid ProductId, Guid? VariantId, int Quantity, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] byte[]? Note);
}
