using HaloAgent.DevHost;
using HaloAgent.DevHost.CommandLine;
using Xunit;

namespace HaloAgent.IntegrationTests.DevHost;

public sealed class DevHostArgumentsTests
{
    [Fact]
    public void Nothing_asked_means_one_worker_with_simulators_at_the_known_ports()
    {
        var (arguments, error) = DevHostArguments.Parse([]);

        Assert.Null(error);
        Assert.Equal((1, true, 5100, false), (arguments!.Workers, arguments.Simulators, arguments.PortsFrom, arguments.Fresh));
        Assert.EndsWith(".halo", arguments.Directory, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_option_is_understood_with_a_space_and_with_an_equals_sign()
    {
        var (spaced, _) = DevHostArguments.Parse(["--fresh", "--workers", "3", "--llama", "http://localhost:11434/v1", "--model", "llama3.1", "--no-simulators", "--ports-from", "6000"]);
        var (joined, _) = DevHostArguments.Parse(["--fresh", "--workers=3", "--llama=http://localhost:11434/v1", "--model=llama3.1", "--no-simulators", "--ports-from=6000"]);

        Assert.Equal(spaced, joined);
        Assert.Equal((true, 3, "http://localhost:11434/v1", "llama3.1", false, 6000),
            (spaced!.Fresh, spaced.Workers, spaced.LlamaEndpoint, spaced.LlamaModel, spaced.Simulators, spaced.PortsFrom));
    }

    [Theory]
    [InlineData("--workers", "--workers needs a number from 1 to 20.")]
    [InlineData("--workers 0", "--workers needs a number from 1 to 20.")]
    [InlineData("--workers two", "--workers needs a number from 1 to 20.")]
    [InlineData("--ports-from 80", "--ports-from needs a port from 1024 to 65000.")]
    [InlineData("--llama somewhere --model x", "--llama needs an address, for example http://localhost:11434/v1, or sim, sim:quirky or sim:hostile.")]
    [InlineData("--llama sim:friendly", "--llama needs an address, for example http://localhost:11434/v1, or sim, sim:quirky or sim:hostile.")]
    [InlineData("--llama sim --no-simulators", "--llama sim needs the simulators.")]
    [InlineData("--llama http://localhost:11434", "--llama needs --model too.")]
    [InlineData("--model llama3.1", "--model needs --llama too.")]
    [InlineData("--directory --fresh", "--directory needs a folder.")]
    [InlineData("--frsh", "There is no option --frsh.")]
    public void A_wrong_option_is_named(string line, string expected)
    {
        var (arguments, error) = DevHostArguments.Parse(line.Split(' '));

        Assert.Null(arguments);
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData("--llama sim", "scripted")]
    [InlineData("--llama=sim:scripted", "scripted")]
    [InlineData("--llama sim:quirky", "quirky")]
    [InlineData("--llama sim:hostile --model any", "hostile")]
    public void The_simulated_Llama_has_a_temper_and_needs_no_model(string line, string temper)
    {
        var (arguments, error) = DevHostArguments.Parse(line.Split(' '));

        Assert.Null(error);
        Assert.Equal((temper, null), (arguments!.SimulatedLlama, arguments.LlamaEndpoint));
    }

    [Fact]
    public void The_help_text_names_every_option()
    {
        foreach (var option in new[] { "--fresh", "--workers", "--llama", "--model", "--no-simulators", "--ports-from", "--directory", "--help" })
            Assert.Contains(option, DevHostArguments.Usage, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_simulators_the_Twilio_settings_that_are_missing_are_named()
    {
        var refused = Assert.Throws<DevHostException>(() => DevHostCommand.RequireTwilio(simulators: false, name => name == "Twilio__AccountSid" ? "AC1" : null));

        Assert.Contains("set Twilio__AuthToken, Twilio__PublicBaseUrl in the environment", refused.Message, StringComparison.Ordinal);
        DevHostCommand.RequireTwilio(simulators: true, _ => null);
        DevHostCommand.RequireTwilio(simulators: false, _ => "given");
    }
}
