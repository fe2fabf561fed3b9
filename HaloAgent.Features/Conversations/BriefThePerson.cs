using HaloAgent.Businesses;
using HaloAgent.Contacts;
using HaloAgent.Data;
using HaloAgent.Languages;
using HaloAgent.Loyalty;
using HaloAgent.Messaging;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Conversations;

/// <summary>
/// What a person has to know who goes on where the agent stops, and the reply that suggests itself: put together from what is stored,
/// the customer's own words included. Nothing is worded by a model.
/// </summary>
public sealed class BriefThePerson(HaloDbContext db, MessageCodec codec, ContactOrders orders, CartFacts carts)
{
    private const int MostWords = 3;
    private const int LongestQuote = 200;

    /// <param name="language">In which the customer is answered; null: the one they spoke last.</param>
    /// <returns>Null when the business has no such conversation.</returns>
    public async Task<PersonBrief?> HandleAsync(
        Guid businessId, Guid conversationId, EscalationReason reason, string? language, CancellationToken cancellationToken)
    {
        var contact = await (
            from conversation in db.Conversations.AsNoTracking()
            join person in db.Contacts.AsNoTracking() on conversation.ContactId equals person.Id
            where conversation.Id == conversationId && conversation.BusinessId == businessId
            select person).SingleOrDefaultAsync(cancellationToken);
        if (contact is null)
        {
            return null;
        }

        var shop = await db.Businesses.AsNoTracking().SingleAsync(b => b.Id == businessId, cancellationToken);
        var open = await orders.OpenAsync(businessId, contact.Id, cancellationToken);
        var summary = new List<string> { $"{contact.Name ?? "A customer"} {EscalationWords.Of(reason)}." };
        summary.AddRange(await SaidAsync(conversationId, cancellationToken));
        summary.AddRange(await CartAsync(shop, contact, cancellationToken));
        summary.AddRange(open.Select(order => $"Order {order.DisplayNumber}: {order.Total}, {order.Status.WireName().Replace('_', ' ')}.{Wishes(order)}"));
        summary.AddRange(await DoneAsync(conversationId, cancellationToken));
        return new PersonBrief(string.Join('\n', summary), SuggestedReply.For(reason, Phrasebook.For(language ?? contact.Language, shop.Tone), shop, open));
    }

    private async Task<IEnumerable<string>> SaidAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        var rows = await db.Messages.AsNoTracking()
            .Where(m => m.ConversationId == conversationId && m.Direction == MessageDirection.Inbound)
            .OrderByDescending(m => m.Id).Take(MostWords).Select(m => m.Content).ToListAsync(cancellationToken);
        rows.Reverse();
        return rows.Select(row => codec.Decode(row).Content).Select(content => $"They wrote: “{ShortText.Of(content.Text.Length > 0 ? content.Text : $"[{content.Kind.ToString().ToLowerInvariant()}]", LongestQuote)}”");
    }

    private async Task<IEnumerable<string>> CartAsync(Business shop, Contact contact, CancellationToken cancellationToken)
    {
        var cart = await db.Carts.AsNoTracking().SingleOrDefaultAsync(c => c.ContactId == contact.Id && c.BusinessId == shop.Id, cancellationToken);
        if (cart is null || cart.Lines.Count == 0)
        {
            return [];
        }

        var view = await carts.ReadAsync(cart, shop.DeliveryAreas, null, shop.Loyalty is { } rules ? new PointsAtHand(rules, contact.LoyaltyPoints) : null, cancellationToken);
        return [$"In the cart: {string.Join(", ", view.Lines.Select(line => $"{line.Quantity} × {line.FullName}{Quoted(line.Note)}"))}, together {view.Total}.{Quoted(view.Note)}"];
    }

    private static string Wishes(Order order) =>
        string.Concat(order.Items.Where(item => item.Note is not null).OrderBy(item => item.Position).Select(item => $" {item.FullName}:{Quoted(item.Note)}.").Append(Quoted(order.Note)));

    private static string Quoted(string? note) => note is null ? "" : $" “{note}”";

    private async Task<IEnumerable<string>> DoneAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        var said = await db.Messages.AsNoTracking()
            .Where(m => m.ConversationId == conversationId && m.Author == MessageAuthor.Agent)
            .OrderByDescending(m => m.Id).Select(m => m.Content).FirstOrDefaultAsync(cancellationToken);
        var turn = await db.Turns.AsNoTracking().Include(t => t.Steps)
            .Where(t => t.ConversationId == conversationId && t.Status == TurnStatus.Completed)
            .OrderByDescending(t => t.StartedAt).FirstOrDefaultAsync(cancellationToken);
        var did = AgentDeeds.Of(turn?.Steps.Where(step => step is { Kind: TurnStepKind.Tool, OperationId: not null }).OrderBy(step => step.Ordinal).Select(step => step.Name) ?? []);
        return
        [
            .. did is null ? (IEnumerable<string>)[] : [$"Last, the agent {did}."],
            .. said is null ? (IEnumerable<string>)[] : [$"The agent wrote last: “{ShortText.Of(codec.Decode(said).Content.Text, LongestQuote)}”"],
        ];
    }
}

/// <param name="Summary">Lines, in English, for the shop's people.</param>
/// <param name="SuggestedReply">In the customer's language, to be edited before it is sent.</param>
public sealed record PersonBrief(string Summary, string SuggestedReply);
