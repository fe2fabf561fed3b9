using HaloAgent.Contacts;
using HaloAgent.Conversations;
using HaloAgent.Data;
using HaloAgent.Evals.World;
using HaloAgent.Orders;
using Microsoft.EntityFrameworkCore;

namespace HaloAgent.Evals.Running;

/// <summary>What the shop's books say about this customer when the chat is over.</summary>
internal sealed record FinalState
{
    public required IReadOnlyList<Order> Orders { get; init; }

    public required Cart? Cart { get; init; }

    /// <summary>Product, size and number of each line of the cart, by name.</summary>
    public required IReadOnlyList<BookedLine> CartLines { get; init; }

    public required IReadOnlyList<EscalationReason> Escalations { get; init; }

    public required Contact? Contact { get; init; }

    public required bool Held { get; init; }

    public required IReadOnlyList<Turn> Turns { get; init; }

    public static Task<FinalState> ReadAsync(EvalWorld world, ShopCopy shop, Guid conversation, CancellationToken cancellationToken) =>
        world.UseAsync<HaloDbContext, FinalState>(async db =>
        {
            var chat = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == conversation && c.BusinessId == shop.Id, cancellationToken);
            var contact = chat is null ? null : await db.Contacts.AsNoTracking().SingleAsync(c => c.Id == chat.ContactId, cancellationToken);
            var cart = contact is null ? null : await db.Carts.AsNoTracking().SingleOrDefaultAsync(c => c.ContactId == contact.Id, cancellationToken);
            var products = await db.Products.AsNoTracking().Include(p => p.Variants).Where(p => p.BusinessId == shop.Id).ToDictionaryAsync(p => p.Id, cancellationToken);
            return new FinalState
            {
                Orders = await db.Orders.AsNoTracking().Include(o => o.Items)
                    .Where(o => o.BusinessId == shop.Id && o.ConversationId == conversation).OrderBy(o => o.Number).ToListAsync(cancellationToken),
                Cart = cart,
                CartLines = [.. (cart?.Lines ?? []).Select(line => new BookedLine(
                    line.Quantity, products[line.ProductId].Name, products[line.ProductId].Variants.FirstOrDefault(v => v.Id == line.VariantId)?.Name))],
                Escalations = await db.Escalations.AsNoTracking().Where(e => e.ConversationId == conversation && e.BusinessId == shop.Id)
                    .OrderBy(e => e.OpenedAt).Select(e => e.Reason).ToListAsync(cancellationToken),
                Contact = contact,
                Held = chat?.HeldByMemberId is not null,
                Turns = await db.Turns.AsNoTracking().Where(t => t.ConversationId == conversation && t.BusinessId == shop.Id)
                    .OrderBy(t => t.StartedAt).ToListAsync(cancellationToken),
            };
        });
}

internal sealed record BookedLine(int Quantity, string Product, string? Variant)
{
    public override string ToString() => Variant is null ? $"{Quantity} {Product}" : $"{Quantity} {Product} ({Variant})";
}
