using System.Globalization;

namespace HaloAgent.LoadTests.Wire;

/// <summary>Message ids of this run: they share a beginning and rise, so that the database can be asked about exactly these.</summary>
internal sealed class Sids
{
    private long last;

    /// <summary>SM and twelve hex digits.</summary>
    public string Prefix { get; } = "SM" + Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture)[^12..];

    public long Count => Interlocked.Read(ref last);

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Interlocked.Increment(ref last):x20}");
}
