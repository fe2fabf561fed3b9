using System.Text;

namespace HaloAgent.Api.Channels.Twilio;

/// <summary>
/// What Twilio posts (<c>application/x-www-form-urlencoded</c>, UTF-8), decoded once into one array; names and values are slices of
/// it, so that the signature is computed over the bytes and only the fields that are asked for become strings. Reading it as
/// <see cref="IFormCollection"/> and sorting strings took a third of the front door's time.
/// </summary>
internal sealed class TwilioForm
{
    private const int MaxFields = 1024;
    private readonly byte[] text;
    private readonly List<Field> fields;

    private TwilioForm(byte[] body, byte[] text, List<Field> fields) => (Body, this.text, this.fields) = (body, text, fields);

    /// <summary>As it came over the wire.</summary>
    public byte[] Body { get; }

    /// <summary>How much <see cref="CopySigned"/> may write.</summary>
    public int SignedLength => text.Length;

    /// <returns>Null for what nobody means: more fields than any message has, or a zero character (PostgreSQL's text cannot hold it).</returns>
    public static TwilioForm? Parse(byte[] body)
    {
        var text = new byte[body.Length];
        var fields = new List<Field>(32);
        var length = 0;
        foreach (var range in body.AsSpan().Split((byte)'&'))
        {
            var pair = body.AsSpan(range);
            var equals = pair.IndexOf((byte)'=');
            var name = Decode(equals < 0 ? pair : pair[..equals], text.AsSpan(length));
            var value = equals < 0 ? 0 : Decode(pair[(equals + 1)..], text.AsSpan(length + name));
            if (name + value > 0)
            {
                fields.Add(new Field(length, name, value));
            }

            length += name + value;
            if (fields.Count > MaxFields)
            {
                return null;
            }
        }

        if (text.AsSpan(0, length).Contains((byte)0))
        {
            return null;
        }

        fields.Sort((one, other) => Compare(text, one, other));
        return new TwilioForm(body, text, fields);
    }

    /// <summary>Null if the field is missing or empty. Of a field that came twice, one of them.</summary>
    public string? Value(ReadOnlySpan<byte> name)
    {
        foreach (var field in fields)
        {
            if (field.Name(text).SequenceEqual(name))
            {
                return field.ValueLength == 0 ? null : Encoding.UTF8.GetString(field.Value(text));
            }
        }

        return null;
    }

    public string? Value(string name) => Value(Encoding.UTF8.GetBytes(name));

    /// <summary>Every name with its value, sorted, each pair once: what Twilio signs behind the address.</summary>
    public int CopySigned(Span<byte> target)
    {
        var length = 0;
        for (var i = 0; i < fields.Count; i++)
        {
            if (i == 0 || Compare(text, fields[i - 1], fields[i]) != 0)
            {
                var pair = fields[i].Both(text);
                pair.CopyTo(target[length..]);
                length += pair.Length;
            }
        }

        return length;
    }

    private static int Compare(byte[] text, Field one, Field other)
    {
        var byName = one.Name(text).SequenceCompareTo(other.Name(text));
        return byName != 0 ? byName : one.Value(text).SequenceCompareTo(other.Value(text));
    }

    /// <summary>What only looks like an escape is taken as it stands.</summary>
    private static int Decode(ReadOnlySpan<byte> escaped, Span<byte> target)
    {
        var length = 0;
        while (escaped.IndexOfAny((byte)'%', (byte)'+') is >= 0 and var next)
        {
            escaped[..next].CopyTo(target[length..]);
            length += next;
            var isByte = escaped[next] == '%' && escaped.Length > next + 2 && char.IsAsciiHexDigit((char)escaped[next + 1]) && char.IsAsciiHexDigit((char)escaped[next + 2]);
            target[length++] = isByte ? (byte)((HexValue(escaped[next + 1]) << 4) | HexValue(escaped[next + 2])) : escaped[next] == '+' ? (byte)' ' : (byte)'%';
            escaped = escaped[(next + (isByte ? 3 : 1))..];
        }

        escaped.CopyTo(target[length..]);
        return length + escaped.Length;
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    /// <summary>The value stands right behind the name.</summary>
    private readonly record struct Field(int Start, int NameLength, int ValueLength)
    {
        public ReadOnlySpan<byte> Name(byte[] text) => text.AsSpan(Start, NameLength);

        public ReadOnlySpan<byte> Value(byte[] text) => text.AsSpan(Start + NameLength, ValueLength);

        public ReadOnlySpan<byte> Both(byte[] text) => text.AsSpan(Start, NameLength + ValueLength);
    }
}
