using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests;

public sealed class RoleTiersTests
{
    private static readonly RoleTiers Tiers = new(
        [A.Role("Global Administrator")],
        [A.Role("Message Center Reader")],
        [A.Role("Directory Synchronization Accounts")]
    );

    /// <summary>User Administrator is privileged by Microsoft's own mark.</summary>
    [TestCase("Global Administrator", RoleTier.HighlyPrivileged, true, true)]
    [TestCase("Message Center Reader", RoleTier.Privileged, true, false)]
    [TestCase("User Administrator", RoleTier.Privileged, true, false)]
    [TestCase("Reports Reader", RoleTier.Other, false, false)]
    public void A_role_stands_where_the_profile_or_microsoft_puts_it(
        string role,
        RoleTier tier,
        bool isPrivileged,
        bool isHighlyPrivileged
    ) =>
        Assert.That(
            (Tiers.Of(A.Role(role)), Tiers.IsPrivileged(A.Role(role)), Tiers.IsHighlyPrivileged(A.Role(role))),
            Is.EqualTo((tier, isPrivileged, isHighlyPrivileged))
        );

    [Test]
    public void A_role_that_nobody_lists_is_other() =>
        Assert.That(Tiers.Of(A.Id("A custom role")), Is.EqualTo(RoleTier.Other));
}
