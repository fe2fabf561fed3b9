using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaloAgent.Data.Migrations
{
    /// <inheritdoc />
    public partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_conversations_business_id",
                table: "conversations");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "explanation_removed_at",
                table: "turns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "removed_at",
                table: "media_assets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "messages_removed_until",
                table: "conversations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "retention_rounds",
                columns: table => new
                {
                    business_id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reached_conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    explanations = table.Column<int>(type: "integer", nullable: false),
                    messages = table.Column<int>(type: "integer", nullable: false),
                    files = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_rounds", x => x.business_id);
                    table.ForeignKey(
                        name: "fk_retention_rounds_businesses_business_id",
                        column: x => x.business_id,
                        principalTable: "businesses",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_turns_business_id_completed_at",
                table: "turns",
                columns: new[] { "business_id", "completed_at" },
                filter: "completed_at IS NOT NULL AND explanation_removed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_receipts_media_asset_id",
                table: "receipts",
                column: "media_asset_id");

            migrationBuilder.CreateIndex(
                name: "ix_media_assets_business_id_created_at",
                table: "media_assets",
                columns: new[] { "business_id", "created_at" },
                filter: "message_id IS NULL AND removed_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_escalations_conversation_id",
                table: "escalations",
                column: "conversation_id",
                filter: "resolved_at IS NOT NULL AND (detail IS NOT NULL OR summary IS NOT NULL OR suggested_reply IS NOT NULL)");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_business_id_id",
                table: "conversations",
                columns: new[] { "business_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_retention_rounds_due_at",
                table: "retention_rounds",
                column: "due_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "retention_rounds");

            migrationBuilder.DropIndex(
                name: "ix_turns_business_id_completed_at",
                table: "turns");

            migrationBuilder.DropIndex(
                name: "ix_receipts_media_asset_id",
                table: "receipts");

            migrationBuilder.DropIndex(
                name: "ix_media_assets_business_id_created_at",
                table: "media_assets");

            migrationBuilder.DropIndex(
                name: "ix_escalations_conversation_id",
                table: "escalations");

            migrationBuilder.DropIndex(
                name: "ix_conversations_business_id_id",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "explanation_removed_at",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "removed_at",
                table: "media_assets");

            migrationBuilder.DropColumn(
                name: "messages_removed_until",
                table: "conversations");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_business_id",
                table: "conversations",
                column: "business_id");
        }
    }
}
