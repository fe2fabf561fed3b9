using HaloAgent.AgentWorker.Agent.Llama.Replies;
using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>Arguments and names as models write them.</summary>
public sealed class CallArgumentTests
{
    [Theory]
    [InlineData("""{"product":"Zobo","quantity":2}""", """{"product":"Zobo","quantity":2}""")]
    [InlineData(""" "{\"product\":\"Zobo\",\"quantity\":2}" """, """{"product":"Zobo","quantity":2}""")]
    [InlineData(""" "\"{\\\"product\\\":\\\"Zobo\\\",\\\"quantity\\\":2}\"" """, """{"product":"Zobo","quantity":2}""")]
    [InlineData(""" "{\"product\":\"Zobo\",\"quantity\":\"2\"}" """, """{"product":"Zobo","quantity":2}""")]
    [InlineData("""{"product":"Zobo","quantity":2.0,"gift":"true"}""", """{"product":"Zobo","quantity":2,"gift":true}""")]
    [InlineData("""{"product":"Zobo","quantity":2,"variant":""}""", """{"product":"Zobo","quantity":2}""")]
    [InlineData("""{"product":"Zobo","quantity":2,"variant":null}""", """{"product":"Zobo","quantity":2}""")]
    [InlineData("""{"product":["Zobo"],"quantity":"1,000"}""", """{"product":"Zobo","quantity":1000}""")]
    [InlineData("""{"product":7,"quantity":2}""", """{"product":"7","quantity":2}""")]
    [InlineData("""{"product":"Zobo","quantity":3,"quantity":2}""", """{"product":"Zobo","quantity":2}""")]
    [InlineData(""" "{\"product\":\"Zobo\",\"quantity\":3,\"quantity\":2}" """, """{"product":"Zobo","quantity":2}""")]
    [InlineData(""" "" """, "{}")]
    [InlineData("null", "{}")]
    public void Arguments_are_read_however_they_are_written(string written, string read) =>
        Assert.Equal(read, Fixture.Calling("add_to_cart", written).Calls[0].Arguments.ToJsonString());

    [Theory]
    [InlineData(""" "{\"product\": \"Zo" """)]
    [InlineData(""" "two zobo" """)]
    [InlineData(""" "{\"product\": \"\\ud83d\"}" """)]
    [InlineData("5")]
    public void Arguments_that_cannot_be_read_say_so(string written) =>
        Assert.True(Fixture.Calling("add_to_cart", written).Calls[0].Arguments.ContainsKey(LlamaCall.Unreadable));

    [Theory]
    [InlineData("""{"product":"Zobo","quantity":2.5}""", """{"product":"Zobo","quantity":2.5}""")]
    [InlineData("""{"product":"Zobo","quantity":"two"}""", """{"product":"Zobo","quantity":"two"}""")]
    public void What_does_not_fit_is_left_for_the_tool_to_refuse(string written, string read) =>
        Assert.Equal(read, Fixture.Calling("add_to_cart", written).Calls[0].Arguments.ToJsonString());

    [Theory]
    [InlineData("add_to_cart")]
    [InlineData("orders_add_to_cart")]
    [InlineData("functions.add_to_cart")]
    [InlineData("Orders-add_to_cart")]
    [InlineData("add-to-cart")]
    [InlineData("addToCart")]
    [InlineData("AddToCart")]
    public void An_altered_name_means_the_tool_it_ends_in(string written) =>
        Assert.Equal("add_to_cart", Fixture.Calling(written, "{}").Calls[0].Name);

    [Theory]
    [InlineData("readd_to_cart")]
    [InlineData("drop_table")]
    public void Another_name_stays_another_name(string written) => Assert.Equal(written, Fixture.Calling(written, "{}").Calls[0].Name);

    [Fact]
    public void A_whole_call_written_into_the_name_is_read_from_there() =>
        Assert.Equal("""add_to_cart{"product":"Zobo","quantity":1}""", Fixture.Calling("""add_to_cart(product="Zobo", quantity=1)""", "{}").Written());
}
