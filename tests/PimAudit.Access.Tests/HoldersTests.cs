using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests;

public sealed class HoldersTests
{
    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada", "Ben", "Eva")
        .User("Dario", user => user with { IsEnabled = false })
        .Workloads("Sync")
        .Groups("Mail", "Inner");

    [Test]
    public void A_user_is_his_own_holder() => Assert.That(Of(Tenant, "Ada"), Is.EqualTo(["Ada"]));

    [Test]
    public void An_empty_group_has_none() => Assert.That(Of(Tenant, "Mail"), Is.Empty);

    [Test]
    public void Members_count_whatever_their_state_and_whatever_the_nesting() =>
        Assert.That(
            Of(
                Tenant
                    .Member("Mail", "Ada")
                    .EligibleMember("Mail", "Ben")
                    .ActivatedMember("Mail", "Eva")
                    .EligibleMember("Mail", "Inner")
                    .Member("Inner", "Dario")
                    .Member("Inner", "Sync"),
                "Mail"
            ),
            Is.EqualTo(["Ada", "Ben", "Dario", "Eva", "Sync"])
        );

    [Test]
    public void A_ring_of_groups_ends() =>
        Assert.That(
            Of(Tenant.Member("Mail", "Inner").Member("Inner", "Mail").Member("Inner", "Ada"), "Mail"),
            Is.EqualTo(["Ada"])
        );

    private static IEnumerable<string> Of(TenantSnapshot tenant, string principal)
    {
        var map = AccessMap.Resolve(tenant);
        return map.HoldersOf(A.Id(principal))
            .Ids.Select(id => map.Directory.Reference(id).Label)
            .Order(StringComparer.Ordinal);
    }
}
