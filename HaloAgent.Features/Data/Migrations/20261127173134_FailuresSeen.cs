using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaloAgent.Data.Migrations
{
    /// <inheritdoc />
    public partial class FailuresSeen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "failure_seen_at",
                table: "message_logs",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "failure_seen_at",
                table: "message_logs");
        }
    }
}
