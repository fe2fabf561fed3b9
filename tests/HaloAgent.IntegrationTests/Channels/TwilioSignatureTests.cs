using HaloAgent.Api.Channels.Twilio;
using Xunit;

namespace HaloAgent.IntegrationTests.Channels;

/// <summary>Twilio's published vectors (twilio-csharp's tests of RequestValidator).</summary>
public class TwilioSignatureTests
{
    private const string Token = "12345";
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string Signature = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private static readonly KeyValuePair<string, string>[] Fields =
    [
        new("CallSid", "CA1234567890ABCDE"), new("Caller", "+14158675309"), new("Digits", "1234"), new("From", "+14158675309"), new("To", "+18005551212"),
    ];

    private static readonly Task<TwilioForm> Form = PostedAsync(Fields);

    [Theory]
    [InlineData(Url, Signature)]
    [InlineData("https://MyCompany.com/myapp.php?foo=1&bar=2", "g9IN/x4Cft2g517EjYvEvM/W7LU=")]
    [InlineData("https://MyCompany.com:1234/myapp.php?foo=1&bar=2", "PCqOZm8cnu/L6+u5i5fuEd+Iac4=")]
    public async Task Twilios_own_examples_come_out_the_same(string url, string signature) =>
        Assert.Equal(signature, TwilioSignature.Compute(Token, url, await Form));

    [Fact]
    public async Task The_order_of_the_fields_does_not_matter() =>
        Assert.Equal(Signature, TwilioSignature.Compute(Token, Url, await PostedAsync(Fields.Reverse())));

    [Fact]
    public async Task A_field_that_comes_twice_is_signed_once() =>
        Assert.Equal(Signature, TwilioSignature.Compute(Token, Url, await PostedAsync(Fields.Concat(Fields))));

    [Theory]
    [InlineData(Url)]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2")]
    public async Task Twilio_may_have_signed_with_the_port_or_without_it(string signedOver) =>
        Assert.True(TwilioSignature.IsValid(Token, Url, await Form, TwilioSignature.Compute(Token, signedOver, await Form)));

    [Theory]
    [InlineData("")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B9=")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8==")]
    [InlineData("Ã©Ã©Ã©")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8Bé=")]
    public async Task Any_other_signature_is_wrong(string signature) => Assert.False(TwilioSignature.IsValid(Token, Url, await Form, signature));

    [Fact]
    public async Task A_changed_field_another_token_and_another_path_are_wrong()
    {
        Assert.False(TwilioSignature.IsValid(Token, Url, await PostedAsync(Fields.Append(new("Extra", "1"))), Signature));
        Assert.False(TwilioSignature.IsValid("12346", Url, await Form, Signature));
        Assert.False(TwilioSignature.IsValid(Token, "https://mycompany.com/other.php?foo=1&bar=2", await Form, Signature));
    }

    private static async Task<TwilioForm> PostedAsync(IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return TwilioForm.Parse(await content.ReadAsByteArrayAsync())!;
    }
}
