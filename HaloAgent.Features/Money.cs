using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HaloAgent;

/// <summary>An amount of naira in whole kobo. Never a floating-point number, never a model's or a provider's word.</summary>
[JsonConverter(typeof(MoneyAsKobo))]
public readonly record struct Money(long Kobo) : IComparable<Money>
{
    public static readonly Money Zero = new(0);

    /// <summary>Naira with at most two decimals; more are refused, because rounding money silently is inventing it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than two decimals, or beyond what a <see cref="long"/> of kobo holds.</exception>
    public static Money FromNaira(decimal naira)
    {
        var kobo = naira * 100m;
        if (kobo != decimal.Truncate(kobo) || kobo is > long.MaxValue or < long.MinValue)
        {
            throw new ArgumentOutOfRangeException(nameof(naira), naira, "An amount has at most two decimals.");
        }

        return new Money((long)kobo);
    }

    public decimal Naira => Kobo / 100m;

    public static Money operator +(Money left, Money right) => new(checked(left.Kobo + right.Kobo));

    public static Money operator -(Money left, Money right) => new(checked(left.Kobo - right.Kobo));

    public static Money operator *(Money amount, int times) => new(checked(amount.Kobo * times));

    public static bool operator <(Money left, Money right) => left.Kobo < right.Kobo;

    public static bool operator >(Money left, Money right) => left.Kobo > right.Kobo;

    public static bool operator <=(Money left, Money right) => left.Kobo <= right.Kobo;

    public static bool operator >=(Money left, Money right) => left.Kobo >= right.Kobo;

    public int CompareTo(Money other) => Kobo.CompareTo(other.Kobo);

    /// <summary>As customers read it: <c>₦12,800</c>, with kobo only when there are some.</summary>
    public override string ToString() =>
        "₦" + Naira.ToString(Kobo % 100 == 0 ? "#,0" : "#,0.00", CultureInfo.InvariantCulture);
}

/// <summary>In our own journals and columns an amount is a number of kobo.</summary>
internal sealed class MoneyAsKobo : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Kobo);
}
