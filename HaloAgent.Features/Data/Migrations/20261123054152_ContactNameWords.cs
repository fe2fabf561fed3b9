using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaloAgent.Data.Migrations
{
    /// <inheritdoc />
    public partial class ContactNameWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long[]>(
                name: "name_words",
                table: "contacts",
                type: "bigint[]",
                nullable: false,
                defaultValue: new long[0]);

            migrationBuilder.CreateIndex(
                name: "ix_message_logs_business_id_created_at",
                table: "message_logs",
                columns: new[] { "business_id", "created_at" },
                filter: "direction = 1 AND delivery_status = 40");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_name_words",
                table: "contacts",
                column: "name_words")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_message_logs_business_id_created_at",
                table: "message_logs");

            migrationBuilder.DropIndex(
                name: "ix_contacts_name_words",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "name_words",
                table: "contacts");
        }
    }
}
