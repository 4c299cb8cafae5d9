using System.Text.Json.Nodes;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class RoundTripTests
{
    [Test]
    public async Task Reads_all_parts_of_Fabrikam_and_drops_what_does_not_hold()
    {
        var collected = await Emulated.CollectAsync(SampleTenants.Fabrikam());

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(
                RowsOf(collected),
                Is.EqualTo([
                    "RoleAssignments 12, dropped 0",
                    "ActiveAssignments 12, dropped 1",
                    "EligibleAssignments 6, dropped 2",
                    "GroupEligibilities 6, dropped 0",
                    "GroupAssignments 26, dropped 1",
                ])
            );
            Assert.That(collected.Snapshot.TakenAt, Is.EqualTo(SampleTenants.FabrikamNow));
            Assert.That(collected.Snapshot.Collection.Notes, Is.Empty);
        });
    }

    [Test]
    public async Task Reads_all_parts_of_Contoso_in_about_thirty_calls()
    {
        var collected = await Emulated.CollectAsync(SampleTenants.Contoso());

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(collected.Calls.Count(), Is.LessThanOrEqualTo(30));
            Assert.That(
                collected.Snapshot.Collection.Requests,
                Is.EqualTo(
                    collected.Requests.Count(request =>
                        !request.PathAndQuery.EndsWith("$batch", StringComparison.Ordinal)
                    )
                )
            );
        });
    }

    [Test]
    public async Task The_same_tenant_gives_the_same_snapshot()
    {
        var first = await Emulated.CollectAsync(SampleTenants.Contoso());
        var second = await Emulated.CollectAsync(SampleTenants.Contoso());

        Assert.That(Everything(second.Snapshot), Is.EqualTo(Everything(first.Snapshot)));
    }

    [Test]
    public async Task The_same_tenant_in_another_spelling_gives_the_same_snapshot()
    {
        var plain = await Emulated.CollectAsync(SampleTenants.Contoso());
        using var spelling = new OtherSpelling();
        var other = await Emulated.CollectAsync(SampleTenants.Contoso(), new EmulatorOptions(), transport: spelling);

        Assert.That(Everything(other.Snapshot), Is.EqualTo(Everything(plain.Snapshot)));
    }

    [Test]
    public async Task Pages_of_one_row_and_empty_pages_give_the_same_rows()
    {
        var whole = await Emulated.CollectAsync(SampleTenants.Fabrikam());
        var pages = await Emulated.CollectAsync(
            SampleTenants.Fabrikam(),
            new EmulatorOptions
            {
                PageSize = 3,
                LongestPage = 1,
                EmptyFirstPages = true,
            }
        );

        Assert.Multiple(() =>
        {
            Assert.That(pages.Incomplete, Is.Empty);
            Assert.That(Everything(pages.Snapshot), Is.EqualTo(Everything(whole.Snapshot)));
            Assert.That(
                pages[SnapshotParts.GroupMembers].Pages,
                Is.GreaterThan(whole[SnapshotParts.GroupMembers].Pages)
            );
        });
    }

    /// <summary>As when a row moves to the next page while the pages are read.</summary>
    [Test]
    public async Task Rows_that_come_twice_give_the_same_snapshot()
    {
        var plain = await Emulated.CollectAsync(SampleTenants.Contoso());
        using var doubled = new Rewritten(body =>
        {
            if (body["value"] is JsonArray { Count: > 0 } rows && rows[0] is JsonObject row)
                rows.Add(row.DeepClone());
        });
        var other = await Emulated.CollectAsync(SampleTenants.Contoso(), new EmulatorOptions(), transport: doubled);

        Assert.Multiple(() =>
        {
            Assert.That(Everything(other.Snapshot), Is.EqualTo(Everything(plain.Snapshot)));
            Assert.That(
                other.Snapshot.Collection.Parts.Select(part => (part.Part, part.Status, part.Rows)),
                Is.EqualTo(plain.Snapshot.Collection.Parts.Select(part => (part.Part, part.Status, part.Rows)))
            );
        });
    }

    private static IEnumerable<string> RowsOf(Collected collected) =>
        new[]
        {
            SnapshotParts.RoleAssignments,
            SnapshotParts.ActiveAssignments,
            SnapshotParts.EligibleAssignments,
            SnapshotParts.GroupEligibilities,
            SnapshotParts.GroupAssignments,
        }.Select(part => $"{part} {collected[part].Rows}, dropped {collected[part].Dropped}");

    /// <summary>All rows as JSON; how they were read is left out.</summary>
    private static string Everything(TenantSnapshot snapshot) =>
        System.Text.Json.JsonSerializer.Serialize(snapshot with { Collection = Emulated.NoRecord });
}
