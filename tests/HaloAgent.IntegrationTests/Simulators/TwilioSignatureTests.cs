using HaloAgent.Simulators.Twilio;
using Xunit;

namespace HaloAgent.IntegrationTests.Simulators;

/// <summary>Against the vectors that Twilio publishes in the tests of its C# library.</summary>
public class TwilioSignatureTests
{
    private const string BodyHash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    private static readonly Dictionary<string, string> _call = new()
    {
        ["To"] = "+18005551212",
        ["Digits"] = "1234",
        ["Caller"] = "+14158675309",
        ["From"] = "+14158675309",
        ["CallSid"] = "CA1234567890ABCDE",
    };

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://MyCompany.com/myapp.php?foo=1&bar=2", "g9IN/x4Cft2g517EjYvEvM/W7LU=")]
    [InlineData("https://MyCompany.com:1234/myapp.php?foo=1&bar=2", "PCqOZm8cnu/L6+u5i5fuEd+Iac4=")]
    public void A_form_post_signs_to_the_published_value(string url, string expected)
    {
        Assert.Equal(expected, TwilioSignature.Compute("12345", url, _call));
        Assert.Equal(expected, IndependentSignature.Of("12345", url, _call));
    }

    [Theory]
    [InlineData($"https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256={BodyHash}", "a9nBmqA0ju/hNViExpshrM61xv4=")]
    [InlineData($"https://mycompany.com/myapp.php?bodySHA256={BodyHash}", "y77kIzt2vzLz71DgmJGsen2scGs=")]
    public void A_json_post_is_signed_by_its_address(string url, string expected) =>
        Assert.Equal(expected, TwilioSignature.Compute("12345", url));

    [Fact]
    public void The_fragment_is_no_part_of_the_signature() =>
        Assert.Equal(
            "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
            TwilioSignature.Compute("12345", "https://mycompany.com/myapp.php?foo=1&bar=2#rc=5&rp=all", _call));

    [Fact]
    public void A_repeated_key_counts_once_for_each_distinct_value_in_order()
    {
        KeyValuePair<string, string>[] shuffled = [new("b", "2"), new("a", "z"), new("b", "1"), new("b", "2")];
        Assert.Equal(
            TwilioSignature.Compute("12345", "https://x.example/azb1b2"),
            TwilioSignature.Compute("12345", "https://x.example/", shuffled));
    }
}
