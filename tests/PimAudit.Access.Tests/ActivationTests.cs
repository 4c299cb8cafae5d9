using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests;

public sealed class ActivationTests
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups("Mail", "Inner");

    [Test]
    public void It_runs_through_nested_groups_too() =>
        Assert.That(
            Tenant
                .Member("Inner", "Ada")
                .Member("Mail", "Inner")
                .Eligible("Mail", Role)
                .Activated("Ada", Role, through: "Mail")
                .Paths(),
            Is.EqualTo([
                "Ada -standing member-> Inner -standing member-> Mail -activated-> Exchange Administrator [Approach1]",
                "Ada -standing member-> Inner -standing member-> Mail -eligible-> Exchange Administrator [Approach1]",
            ])
        );

    [Test]
    public void It_runs_over_open_hops_only() =>
        Assert.That(
            Tenant
                .EligibleMember("Mail", "Ada")
                .ActivatedMember("Mail", "Ada")
                .Eligible("Mail", Role)
                .Activated("Ada", Role, through: "Mail")
                .Paths(),
            Is.EqualTo([
                "Ada -activated member-> Mail -activated-> Exchange Administrator [Mixed]",
                "Ada -activated member-> Mail -eligible-> Exchange Administrator [Mixed]",
                "Ada -eligible member-> Mail -eligible-> Exchange Administrator [Mixed]",
            ])
        );

    [Test]
    public void A_person_whose_membership_ended_while_the_role_is_still_active_holds_it_directly() =>
        Assert.That(
            Tenant.EligibleMember("Mail", "Ada").Eligible("Mail", Role).Activated("Ada", Role, through: "Mail").Paths(),
            Is.EqualTo([
                "Ada -activated-> Exchange Administrator [Direct]",
                "Ada -eligible member-> Mail -eligible-> Exchange Administrator [Mixed]",
            ])
        );

    [Test]
    public void A_person_who_left_the_group_while_the_role_is_still_active_holds_it_directly() =>
        Assert.That(
            Tenant.Member("Mail", "Ben").Eligible("Mail", Role).Activated("Ada", Role, through: "Mail").Paths(),
            Is.EqualTo([
                "Ada -activated-> Exchange Administrator [Direct]",
                "Ben -standing member-> Mail -eligible-> Exchange Administrator [Approach1]",
            ])
        );

    [Test]
    public void An_activation_through_an_id_that_is_no_known_group_is_direct() =>
        Assert.That(
            Tenant.Unresolved("Gone").Activated("Ada", Role, through: "Gone").Paths(),
            Is.EqualTo(["Ada -activated-> Exchange Administrator [Direct]"])
        );

    [Test]
    public void An_activation_by_a_group_is_open_to_its_members() =>
        Assert.That(
            Tenant.Member("Mail", "Ada").Eligible("Mail", Role).Activated("Mail", Role).Paths(),
            Is.EqualTo([
                "Ada -standing member-> Mail -activated-> Exchange Administrator [Approach1]",
                "Ada -standing member-> Mail -eligible-> Exchange Administrator [Approach1]",
            ])
        );

    [Test]
    public void An_activation_that_ended_at_the_present_is_over() =>
        Assert.That(Tenant.Activated("Ada", Role, ends: TimeSpan.Zero).Paths(), Is.Empty);

    [Test]
    public void An_activation_that_ends_after_the_present_is_open() =>
        Assert.That(
            Tenant.Activated("Ada", Role, ends: TimeSpan.FromTicks(1)).Paths(),
            Is.EqualTo(["Ada -activated-> Exchange Administrator [Direct]"])
        );
}
