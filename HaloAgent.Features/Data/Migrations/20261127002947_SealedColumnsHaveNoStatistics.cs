using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaloAgent.Data.Migrations
{
    /// <inheritdoc />
    public partial class SealedColumnsHaveNoStatistics : Migration
    {
        private const int AsTheServerDoes = -1;

        // Encrypted bytes are never compared: PostgreSQL need not read and sort them to learn what is common among them. On the tables of
        // the message path that was most of what ANALYZE costs.
        private static readonly (string Table, string[] Columns)[] Sealed =
        [
            ("message_logs", ["content", "raw"]),
            ("turn_steps", ["arguments", "result"]),
            ("conversations", ["last_message", "hand_back_summary"]),
            ("contacts", ["name", "phone_number", "saved_address"]),
            ("contact_identities", ["external_id"]),
            ("carts", ["delivery_address"]),
            ("orders", ["delivery_address", "note"]),
            ("order_items", ["note"]),
            ("order_changes", ["note"]),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            SetStatistics(migrationBuilder, 0);

            // The list is sorted by another expression and never used it; every turn wrote it, and with it all the table's other indexes.
            migrationBuilder.DropIndex(
                name: "ix_contacts_business_id_last_seen_at",
                table: "contacts");
            migrationBuilder.Sql("ALTER TABLE contacts SET (fillfactor = 75)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE contacts RESET (fillfactor)");
            migrationBuilder.CreateIndex(
                name: "ix_contacts_business_id_last_seen_at",
                table: "contacts",
                columns: new[] { "business_id", "last_seen_at" });

            SetStatistics(migrationBuilder, AsTheServerDoes);
        }

        private static void SetStatistics(MigrationBuilder migrationBuilder, int target)
        {
            foreach (var (table, columns) in Sealed)
            {
                migrationBuilder.Sql($"ALTER TABLE {table} {string.Join(", ", columns.Select(column => $"ALTER COLUMN {column} SET STATISTICS {target}"))}");
            }
        }
    }
}
