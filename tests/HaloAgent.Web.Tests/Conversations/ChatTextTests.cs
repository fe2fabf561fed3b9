using HaloAgent.Web.Conversations;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Shared;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace HaloAgent.Web.Tests.Conversations;

public sealed class ChatTextTests
{
    private static readonly ShopClock Clock = new(new FakeTimeProvider(Samples.Now), "Africa/Lagos");

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("*Total ₦500* now", "[Total ₦500]| now")]
    [InlineData("2 * 3 * 4", "2 * 3 |* 4")]
    [InlineData("a *b", "a *b")]
    [InlineData("**", "*|*")]
    [InlineData("*a*\n*b*", "[a]|\n|[b]")]
    public void Stars_make_bold_only_around_words(string text, string parts) =>
        Assert.Equal(parts, string.Join('|', ChatText.Split(text).Select(part => part.Bold ? $"[{part.Text}]" : part.Text)));

    [Theory]
    [InlineData("payment_claim", "payment claim")]
    [InlineData("PaymentClaim", "payment claim")]
    public void Names_of_code_become_words(string name, string words) => Assert.Equal(words, TurnWords.Plain(name));

    [Fact]
    public void Stored_json_reads_as_facts()
    {
        Assert.Equal(
            "lines:\n  • 3 × Jollof rice & chicken (large) ₦10,500\naddress: 14 Opebi Road\ntotal: ₦12,000",
            TurnWords.Facts("""{"version":4,"lines":[{"productId":"0198c0de-0000-7000-8000-000000000001","name":"Jollof rice & chicken","variant":"large","quantity":3,"total":1050000}],"fulfillment":0,"address":"14 Opebi Road","total":1200000,"missing":[0,1],"note":null,"isShort":false}""", Clock));
        Assert.Equal("matches:\n  • name: Zobo\n    in stock: yes", TurnWords.Facts("""{"matches":[{"name":"Zobo","inStock":true}]}""", Clock));
        Assert.Equal("not json", TurnWords.Facts("not json", Clock));
        Assert.Equal("", TurnWords.Facts("{}", Clock));
        Assert.Equal("", TurnWords.Facts("\"0198c0de-0000-7000-8000-000000000001\"", Clock));
    }
}
