using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaloAgent.Data.Migrations
{
    /// <inheritdoc />
    public partial class LoyaltyPoints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "discount",
                table: "orders",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "points_used",
                table: "orders",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "uses_points",
                table: "carts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "loyalty",
                table: "businesses",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "points_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    business_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cause_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    points = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_points_entries", x => x.id);
                    table.ForeignKey(
                        name: "fk_points_entries_contacts_contact_id",
                        column: x => x.contact_id,
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_points_entries_order_change_cause_id",
                        column: x => x.cause_id,
                        principalTable: "order_changes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_points_entries_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_contacts_loyalty_points",
                table: "contacts",
                sql: "loyalty_points >= 0");

            migrationBuilder.CreateIndex(
                name: "ix_points_entries_cause_id",
                table: "points_entries",
                column: "cause_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_points_entries_contact_id_at",
                table: "points_entries",
                columns: new[] { "contact_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_points_entries_order_id",
                table: "points_entries",
                column: "order_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "points_entries");

            migrationBuilder.DropCheckConstraint(
                name: "ck_contacts_loyalty_points",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "discount",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "points_used",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "uses_points",
                table: "carts");

            migrationBuilder.DropColumn(
                name: "loyalty",
                table: "businesses");
        }
    }
}
