using Bunit;
using HaloAgent.Contracts.Conversations;
using HaloAgent.Contracts.Orders;
using HaloAgent.Web.Conversations;
using HaloAgent.Web.FakeApi;
using HaloAgent.Web.Tests.Support;

namespace HaloAgent.Web.Tests.Conversations;

/// <summary>A chat as a member sees it.</summary>
public abstract class OpenedTranscript : WebTest
{
    internal static readonly ConversationView Chat = Samples.Conversation();

    internal IRenderedComponent<Transcript> Open(ConversationView chat, params MessageView[]? messages)
    {
        Api.On($"GET /api/conversations/{chat.Id}", chat);
        Api.On("GET /api/contacts/orders", Array.Empty<OrderView>());
        if (messages is not null)
        {
            Api.On($"GET /api/conversations/{chat.Id}/messages", messages);
        }

        var page = Render<Transcript>(parameters => parameters
            .Add(shown => shown.Id, chat.Id).Add(shown => shown.Back, "/chats").Add(shown => shown.DetailsHref, "/details").Add(shown => shown.WhyHref, turn => $"/why/{turn}"));
        page.WaitForElement(".composer");
        return page;
    }
}
