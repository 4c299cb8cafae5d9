using NUnit.Framework;

namespace PimAudit.Model.Tests;

public sealed class CollectionRecordTests
{
    [Test]
    public void A_part_without_record_was_not_asked_for()
    {
        var record = Record();

        Assert.That(record.GapOf(SnapshotParts.RoleSettings)?.Reason, Is.EqualTo(MissingReason.NotCollected));
    }

    [Test]
    public void A_complete_part_has_no_gap_and_neither_have_its_objects()
    {
        var record = Record(Part(PartStatus.Complete, reason: null));

        Assert.That(
            (record.GapOf(SnapshotParts.GroupMembers), record.GapOf(SnapshotParts.GroupMembers, "g1")),
            Is.EqualTo(((Gap?)null, (Gap?)null))
        );
    }

    [Test]
    public void A_refused_part_is_missing_for_every_object()
    {
        var record = Record(Part(PartStatus.Refused, MissingReason.Permission));

        Assert.That(record.GapOf(SnapshotParts.GroupMembers, "g1")?.Reason, Is.EqualTo(MissingReason.Permission));
    }

    [Test]
    public void A_partial_part_is_missing_for_the_objects_that_it_names_alone()
    {
        var record = Record(
            Part(PartStatus.Partial, reason: null) with
            {
                Gaps = [new("g1", MissingReason.Throttled, "429")],
            }
        );

        Assert.That(
            (record.GapOf(SnapshotParts.GroupMembers, "g1")?.Reason, record.GapOf(SnapshotParts.GroupMembers, "g2")),
            Is.EqualTo((MissingReason.Throttled, (Gap?)null))
        );
    }

    private static CollectionRecord Record(params PartRecord[] parts) =>
        new("reader", [], "https://graph.example", "1", default, default, [], [.. parts]);

    private static PartRecord Part(PartStatus status, MissingReason? reason) =>
        new(
            SnapshotParts.GroupMembers,
            status,
            reason,
            "said",
            "GET groups/{id}/members",
            "GroupMember.Read.All",
            1,
            1,
            0,
            0,
            0,
            0,
            null,
            null,
            []
        );
}
