using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaloAgent.Data.Migrations
{
    /// <inheritdoc />
    public partial class AgentPace : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset[]>(
                name: "agent_messages_at",
                table: "contacts",
                type: "timestamp with time zone[]",
                nullable: false,
                defaultValueSql: "'{}'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "agent_messages_at",
                table: "contacts");
        }
    }
}
