using HaloAgent.AgentWorker.Agent.Tools;
using HaloAgent.AgentWorker.Contacts;
using HaloAgent.AgentWorker.Conversations;
using HaloAgent.AgentWorker.Orders;
using HaloAgent.AgentWorker.Payments;
using HaloAgent.Conversations;
using Xunit;

namespace HaloAgent.UnitTests.Conversations;

public sealed class AgentDeedsTests
{
    [Theory]
    [InlineData("placed the order", "place_order")]
    [InlineData("put goods into the cart and noted where to deliver", "add_to_cart", "add_to_cart", "choose_delivery")]
    [InlineData("put goods into the cart, noted where to deliver and showed the order to confirm", "add_to_cart", "choose_delivery", "show_summary")]
    [InlineData("placed the order", "place_order", "escalate")]
    [InlineData(null, "escalate")]
    [InlineData(null)]
    public void What_was_done_is_told_in_words(string? words, params string[] tools) => Assert.Equal(words, AgentDeeds.Of(tools));

    [Fact]
    public void Every_tool_that_changes_something_has_words_but_the_one_that_calls_who_reads_them()
    {
        var changing = new ToolCatalogue().AddOrderTools().AddPaymentTools().AddContactTools().AddConversationTools().All.Where(tool => tool.Changes).Select(tool => tool.Name).ToList();

        Assert.NotEmpty(changing);
        Assert.Equal(["escalate"], changing.Where(tool => AgentDeeds.Of([tool]) is null));
    }
}
