using HaloAgent.DevHost.CommandLine;
using Xunit;

namespace HaloAgent.IntegrationTests.DevHost;

public sealed class ServiceLineReaderTests
{
    private readonly ServiceLineReader _reader = new();

    [Fact]
    public void Level_and_message_become_one_line()
    {
        Assert.Null(_reader.Read("warn: HaloAgent.Api.Channels.Twilio.TwilioSignatureFilter[12]"));
        Assert.Equal(new ServiceLine(LineLevel.Warning, "TwilioSignatureFilter", "a wrong signature"), _reader.Read("      a wrong signature"));
    }

    [Fact]
    public void What_follows_a_failure_keeps_its_colour()
    {
        _reader.Read("fail: HaloAgent.Api.Thing[1]");
        _reader.Read("      it broke");

        Assert.Equal(LineLevel.Failure, _reader.Read("         at Somewhere()")!.Level);
        Assert.Equal(LineLevel.Plain, _reader.Read("Hosting started")!.Level);
    }

    [Theory]
    [InlineData("")]
    [InlineData("info: no category")]
    [InlineData("info")]
    [InlineData("Unhandled exception. System.InvalidOperationException")]
    public void Anything_else_passes_as_it_is(string line) =>
        Assert.Equal(new ServiceLine(LineLevel.Plain, null, line), _reader.Read(line));
}
