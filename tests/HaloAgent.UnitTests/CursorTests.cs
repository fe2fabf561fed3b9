using Xunit;

namespace HaloAgent.UnitTests;

public sealed class CursorTests
{
    [Fact]
    public void A_cursor_survives_the_way_to_the_client_and_back()
    {
        var cursor = Cursor.At(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), Guid.CreateVersion7());

        var read = Cursor.Read(cursor.ToString());

        Assert.Equal(cursor, read.Value);
        Assert.Equal(cursor.Time, read.Value!.Value.Time);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\0")]
    [InlineData("LTEuMA")]
    [InlineData("OTIyMzM3MjAzNjg1NDc3NTgwNy4wMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA")]
    public void What_is_none_is_refused(string text) => Assert.Equal("cursor", Cursor.Read(text).Failure?.Field);

    [Fact]
    public void No_cursor_is_the_beginning() => Assert.Null(Cursor.Read(null).Value);
}
