using System.ComponentModel.DataAnnotations;
using HaloAgent.Compliance;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace HaloAgent.UnitTests.Compliance;

public sealed class RetentionOptionsTests
{
    [Fact]
    public void A_bare_number_is_days()
    {
        var options = Read(("Explanations", "30"), ("Messages", "365"));

        Assert.Equal((TimeSpan.FromDays(30), TimeSpan.FromDays(365)), (options.Explanations, options.Messages));
        Assert.Empty(options.Validate(new ValidationContext(options)));
        Assert.Empty(new RetentionOptions().Validate(new ValidationContext(options)));
    }

    [Theory]
    [InlineData("Explanations", "0")]
    [InlineData("Explanations", "-90")]
    [InlineData("Messages", "23:59:59")]
    [InlineData("Messages", "40000")]
    [InlineData("RestsAfter", "-1")]
    [InlineData("Every", "00:00:30")]
    public void A_slip_of_the_pen_is_named_and_deletes_nothing(string key, string value)
    {
        var options = Read((key, value));

        Assert.Contains($"Retention:{key} ", Assert.Single(options.Validate(new ValidationContext(options))).ErrorMessage, StringComparison.Ordinal);
    }

    private static RetentionOptions Read(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"Retention:{one.Key}", (string?)one.Value))).Build()
        .GetSection(RetentionOptions.Section).Get<RetentionOptions>()!;
}
