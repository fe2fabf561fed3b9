using HaloAgent.Contacts;
using HaloAgent.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaloAgent.Data;

public sealed partial class HaloDbContext
{
    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Turn> Turns => Set<Turn>();

    public DbSet<Escalation> Escalations => Set<Escalation>();
}

internal sealed class ConversationConfiguration :
    IEntityTypeConfiguration<Conversation>, IEntityTypeConfiguration<Turn>, IEntityTypeConfiguration<TurnStep>, IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        // Without the last message's time, which every message changes: with it, each of them wrote all indexes of the table.
        builder.HasIndex(c => new { c.BusinessId, c.Id });
        builder.HasIndex(c => c.ContactId);
        builder.Property(c => c.HeldByName).HasMaxLength(120);
        builder.Property(c => c.HandedBackBy).HasMaxLength(120);
        builder.Property(c => c.LastAuthor).HasMaxLength(20);
        builder.HasOne<Contact>().WithMany().HasForeignKey(c => c.ContactId);
    }

    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.ConversationId, t.StartedAt });
        builder.HasIndex(t => t.ConversationId, "ix_turns_running").HasFilter("status = 'Running'");
        // What retention has still to look at, and only once a turn has ended.
        builder.HasIndex(t => new { t.BusinessId, t.CompletedAt }, "ix_turns_explained").HasFilter("completed_at IS NOT NULL AND explanation_removed_at IS NULL");
        builder.Property(t => t.Brain).HasMaxLength(40);
        builder.Property(t => t.BrainReason).HasMaxLength(200);
        builder.Property(t => t.Language).HasMaxLength(8);
        builder.Property(t => t.Intent).HasMaxLength(80);
        builder.Property(t => t.Model).HasMaxLength(120);
        builder.Property(t => t.ModelCost).HasPrecision(12, 6);
        builder.Property(t => t.TraceParent).HasMaxLength(80);
        builder.HasMany(t => t.Steps).WithOne().HasForeignKey(s => s.TurnId);
    }

    public void Configure(EntityTypeBuilder<TurnStep> builder)
    {
        builder.ToTable("turn_steps");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(80);
        builder.Property(s => s.OperationId).HasMaxLength(80);
        builder.HasIndex(s => s.OperationId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Escalation> builder)
    {
        // Open once per conversation and reason: asking twice for a person is one request.
        builder.HasIndex(e => new { e.ConversationId, e.Reason }).IsUnique().HasFilter("resolved_at IS NULL");
        builder.HasIndex(e => new { e.BusinessId, e.OpenedAt }).HasFilter("resolved_at IS NULL");

        // What retention has still to look at.
        builder.HasIndex(e => e.ConversationId, "ix_escalations_worded")
            .HasFilter("resolved_at IS NOT NULL AND (detail IS NOT NULL OR summary IS NOT NULL OR suggested_reply IS NOT NULL)");
    }
}
