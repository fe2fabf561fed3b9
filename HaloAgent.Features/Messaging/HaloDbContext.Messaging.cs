using HaloAgent.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaloAgent.Data;

public sealed partial class HaloDbContext
{
    public DbSet<Message> Messages => Set<Message>();
}

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("message_logs");
        builder.Property(m => m.Id).UseIdentityAlwaysColumn();
        builder.Property(m => m.ProviderMessageId).HasMaxLength(160);
        builder.Property(m => m.AuthorName).HasMaxLength(120);
        builder.Property(m => m.TraceParent).HasMaxLength(80);
        builder.Property(m => m.FailureCode).HasMaxLength(40);
        builder.Property(m => m.OperationId).HasMaxLength(120);

        // A repeat of a provider's message changes nothing.
        builder.HasIndex(m => new { m.ChannelAccountId, m.ProviderMessageId }).IsUnique().HasFilter("provider_message_id IS NOT NULL");
        builder.HasIndex(m => m.OperationId).IsUnique().HasFilter("operation_id IS NOT NULL");
        builder.HasIndex(m => new { m.ConversationId, m.Id });

        // Columns of their own, because a change of a column that an index mentions writes every index of the row anew: with the status
        // itself in the filters below, each of a message's four status callbacks did.
        builder.Property(m => m.Undelivered).HasComputedColumnSql("direction = 1 AND delivery_status < 30", stored: true);
        builder.Property(m => m.Failed).HasComputedColumnSql("direction = 1 AND delivery_status = 40", stored: true);

        // Few: what the owner has to know of.
        builder.HasIndex(m => new { m.BusinessId, m.CreatedAt }, "ix_message_logs_failed").HasFilter("failed");

        // What waits, and nothing else: these stay small, so the sweeper's look is cheap.
        builder.HasIndex(m => new { m.ConversationId, m.Id }, "ix_message_logs_waiting").HasFilter("direction = 0 AND turn_id IS NULL");
        builder.HasIndex(m => new { m.ConversationId, m.Id }, "ix_message_logs_undelivered").HasFilter("undelivered");
    }
}
