using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaloAgent.Data.Migrations
{
    /// <inheritdoc />
    public partial class MessagesTouchNoConversationIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_conversations_business_id_last_message_at",
                table: "conversations");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_business_id",
                table: "conversations",
                column: "business_id");

            migrationBuilder.Sql("ALTER TABLE conversations SET (fillfactor = 75)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("ALTER TABLE conversations RESET (fillfactor)");

            migrationBuilder.DropIndex(
                name: "ix_conversations_business_id",
                table: "conversations");

            migrationBuilder.CreateIndex(
                name: "ix_conversations_business_id_last_message_at",
                table: "conversations",
                columns: new[] { "business_id", "last_message_at" });
        }
    }
}
