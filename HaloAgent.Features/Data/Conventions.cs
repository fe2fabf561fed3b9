using System.Reflection;
using System.Text.Json;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HaloAgent.Data;

/// <summary>How types look in the database, decided once.</summary>
internal static class Conventions
{
    /// <summary>How values are written that are read and written whole (<see cref="AsJson"/>).</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void UseHaloConventions(this ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Money>().HaveConversion<MoneyConverter>();
        configuration.Properties<OrderStatus>().HaveConversion<OrderStatusConverter>().HaveMaxLength(40);
        foreach (var type in typeof(Conventions).Assembly.GetTypes().Where(StoredByName))
        {
            configuration.Properties(type).HaveConversion<string>().HaveMaxLength(40);
        }
    }

    /// <summary>What stands where a damaged text stood. It is not written back: only what is changed is.</summary>
    internal const string Unreadable = "(unreadable)";

    /// <summary>Text marked <see cref="EncryptedAttribute"/> becomes <c>bytea</c>.</summary>
    public static void EncryptMarkedProperties(this ModelBuilder builder, PersonalDataCipher cipher)
    {
        var converter = new ValueConverter<string, byte[]>(text => cipher.Encrypt(text), bytes => cipher.ReadableText(bytes) ?? Unreadable);
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
        {
            if (property.PropertyInfo?.GetCustomAttribute<EncryptedAttribute>() is not null)
            {
                property.SetValueConverter(converter);
                property.SetColumnType("bytea");
            }
        }
    }

    /// <summary>A value that is always read and written whole.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property) => property
        .HasColumnType("jsonb")
        .HasConversion(
            new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, Json), text => JsonSerializer.Deserialize<T>(text, Json)!),
            new ValueComparer<T>(
                (left, right) => JsonSerializer.Serialize(left, Json) == JsonSerializer.Serialize(right, Json),
                value => JsonSerializer.Serialize(value, Json).GetHashCode(StringComparison.Ordinal)));

    /// <summary>Enums are stored by name, so that a row explains itself; the log's are numbers, because its statuses are ordered and its rows many.</summary>
    private static bool StoredByName(Type type) =>
        type.IsEnum && type.IsPublic && type != typeof(OrderStatus) && type.Namespace != typeof(Message).Namespace;

    private sealed class MoneyConverter() : ValueConverter<Money, long>(money => money.Kobo, kobo => new Money(kobo));

    private sealed class OrderStatusConverter()
        : ValueConverter<OrderStatus, string>(status => status.WireName(), name => OrderStatusMoves.FromWireName(name)!.Value);
}
