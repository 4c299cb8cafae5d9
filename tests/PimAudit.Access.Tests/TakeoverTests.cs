using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests;

public sealed class TakeoverTests
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada", "Olga")
        .Groups("Mail", "Inner")
        .Member("Mail", "Ada")
        .Assigned("Mail", Role);

    [Test]
    public void An_owner_is_no_holder() =>
        Assert.That(
            AccessMap.Resolve(Tenant.Owner("Mail", "Olga")).HoldersOf(A.Id("Mail")).Ids,
            Is.EqualTo([A.Id("Ada")])
        );

    [Test]
    public void A_member_is_on_no_takeover_path() => Assert.That(Tenant.Takeovers(), Is.Empty);

    [Test]
    public void A_member_who_is_an_owner_too_stands_in_both_bands()
    {
        var map = AccessMap.Resolve(Tenant.Owner("Mail", "Ada"));

        Assert.That(
            map.Paths.Concat(map.TakeoverPaths).Select(path => (path.Principal.Label, path.Band)),
            Is.EqualTo([("Ada", PathBand.Certain), ("Ada", PathBand.Takeover)])
        );
    }

    [Test]
    public void An_owner_that_is_a_workload_counts() =>
        Assert.That(
            Tenant.Workloads("Sync").Owner("Mail", "Sync").Takeovers(),
            Is.EqualTo(["Sync -standing owner-> Mail -standing-> Exchange Administrator [Standing]"])
        );

    [Test]
    public void The_members_of_an_eligible_owner_group_could_add_themselves() =>
        Assert.That(
            Tenant.Member("Inner", "Olga").EligibleOwner("Mail", "Inner").Takeovers(),
            Is.EqualTo([
                "Olga -standing member-> Inner -eligible owner-> Mail -standing-> Exchange Administrator [Standing]",
            ])
        );

    [Test]
    public void An_owner_of_a_dormant_group_could_wake_it() =>
        Assert.That(
            A.Tenant.Users("Olga").Groups("Mail").Owner("Mail", "Olga").Eligible("Mail", Role).Takeovers(),
            Is.EqualTo(["Olga -standing owner-> Mail -eligible-> Exchange Administrator [Dormant]"])
        );

    [Test]
    public void A_group_that_only_an_owner_leads_to_is_not_on_the_certain_paths() =>
        Assert.That(
            AccessMap.Resolve(Tenant.Member("Inner", "Olga").EligibleOwner("Mail", "Inner")).GroupsOnPaths,
            Is.EqualTo([A.Id("Mail")])
        );

    [Test]
    public void A_user_who_activated_through_a_group_that_he_owns_reaches_nothing_more_by_that_activation() =>
        Assert.That(
            A.Tenant.Users("Ada")
                .Groups("Mail")
                .Member("Mail", "Ada")
                .Owner("Mail", "Ada")
                .Eligible("Mail", Role)
                .Activated("Ada", Role, through: "Mail")
                .Takeovers(),
            Is.EqualTo(["Ada -standing owner-> Mail -eligible-> Exchange Administrator [Approach1]"])
        );
}
