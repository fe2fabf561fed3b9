using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaloAgent.Data.Migrations
{
    /// <inheritdoc />
    public partial class EscalationBriefs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "suggested_reply",
                table: "escalations",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "summary",
                table: "escalations",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "hand_back_summary",
                table: "conversations",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "handed_back_at",
                table: "conversations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "handed_back_by",
                table: "conversations",
                type: "character varying(120)",
                maxLength: 120,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "suggested_reply",
                table: "escalations");

            migrationBuilder.DropColumn(
                name: "summary",
                table: "escalations");

            migrationBuilder.DropColumn(
                name: "hand_back_summary",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "handed_back_at",
                table: "conversations");

            migrationBuilder.DropColumn(
                name: "handed_back_by",
                table: "conversations");
        }
    }
}
