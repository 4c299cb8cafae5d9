using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Tables;

public sealed class CureTests
{
    private static readonly PartRecord Members = A.Complete(SnapshotParts.GroupMembers);

    [Test]
    public void A_complete_part_needs_none() => Assert.That(Cure.Of(Members), Is.Null);

    [TestCase(MissingReason.Permission, "Grant the application GroupMembers.Read, then run the collection again.")]
    [TestCase(MissingReason.Throttled, "Run the collection again when Graph is less busy.")]
    [TestCase(
        MissingReason.Transport,
        "Run the collection again; Graph or the network failed, or --timeout ended the reading."
    )]
    [TestCase(MissingReason.Configuration, "Complete the configuration, then run again.")]
    public void Each_reason_has_its_own(MissingReason reason, string cure) =>
        Assert.That(Cure.Of(Missing(Members, reason)), Is.EqualTo(cure));

    [TestCase(
        "Graph answered 403. " + Lacking.EntraRole,
        "Give the person who signs in an Entra role such as Global Reader"
    )]
    [TestCase("Reading them needs Member.Read.Hidden.", "Grant the application Member.Read.Hidden")]
    public void What_is_lacking_instead_of_the_permission_is_what_is_to_be_given(string told, string cure)
    {
        var whole = Missing(Members, MissingReason.Permission) with { Detail = told };
        var single = Members with { Status = PartStatus.Partial, Gaps = [new("a", MissingReason.Permission, told)] };

        Assert.That((Cure.Of(whole), Cure.Of(single)), Is.EqualTo((cure + Again, cure + Again)));
    }

    private const string Again = ", then run the collection again.";

    [Test]
    public void A_permission_that_has_no_name_is_not_named() =>
        Assert.That(
            Cure.Of(Missing(Members, MissingReason.Permission) with { Permission = "" }),
            Is.EqualTo("Grant the application the permission that this read needs, then run the collection again.")
        );

    [TestCase(SnapshotParts.RegistrationDetails, "P1 or P2")]
    [TestCase(SnapshotParts.SignInActivity, "P1 or P2")]
    [TestCase(SnapshotParts.EligibleAssignments, "P2 or ID Governance")]
    public void The_licence_that_is_missing_depends_on_the_part(SnapshotParts part, string licence) =>
        Assert.That(Cure.Of(Missing(A.Complete(part), MissingReason.Licence)), Does.Contain(licence));

    [Test]
    public void Where_single_objects_are_missing_the_first_of_them_tells_why() =>
        Assert.That(
            Cure.Of(
                Members with
                {
                    Status = PartStatus.Partial,
                    Gaps = [new("a", MissingReason.Throttled, "429"), new("b", MissingReason.Permission, "403")],
                }
            ),
            Is.EqualTo("Run the collection again when Graph is less busy.")
        );

    [Test]
    public void The_reason_of_the_part_goes_before_those_of_single_objects() =>
        Assert.That(
            Cure.Of(
                Missing(Members, MissingReason.Configuration) with
                {
                    Gaps = [new("a", MissingReason.Throttled, "429")],
                }
            ),
            Is.EqualTo("Complete the configuration, then run again.")
        );

    [Test]
    public void A_part_that_is_missing_without_a_reason_has_a_cure_all_the_same() =>
        Assert.That(
            Cure.Of(Members with { Status = PartStatus.Failed }),
            Is.EqualTo("Mend what this part depends on, then run the collection again with this version.")
        );

    [Test]
    public void Parts_stand_in_their_order_whatever_that_of_the_record()
    {
        var tenant = A.Tenant with
        {
            Collection = A.Tenant.Collection with { Parts = [.. A.Tenant.Collection.Parts.Reverse()] },
        };

        Assert.That(
            Audit.Judge(tenant, AuditConfiguration.Empty).Coverage.Select(row => row.Part),
            Is.EqualTo(Enum.GetValues<SnapshotParts>().Where(part => part is not SnapshotParts.None).Order())
        );
    }

    private static PartRecord Missing(PartRecord part, MissingReason reason) =>
        part with
        {
            Status = PartStatus.Failed,
            Reason = reason,
            Detail = "said no",
        };
}
