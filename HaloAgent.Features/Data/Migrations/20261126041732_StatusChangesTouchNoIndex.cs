using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaloAgent.Data.Migrations
{
    /// <inheritdoc />
    public partial class StatusChangesTouchNoIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_message_logs_business_id_created_at",
                table: "message_logs");

            migrationBuilder.DropIndex(
                name: "ix_message_logs_conversation_id_id1",
                table: "message_logs");

            // Both in one statement: each computed column that is stored writes the table anew.
            migrationBuilder.Sql(
                """
                ALTER TABLE message_logs
                    ADD COLUMN failed boolean NOT NULL GENERATED ALWAYS AS (direction = 1 AND delivery_status = 40) STORED,
                    ADD COLUMN undelivered boolean NOT NULL GENERATED ALWAYS AS (direction = 1 AND delivery_status < 30) STORED
                """);

            migrationBuilder.CreateIndex(
                name: "ix_message_logs_business_id_created_at",
                table: "message_logs",
                columns: new[] { "business_id", "created_at" },
                filter: "failed");

            migrationBuilder.CreateIndex(
                name: "ix_message_logs_conversation_id_id1",
                table: "message_logs",
                columns: new[] { "conversation_id", "id" },
                filter: "undelivered");

            // Room on its page for a row's next versions: only then does a change of status leave the indexes alone.
            migrationBuilder.Sql("ALTER TABLE message_logs SET (fillfactor = 75)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE message_logs RESET (fillfactor)");

            migrationBuilder.DropIndex(
                name: "ix_message_logs_business_id_created_at",
                table: "message_logs");

            migrationBuilder.DropIndex(
                name: "ix_message_logs_conversation_id_id1",
                table: "message_logs");

            migrationBuilder.DropColumn(
                name: "failed",
                table: "message_logs");

            migrationBuilder.DropColumn(
                name: "undelivered",
                table: "message_logs");

            migrationBuilder.CreateIndex(
                name: "ix_message_logs_business_id_created_at",
                table: "message_logs",
                columns: new[] { "business_id", "created_at" },
                filter: "direction = 1 AND delivery_status = 40");

            migrationBuilder.CreateIndex(
                name: "ix_message_logs_conversation_id_id1",
                table: "message_logs",
                columns: new[] { "conversation_id", "id" },
                filter: "direction = 1 AND delivery_status < 30");
        }
    }
}
