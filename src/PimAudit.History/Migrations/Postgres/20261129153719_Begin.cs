using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PimAudit.History.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Begin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "findings",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    rule = table.Column<string>(type: "text", nullable: false),
                    severity = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    first_seen = table.Column<string>(type: "text", nullable: false),
                    last_seen = table.Column<string>(type: "text", nullable: false),
                    resolved_at = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_findings", x => new { x.tenant, x.fingerprint });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    key = table.Column<string>(type: "text", nullable: false),
                    tenant = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    run = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<string>(type: "text", nullable: false),
                    due_at = table.Column<string>(type: "text", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    node = table.Column<string>(type: "text", nullable: true),
                    leased_until = table.Column<string>(type: "text", nullable: true),
                    delivered_at = table.Column<string>(type: "text", nullable: true),
                    given_up_at = table.Column<string>(type: "text", nullable: true),
                    failure = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false),
                    kept_at = table.Column<string>(type: "text", nullable: false),
                    brotli = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews", x => new { x.tenant, x.name });
                });

            migrationBuilder.CreateTable(
                name: "runs",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant = table.Column<string>(type: "text", nullable: false),
                    run_id = table.Column<string>(type: "text", nullable: false),
                    taken_at = table.Column<string>(type: "text", nullable: false),
                    profile = table.Column<string>(type: "text", nullable: false),
                    profile_hash = table.Column<string>(type: "text", nullable: false),
                    open_critical = table.Column<int>(type: "integer", nullable: false),
                    open_high = table.Column<int>(type: "integer", nullable: false),
                    open_medium = table.Column<int>(type: "integer", nullable: false),
                    open_low = table.Column<int>(type: "integer", nullable: false),
                    open_info = table.Column<int>(type: "integer", nullable: false),
                    not_evaluated = table.Column<int>(type: "integer", nullable: false),
                    tool_version = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<string>(type: "text", nullable: false),
                    is_incomplete = table.Column<bool>(type: "boolean", nullable: false),
                    result_hash = table.Column<string>(type: "text", nullable: false),
                    manifest_hash = table.Column<string>(type: "text", nullable: false),
                    previous = table.Column<string>(type: "text", nullable: false),
                    folder = table.Column<string>(type: "text", nullable: false),
                    snapshot_hash = table.Column<string>(type: "text", nullable: false),
                    slot = table.Column<string>(type: "text", nullable: true),
                    recorded_at = table.Column<string>(type: "text", nullable: false),
                    has_result = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_runs", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "slots",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "text", nullable: false),
                    slot = table.Column<string>(type: "text", nullable: false),
                    node = table.Column<string>(type: "text", nullable: true),
                    leased_until = table.Column<string>(type: "text", nullable: true),
                    run = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_slots", x => new { x.tenant, x.slot });
                });

            migrationBuilder.CreateTable(
                name: "snapshots",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false),
                    tenant = table.Column<string>(type: "text", nullable: false),
                    taken_at = table.Column<string>(type: "text", nullable: false),
                    path = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_snapshots", x => new { x.tenant, x.hash });
                });

            migrationBuilder.CreateTable(
                name: "manifests",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    json = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_manifests", x => x.number);
                    table.ForeignKey(
                        name: "fk_manifests_number",
                        column: x => x.number,
                        principalTable: "runs",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "results",
                columns: table => new
                {
                    number = table.Column<long>(type: "bigint", nullable: false),
                    brotli = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_results", x => x.number);
                    table.ForeignKey(
                        name: "fk_results_number",
                        column: x => x.number,
                        principalTable: "runs",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due_at",
                table: "outbox",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_key",
                table: "outbox",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_run",
                table: "outbox",
                column: "run");

            migrationBuilder.CreateIndex(
                name: "ix_runs_manifest_hash",
                table: "runs",
                column: "manifest_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_runs_tenant_previous",
                table: "runs",
                columns: new[] { "tenant", "previous" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_runs_tenant_slot",
                table: "runs",
                columns: new[] { "tenant", "slot" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_runs_tenant_taken_at",
                table: "runs",
                columns: new[] { "tenant", "taken_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "findings");

            migrationBuilder.DropTable(
                name: "manifests");

            migrationBuilder.DropTable(
                name: "outbox");

            migrationBuilder.DropTable(
                name: "results");

            migrationBuilder.DropTable(
                name: "reviews");

            migrationBuilder.DropTable(
                name: "slots");

            migrationBuilder.DropTable(
                name: "snapshots");

            migrationBuilder.DropTable(
                name: "runs");
        }
    }
}
