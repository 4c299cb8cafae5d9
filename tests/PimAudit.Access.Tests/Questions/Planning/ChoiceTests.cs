using NUnit.Framework;
using PimAudit.Access.Questions.Planning;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions.Planning;

public sealed class ChoiceTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Global = "Global Administrator";
    private const string Reader = "Reports Reader";
    private const string Helpdesk = "Helpdesk Administrator";
    private const string Desk = "RAG - Desk";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups(Desk);
    private static readonly TenantSnapshot Bundle = Tenant.EligibleMember(Desk, "Ada").Assigned(Desk, Helpdesk);

    [Test]
    public void One_ordinary_role_follows_approach_1() =>
        Assert.That(
            Tenant.Plan(Reader, Desk).Choice(),
            Is.EqualTo([
                "Approach1 in RAG - Desk",
                "because Reports Reader is one ordinary role without a bundle to join: Approach 1. [Approach 1: Group Eligible for Role]",
            ])
        );

    [Test]
    public void A_role_that_must_take_effect_at_once_follows_approach_1() =>
        Assert.That(
            Tenant.Plan(Exchange, Desk).Choice(),
            Is.EqualTo([
                "Approach1 in RAG - Desk",
                "because Exchange Administrator must take effect at once: Approach 1. [Approach 1: Group Eligible for Role]",
                "because A membership that is activated may take effect late. [Approach 2: PIM-Controlled Group Membership]",
            ])
        );

    [Test]
    public void A_highly_privileged_role_follows_approach_1_with_approval() =>
        Assert.That(
            Tenant.Plan("Privileged Role Administrator", Desk).Choice(),
            Is.EqualTo([
                "Approach1 with approval in RAG - Desk",
                "because Activation of Privileged Role Administrator waits for an approver. Approach 1 is a conclusion from that: the document names no approach for this role. [Best Practices Summary, Do]",
            ])
        );

    [Test]
    public void Of_Global_Administrator_the_document_says_so_itself() =>
        Assert.That(
            Tenant.Plan(Global, Desk).Reasons.Select(reason => $"{reason.Text} \"{reason.Practice.Words}\""),
            Is.EqualTo([
                "Global Administrator is highly privileged: Approach 1, and somebody approves. \"RAG - Global Admins | Global Administrator | Approach 1 | Requires approval\"",
                "Activation of Global Administrator waits for an approver. \"Require approval for Global Admin, Privileged Role Admin\"",
            ])
        );

    [Test]
    public void A_role_that_is_privileged_but_not_highly_needs_no_approval() =>
        Assert.That(Tenant.Plan("Privileged Authentication Administrator", Desk).WithApproval, Is.False);

    [Test]
    public void An_ordinary_role_joins_the_bundle_of_a_just_in_time_group() =>
        Assert.That(
            Bundle.Plan(Reader, Desk).Choice(),
            Is.EqualTo([
                "Approach2 in RAG - Desk",
                "because RAG - Desk follows Approach 2 already, and Reports Reader is an ordinary role: it joins the bundle. [Approach 2: PIM-Controlled Group Membership]",
            ])
        );

    [Test]
    public void A_just_in_time_group_without_roles_is_a_bundle_in_the_making() =>
        Assert.That(Tenant.EligibleMember(Desk, "Ada").Plan(Reader, Desk).Approach, Is.EqualTo(Approach.Approach2));

    [Test]
    public void An_eligible_owner_makes_no_bundle() =>
        Assert.That(Tenant.EligibleOwner(Desk, "Ada").Plan(Reader, Desk).Approach, Is.EqualTo(Approach.Approach1));

    [Test]
    public void An_active_group_that_waits_for_members_is_a_bundle() =>
        Assert.That(Tenant.Assigned(Desk, Helpdesk).Plan(Reader, Desk).Approach, Is.EqualTo(Approach.Approach2));

    [TestCase(Exchange, "RAG - Exchange Admins")]
    [TestCase(Global, "RAG - Global Admins")]
    public void A_role_that_must_not_follow_approach_2_needs_a_group_beside_the_bundle(string role, string name)
    {
        var plan = Bundle.Plan(role, Desk);

        Assert.That(
            (plan.Approach, plan.Group, plan.NeedsAnotherGroup),
            Is.EqualTo((Approach.Approach1, new PlannedGroup(Id: null, name), true))
        );
        Assert.That(
            plan.Choice().TakeLast(2),
            Is.EqualTo([
                $"because RAG - Desk follows Approach 2, which {role} must not: another group is needed. [Best Practices Summary, Don't]",
                $"other RAG - Desk follows Approach 2 (active on Helpdesk Administrator), so it cannot carry {role} by Approach 1.",
            ])
        );
    }

    [Test]
    public void A_bundle_that_carries_such_a_role_is_told_to_give_it_up() =>
        Assert.That(
            Bundle.Assigned(Desk, Exchange).Plan(Exchange, Desk).Choice().TakeLast(1),
            Is.EqualTo([
                "other RAG - Desk follows Approach 2 (active on Exchange Administrator, active on Helpdesk Administrator), so it cannot carry Exchange Administrator by Approach 1. Remove Exchange Administrator from it.",
            ])
        );

    [Test]
    public void A_sound_group_that_carries_the_role_by_that_approach_is_the_other_group() =>
        Assert.That(
            Bundle
                .Groups("RAG - Mail")
                .Member("RAG - Mail", "Ben")
                .Eligible("RAG - Mail", Exchange)
                .Plan(Exchange, Desk)
                .Group,
            Is.EqualTo(new PlannedGroup(A.Id("RAG - Mail"), "RAG - Mail"))
        );

    [Test]
    public void A_group_that_is_not_role_assignable_is_no_other_group_and_its_name_is_not_given_again() =>
        Assert.That(
            Bundle
                .Group("RAG - Exchange Admins", group => group with { IsRoleAssignable = false })
                .Member("RAG - Exchange Admins", "Ben")
                .Eligible("RAG - Exchange Admins", Exchange)
                .Plan(Exchange, Desk)
                .Group,
            Is.EqualTo(new PlannedGroup(Id: null, "RAG - Exchange Admins 2"))
        );

    [Test]
    public void A_group_of_approach_1_stays_with_it() =>
        Assert.That(
            Tenant.Member(Desk, "Ada").Eligible(Desk, Helpdesk).Plan(Reader, Desk).Choice(),
            Is.EqualTo([
                "Approach1 in RAG - Desk",
                "because RAG - Desk follows Approach 1 already, and a group has one approach. [Best Practices Summary, Don't]",
            ])
        );

    [Test]
    public void A_group_that_mixes_both_carries_nothing_more() =>
        Assert.That(
            Bundle.Eligible(Desk, "Teams Administrator").Plan(Reader, Desk).Choice(),
            Is.EqualTo([
                "Approach1 in new RAG - Reports Readers",
                "because Reports Reader is one ordinary role without a bundle to join: Approach 1. [Approach 1: Group Eligible for Role]",
                "other RAG - Desk mixes both approaches already (active on Helpdesk Administrator, eligible for Teams Administrator). Decide for one before it carries anything more.",
            ])
        );

    [Test]
    public void Standing_access_is_to_be_made_eligible() =>
        Assert.That(
            Tenant.Member(Desk, "Ada").Assigned(Desk, Helpdesk).Plan(Reader, Desk).Choice(),
            Is.EqualTo([
                "Approach1 in RAG - Desk",
                "because Reports Reader is one ordinary role without a bundle to join: Approach 1. [Approach 1: Group Eligible for Role]",
                "mend RAG - Desk is active with standing members (active on Helpdesk Administrator): that is standing access. Make it eligible instead.",
            ])
        );

    [TestCase("User Administrator", Reader, Approach.Approach2)]
    [TestCase("User Administrator", Helpdesk, Approach.Approach2)]
    [TestCase("User Administrator", Exchange, Approach.Approach1)]
    [TestCase(Exchange, Reader, Approach.Approach1)]
    [TestCase(Helpdesk, Reader, Approach.Approach1)]
    public void Several_ordinary_roles_make_a_bundle_though_its_members_stand(
        string second,
        string role,
        Approach approach
    )
    {
        var tenant = Tenant.Member(Desk, "Ada").Assigned(Desk, Helpdesk);

        Assert.That(
            (second == Helpdesk ? tenant : tenant.Assigned(Desk, second)).Plan(role, Desk).Approach,
            Is.EqualTo(approach)
        );
    }

    [Test]
    public void A_standing_bundle_is_to_be_activated() =>
        Assert.That(
            Tenant
                .Member(Desk, "Ada")
                .Assigned(Desk, Helpdesk)
                .Assigned(Desk, "User Administrator")
                .Plan(Reader, Desk)
                .Choice(),
            Is.EqualTo([
                "Approach2 in RAG - Desk",
                "because RAG - Desk is active on several ordinary roles, and Reports Reader is an ordinary role: a bundle, so Approach 2. [Approach 2: PIM-Controlled Group Membership]",
                "mend RAG - Desk is active with standing members (active on Helpdesk Administrator, active on User Administrator): that is standing access. Let its members activate their membership instead.",
                "mend Ada stands in RAG - Desk without activating. Make them eligible members instead.",
            ])
        );

    [Test]
    public void A_standing_group_with_an_immediate_role_is_no_bundle() =>
        Assert.That(
            Tenant
                .Member(Desk, "Ada")
                .Assigned(Desk, Helpdesk)
                .Assigned(Desk, Exchange)
                .Plan(Reader, Desk)
                .Choice()
                .ElementAt(1),
            Is.EqualTo(
                "because RAG - Desk carries Exchange Administrator, which must follow Approach 1, and a group has one approach. [Best Practices Summary, Don't]"
            )
        );

    [Test]
    public void Without_the_eligible_people_the_approach_of_an_ordinary_role_is_not_known()
    {
        var plan = Tenant.Member(Desk, "Ada").Gap(SnapshotParts.GroupEligibilities, Desk).Plan(Reader, Desk);

        Assert.That(
            (plan.Approach, string.Join(" | ", plan.Steps.Select(step => step.Name))),
            Is.EqualTo((Approach.Unknown, "Prerequisites | Step 1: Create Role-Assignable Group"))
        );
        Assert.That(plan.Facts(), Is.EqualTo(["GroupEligibilities RAG - Desk"]));
    }

    [Test]
    public void Without_them_an_immediate_role_still_follows_approach_1_and_the_doubt_is_named()
    {
        var plan = Tenant.Gap(SnapshotParts.GroupEligibilities, Desk).Settings(Exchange).Plan(Exchange, Desk);

        Assert.That(plan.Approach, Is.EqualTo(Approach.Approach1));
        Assert.That(plan.Facts(), Is.EqualTo(["GroupEligibilities RAG - Desk"]));
    }

    [Test]
    public void A_group_that_nobody_asked_for_its_people_is_not_taken_for_empty()
    {
        var tenant = A.Tenant with { NamedGroups = [A.Group(Desk) with { IsRoleAssignable = null }] };

        Assert.That(
            (tenant.Plan(Reader, Desk).Approach, string.Join(", ", tenant.Plan(Reader, Desk).Facts())),
            Is.EqualTo((Approach.Unknown, "GroupMembers RAG - Desk, Principals RAG - Desk"))
        );
    }

    [Test]
    public void A_new_group_follows_the_role() =>
        Assert.That(Tenant.PlanNew(Exchange, "RAG - Mail").Choice().First(), Is.EqualTo("Approach1 in new RAG - Mail"));
}
