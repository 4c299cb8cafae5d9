using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Golden;

/// <summary>What cannot be seen is said, never taken for empty.</summary>
public sealed class CoverageCases
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada").Groups("RAG");

    // List group members, Permissions: members of a group with hidden membership need Member.Read.Hidden.
    [Test]
    public void Hidden_membership()
    {
        var tenant = Tenant.Eligible("RAG", Role).Gap(SnapshotParts.GroupMembers, "RAG");

        tenant.Shows([]);
        Assert.That(tenant.Hidden(), Is.EqualTo([("RAG", SnapshotParts.GroupMembers)]));
        Assert.That(
            AccessMap.Resolve(tenant).GroupGrants.Select(grant => grant.Approach),
            Is.EqualTo([Approach.Unknown])
        );
    }

    // Best Practices, Prerequisites: "Entra ID P2 or Entra ID Governance"; without it nothing can be activated, and every
    // role assignment stands for good.
    [Test]
    public void A_tenant_without_P2()
    {
        var tenant = Tenant
            .Users("Ben")
            .AssignedUnlisted("Ben", Role)
            .PlainMember("RAG", "Ada")
            .AssignedUnlisted("RAG", Role)
            .Unlicensed();

        tenant.Shows([
            "Ada -standing member-> RAG -standing-> Exchange Administrator [Standing]",
            "Ben -standing-> Exchange Administrator [Direct]",
        ]);
        Assert.That(tenant.Hidden(), Is.Empty);
        Assert.That(AccessMap.Resolve(tenant).Paths.Select(path => path.EndsAt), Is.All.Null);
    }
}
