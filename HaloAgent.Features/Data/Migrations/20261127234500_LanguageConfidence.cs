using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HaloAgent.Data.Migrations
{
    /// <inheritdoc />
    public partial class LanguageConfidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<double>(
                name: "language_confidence",
                table: "turns",
                type: "double precision",
                nullable: true);

            // These columns are plain text, and named what a customer had written of their health. Nothing but these words goes, so the way
            // down leaves them out too.
            migrationBuilder.Sql(
                """
                UPDATE turns
                SET intent = regexp_replace(intent, '\m(Medical|Allergy|Legal|Refund|Anger)\M', 'Matter', 'g'),
                    brain_reason = replace(regexp_replace(regexp_replace(brain_reason,
                        'a matter for a person: \w+', 'a matter for a person'),
                        '\m(Medical|Allergy|Legal|Refund|Anger)\M', 'Matter', 'g'),
                        'an allergy; ', 'a matter for a person; ')
                WHERE intent ~ '\m(Medical|Allergy|Legal|Refund|Anger)\M' OR brain_reason ~ '\m(Medical|Allergy|Legal|Refund|Anger|an allergy)\M'
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "language_confidence",
                table: "turns");
        }
    }
}
