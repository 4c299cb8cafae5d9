using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Takeovers;

/// <summary>Whoever can reset the account of somebody who reaches the role.</summary>
public sealed class AccountTakeoverTests
{
    private const string Role = "Exchange Administrator";
    private const string Helpdesk = "Helpdesk Administrator";

    private static readonly TenantSnapshot People = A.Tenant.Users("Ada", "Hera").Groups("Desk");

    private static readonly TenantSnapshot Eligible = People.Eligible("Ada", Role).Assigned("Hera", Helpdesk);

    [TestCase("Privileged Authentication Administrator")]
    [TestCase("Partner Tier2 Support")]
    public void Who_resets_anybody_resets_every_holder(string power) =>
        Assert.That(
            People.Assigned("Ada", Role).Assigned("Hera", power).Powers(Role),
            Is.EqualTo([$"Hera CredentialReset over Ada as {power}, Documented"])
        );

    [Test]
    public void A_lesser_administrator_resets_who_is_only_eligible_and_that_is_contested() =>
        Assert.That(
            Eligible.Powers(Role),
            Is.EqualTo(["Hera PasswordReset over Ada as Helpdesk Administrator, Contested"])
        );

    [Test]
    public void Who_holds_the_role_is_protected() => Assert.That(Eligible.Assigned("Ada", Role).Powers(Role), Is.Empty);

    [Test]
    public void Who_has_activated_the_role_is_protected_meanwhile() =>
        Assert.That(Eligible.Activated("Ada", Role).Powers(Role), Is.Empty);

    [Test]
    public void Another_role_protects_unless_its_holders_can_be_reset_too() =>
        Assert.That(
            new[] { "Reports Reader", "Helpdesk Administrator", "Teams Administrator" }.Select(other =>
                Eligible.Assigned("Ada", other).Powers(Role).Count()
            ),
            Is.EqualTo([1, 1, 0])
        );

    [Test]
    public void What_protects_from_one_does_not_protect_from_another() =>
        Assert.That(
            People
                .Users("Paul")
                .Eligible("Ada", Role)
                .Assigned("Ada", "Reports Reader")
                .Assigned("Hera", Helpdesk)
                .Assigned("Paul", "Password Administrator")
                .Powers(Role),
            Is.EqualTo(["Hera PasswordReset over Ada as Helpdesk Administrator, Contested"])
        );

    [Test]
    public void A_standing_member_of_a_role_assignable_group_is_protected_and_an_eligible_one_is_not()
    {
        var group = People.Assigned("Hera", Helpdesk).Assigned("Desk", Role);

        Assert.That(
            (group.EligibleMember("Desk", "Ada").Powers(Role), group.Member("Desk", "Ada").Powers(Role)),
            Is.EqualTo(
                (
                    new[] { "Hera PasswordReset over Ada as Helpdesk Administrator, Contested" }.AsEnumerable(),
                    Enumerable.Empty<string>()
                )
            )
        );
    }

    [Test]
    public void An_owner_of_any_role_assignable_group_is_protected() =>
        Assert.That(Eligible.Owner("Desk", "Ada").Powers(Role), Is.Empty);

    [Test]
    public void A_group_that_is_not_role_assignable_protects_nobody() =>
        Assert.That(
            Eligible.Group("Club", group => group with { IsRoleAssignable = false }).Member("Club", "Ada").Powers(Role),
            Is.EqualTo(["Hera PasswordReset over Ada as Helpdesk Administrator, Contested"])
        );

    [Test]
    public void Nobody_takes_himself_over() =>
        Assert.That(People.Eligible("Hera", Role).Assigned("Hera", Helpdesk).Powers(Role), Is.Empty);

    [Test]
    public void A_dead_account_is_no_way_in() =>
        Assert.That(
            A.Tenant.Users("Hera")
                .User("Ada", user => user with { IsEnabled = false })
                .Eligible("Ada", Role)
                .Assigned("Hera", Helpdesk)
                .Powers(Role),
            Is.Empty
        );

    [Test]
    public void Power_in_one_administrative_unit_is_not_followed() =>
        Assert.That(
            People
                .Eligible("Ada", Role)
                .Assigned("Hera", Helpdesk, scope: $"/administrativeUnits/{A.Id("Lisbon"):D}")
                .Powers(Role),
            Is.Empty
        );

    [Test]
    public void Several_powers_of_one_person_are_one_takeover() =>
        Assert.That(
            Eligible.Assigned("Hera", "User Administrator").Powers(Role),
            Is.EqualTo(["Hera PasswordReset over Ada as Helpdesk Administrator and User Administrator, Contested"])
        );

    [Test]
    public void A_dead_administrator_is_named_with_what_is_in_the_way() =>
        Assert.That(
            A.Tenant.Users("Ada")
                .User("Hera", user => user with { IsEnabled = false })
                .Eligible("Ada", Role)
                .Assigned("Hera", Helpdesk)
                .Powers(Role),
            Is.EqualTo(["Hera PasswordReset over Ada as Helpdesk Administrator, Contested, is disabled"])
        );
}
