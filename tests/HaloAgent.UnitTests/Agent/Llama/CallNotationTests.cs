using Xunit;

namespace HaloAgent.UnitTests.Agent.Llama;

/// <summary>Calls that models write into their text.</summary>
public sealed class CallNotationTests
{
    private const string TwoJollof = """add_to_cart{"product":"Jollof rice","quantity":2}""";

    [Theory]
    [InlineData("""{"name": "add_to_cart", "parameters": {"product": "Jollof rice", "quantity": 2}}""")]
    [InlineData("""{"name": "add_to_cart", "arguments": {"product": "Jollof rice", "quantity": "2"}}""")]
    [InlineData("""{"name": "add_to_cart", "arguments": "{\"product\": \"Jollof rice\", \"quantity\": 2}"}""")]
    [InlineData("""{"type": "function", "name": "add_to_cart", "parameters": {"product": "Jollof rice", "quantity": 2}}""")]
    [InlineData("""{"type": "function", "function": {"name": "add_to_cart", "arguments": {"product": "Jollof rice", "quantity": 2}}}""")]
    [InlineData("""{"function": "add_to_cart", "parameters": {"product": "Jollof rice", "quantity": 2}}""")]
    [InlineData("""[{"name": "add_to_cart", "arguments": {"product": "Jollof rice", "quantity": 2}}]""")]
    [InlineData("""<function=add_to_cart>{"product": "Jollof rice", "quantity": 2}</function>""")]
    [InlineData("""<function=add_to_cart{"product": "Jollof rice", "quantity": 2}</function>""")]
    [InlineData("""<function(add_to_cart){"product": "Jollof rice", "quantity": 2}>""")]
    [InlineData("""<function=add_to_cart>{"product": "Jollof rice", "quantity": 2}""")]
    [InlineData("""<|python_tag|>add_to_cart.call(product="Jollof rice", quantity=2)""")]
    [InlineData("""<|python_tag|>{"name": "add_to_cart", "parameters": {"product": "Jollof rice", "quantity": 2}}<|eom_id|>""")]
    [InlineData("""[add_to_cart(product="Jollof rice", quantity=2)]""")]
    [InlineData("""add_to_cart(product='Jollof rice', quantity=2)""")]
    [InlineData("""functions.add_to_cart(product="Jollof rice", quantity=2)""")]
    [InlineData("```json\n{\"name\": \"add_to_cart\", \"parameters\": {\"product\": \"Jollof rice\", \"quantity\": 2}}\n```")]
    [InlineData("```python\nadd_to_cart(product=\"Jollof rice\", quantity=2)\n```")]
    [InlineData("""<tool_call>{"name": "add_to_cart", "arguments": {"product": "Jollof rice", "quantity": 2}}</tool_call>""")]
    public void Each_notation_is_the_call_and_nothing_of_it_is_text(string content)
    {
        var reply = Fixture.Saying(content);

        Assert.Equal(TwoJollof, reply.Written());
        Assert.Null(reply.Text);
    }

    [Fact]
    public void Words_around_a_call_stay_words()
    {
        var reply = Fixture.Saying("""Sure! {"name": "view_cart", "parameters": {}} One moment.""");

        Assert.Equal("view_cart{}", reply.Written());
        Assert.Equal("Sure!  One moment.", reply.Text);
    }

    /// <summary>Each bracket used to be followed to the end of a text of up to a megabyte: hours, which no time-out could end.</summary>
    [Fact]
    public void A_text_of_nothing_but_brackets_is_cut_before_it_is_searched()
    {
        var reply = Fixture.Saying(new string('[', 500_000) + "Fine.");
        var prose = Fixture.Saying("Fine." + new string('[', 500_000));

        Assert.Empty(reply.Calls);
        Assert.Null(reply.Text);
        Assert.InRange(prose.Text!.Length, 1, 8_000);
    }

    [Fact]
    public void Several_calls_in_one_text_are_all_made_in_order()
    {
        var reply = Fixture.Saying("""[view_cart(), show_products(names=["Zobo", 'Malt'])]""");

        Assert.Equal("""view_cart{} show_products{"names":["Zobo","Malt"]}""", reply.Written());
    }

    [Theory]
    [InlineData("We have jollof (with chicken) and zobo.")]
    [InlineData("Please call (me) on 0803 000 0000.")]
    [InlineData("The price is {see menu}.")]
    [InlineData("Sizes: [M, L, XL]")]
    public void Prose_with_brackets_is_prose(string content)
    {
        var reply = Fixture.Saying(content);

        Assert.Empty(reply.Calls);
        Assert.Equal(content, reply.Text);
    }

    [Theory]
    [InlineData("""{"name": "give_discount", "parameters": {"percent": 50}}""")]
    [InlineData("""<function=transfer_money>{"to": "me"}</function>""")]
    [InlineData("""<function=add_to_cart>{"product": "Jollof""")]
    [InlineData("```json\n{\"name\": \"get_menu\", \"parameters\": {}}\n``")]
    [InlineData("""get_menu.call(category="pizza")""")]
    [InlineData("""{"total": 10}""")]
    [InlineData("""
        "}}
        """)]
    public void A_call_of_no_tool_or_half_a_call_or_data_is_never_shown(string content)
    {
        var reply = Fixture.Saying(content);

        Assert.Empty(reply.Calls);
        Assert.Null(reply.Text);
    }
}
