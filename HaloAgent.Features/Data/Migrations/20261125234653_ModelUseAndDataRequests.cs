using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaloAgent.Data.Migrations
{
    /// <inheritdoc />
    public partial class ModelUseAndDataRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "completion_tokens",
                table: "turns",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "model",
                table: "turns",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "model_calls",
                table: "turns",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<decimal>(
                name: "model_cost",
                table: "turns",
                type: "numeric(12,6)",
                precision: 12,
                scale: 6,
                nullable: false,
                defaultValue: 0m);

            migrationBuilder.AddColumn<double>(
                name: "model_ms",
                table: "turns",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<int>(
                name: "prompt_tokens",
                table: "turns",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "data_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    business_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    evidence_message_id = table.Column<long>(type: "bigint", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_requests", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_data_requests_business_id_asked_at",
                table: "data_requests",
                columns: new[] { "business_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_data_requests_contact_id_kind",
                table: "data_requests",
                columns: new[] { "contact_id", "kind" },
                unique: true,
                filter: "done_at IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "data_requests");

            migrationBuilder.DropColumn(
                name: "completion_tokens",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "model",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "model_calls",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "model_cost",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "model_ms",
                table: "turns");

            migrationBuilder.DropColumn(
                name: "prompt_tokens",
                table: "turns");
        }
    }
}
