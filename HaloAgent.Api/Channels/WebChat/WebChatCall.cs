using HaloAgent.Businesses;
using HaloAgent.Channels;
using HaloAgent.Data;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Api.Channels.WebChat;

/// <summary>Who calls the web chat, of which shop, in which conversation.</summary>
internal sealed record ChatCaller(Visitor Visitor, Guid BusinessId, Guid ConversationId);

internal sealed class WebChatCall(HaloDbContext db, VisitorTokens tokens, BlindIndex index)
{
    private static readonly Failure NoVisitor = new(
        FailureKind.Unauthenticated, "no_visitor", $"Begin with POST …/chat/visitors and send its token in the header {VisitorTokens.Header}.");

    /// <summary>Null when there is no such shop, or it has no web chat.</summary>
    public async Task<Guid?> ShopAsync(string slug, CancellationToken stop)
    {
        var account = ConversationKeys.Account(index, Channel.WebChat, slug);
        return await db.ChannelAccounts.Where(a => a.Id == account).Select(a => (Guid?)a.BusinessId).SingleOrDefaultAsync(stop);
    }

    public async Task<Outcome<ChatCaller>> WhoAsync(string slug, HttpContext context, CancellationToken stop)
    {
        if (await ShopAsync(slug, stop) is not { } business)
        {
            return ReadPublicBusiness.NoSuchShop;
        }

        if (tokens.Read(context) is not { } visitor)
        {
            return NoVisitor;
        }

        var account = ConversationKeys.Account(index, Channel.WebChat, slug);
        return new ChatCaller(visitor, business, ConversationKeys.Conversation(index, account, visitor.Id));
    }
}
