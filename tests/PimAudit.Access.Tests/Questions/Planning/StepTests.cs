using NUnit.Framework;
using PimAudit.Access.Questions.Planning;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions.Planning;

public sealed class StepTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Global = "Global Administrator";
    private const string Reader = "Reports Reader";
    private const string Desk = "RAG - Desk";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben", "Approver").Groups(Desk);

    [Test]
    public void A_new_group_has_everything_before_it() =>
        Assert.That(
            Tenant.Settings(Exchange).PlanNew(Exchange, "RAG - Mail").Steps.SelectMany(step => step.Items).Select(Said),
            Is.EqualTo([
                "Done License: Entra ID P2 or Entra ID Governance: SPE_E5, 1000 seats",
                "ToDo Role: Privileged Role Administrator or Global Administrator, for whoever does this: nobody holds either",
                "ToDo Users: all eligible users licensed: nobody is in the group yet: license whoever is added",
                "ToDo Group type: Security: does not exist yet",
                "ToDo Microsoft Entra roles can be assigned to the group: Yes (permanent, at creation only): does not exist yet",
                "ToDo Membership type: Assigned (not Dynamic): does not exist yet",
                "ToDo Name following convention: RAG - [Purpose]: does not exist yet; call it RAG - Mail, a name not seen in the snapshot",
                "ToDo RAG - Mail (new): assignment type Eligible for Exchange Administrator (29232cdf-9323-42fd-ade2-1d097af3e4de): not assigned",
                "ToDo Duration and expiration: configured: not assigned",
                "Done Activation maximum duration: 4-8 hours: 8 h",
                "Done Require MFA: Yes: yes",
                "Done Require justification: Yes: yes",
                "Done Approvers: security team or role owners: Approver",
                "ToDo Add users as Members (permanent); they activate the role themselves: nobody yet",
                "Done Owners: nobody who may not have the role, since an owner can add himself: no owner",
                "ToDo Access review of Exchange Administrator (29232cdf-9323-42fd-ade2-1d097af3e4de) or of RAG - Mail (new), quarterly, without end: none runs",
            ])
        );

    [Test]
    public void A_finished_bundle_has_nothing_left()
    {
        var plan = Tenant
            .Assigned("Ben", Global)
            .EligibleMember(Desk, "Ada")
            .Assigned(Desk, Reader)
            .GroupSettings(Desk)
            .GroupSettings(Desk, GroupAccess.Owner)
            .GroupReview(Desk)
            .Plan(Reader, Desk);

        Assert.That(
            plan.Steps.SelectMany(step => step.Items).Where(item => item.State is not PlanState.Done),
            Is.Empty
        );
        Assert.That(
            plan.Step("Step 4"),
            Is.EqualTo([
                "Done Add users as eligible members; they activate their membership: Ada",
                "Done No standing members: none",
                "Done Owners: nobody who may not have the role, since an owner can add himself: no owner",
            ])
        );
        Assert.That(plan.Facts(), Is.Empty);
    }

    [Test]
    public void An_eligible_assignment_is_done_and_its_end_told() =>
        Assert.That(
            new[] { TimeSpan.FromDays(90), (TimeSpan?)null }.Select(ends =>
                Tenant.Member(Desk, "Ada").Eligible(Desk, Reader, ends).Plan(Reader, Desk).Step("Step 2").Last()
            ),
            Is.EqualTo([
                "Done Duration and expiration: configured: until 2026-12-30",
                "ToDo Duration and expiration: configured: permanent: give it an end, or decide that it has none",
            ])
        );

    [Test]
    public void An_assignment_at_another_scope_is_another_one()
    {
        const string Unit = "/administrativeUnits/a";
        var tenant = Tenant.Member(Desk, "Ada").Eligible(Desk, Reader, scope: Unit);

        Assert.That(
            new[] { "/", Unit }.Select(scope => tenant.Plan(Reader, Desk, scope).Steps[2].Items[0].State),
            Is.EqualTo([PlanState.ToDo, PlanState.Done])
        );
    }

    [TestCase(4, "Done Activation maximum duration: 4-8 hours: 4 h")]
    [TestCase(8, "Done Activation maximum duration: 4-8 hours: 8 h")]
    [TestCase(8.5, "ToDo Activation maximum duration: 4-8 hours: 8 h 30 min")]
    [TestCase(2, "Done Activation maximum duration: 4-8 hours: 2 h, stricter than asked")]
    public void The_duration_is_held_against_4_to_8_hours(double hours, string line) =>
        Assert.That(
            Settings(one => one with { LongestActivation = TimeSpan.FromHours(hours) }).First(),
            Is.EqualTo(line)
        );

    [Test]
    public void What_the_settings_lack_is_to_do() =>
        Assert.That(
            Settings(one => one with { Mfa = false, Justification = false, ApprovalRequired = false, Approvers = [] }),
            Is.EqualTo([
                "Done Activation maximum duration: 4-8 hours: 8 h",
                "ToDo Require MFA: Yes: no",
                "ToDo Require justification: Yes: no",
                "ToDo Require approval: Yes, highly privileged: no",
                "ToDo Approvers: security team or role owners: nobody is named",
            ])
        );

    [Test]
    public void Approval_without_approvers_asks_all_administrators() =>
        Assert.That(
            Settings(one => one with { Approvers = [] }).Last(),
            Is.EqualTo(
                "ToDo Approvers: security team or role owners: nobody is named, so every Global and Privileged Role Administrator may approve"
            )
        );

    [Test]
    public void An_approver_who_is_dead_is_none() =>
        Assert.That(
            A.Tenant.Groups(Desk)
                .User("Approver", user => user with { IsEnabled = false })
                .Settings(Global)
                .Plan(Global, Desk)
                .Step("Step 3")
                .Last(),
            Is.EqualTo("ToDo Approvers: security team or role owners: Approver")
        );

    [Test]
    public void A_context_that_nothing_enforces_is_no_multifactor_authentication()
    {
        var tenant = Tenant.Member(Desk, "Ada").Settings(Global, WithContext);
        var bypassed = tenant.Policy("c1", policy => policy with { State = PolicyState.Disabled });

        Assert.That(
            new[] { tenant, tenant.Policy("c1"), bypassed }.Select(one =>
                one.Plan(Global, Desk).Steps[3].Items[1].State
            ),
            Is.EqualTo([PlanState.Done, PlanState.Done, PlanState.ToDo]),
            "without any policy PIM asks for MFA itself"
        );
    }

    [Test]
    public void A_context_that_may_not_hold_somebody_is_not_known_for_the_reason_that_was_told()
    {
        var tenant = Tenant.Member(Desk, "Ada").Settings(Global, WithContext);
        var ofOthers = PoliciesOf.Nobody with { Groups = [A.Id("Others")] };
        var plan = tenant
            .Policy("c1", policy => policy with { Includes = ofOthers })
            .Gap(SnapshotParts.GroupsOfUsers, "Ada")
            .Plan(Global, Desk);

        Assert.That(plan.Step("Step 3").ElementAt(1), Is.EqualTo("NotKnown Require MFA: Yes: not known: was not read"));
        Assert.That(plan.Facts(), Is.EqualTo(["GroupsOfUsers Ada"]));
    }

    [Test]
    public void A_context_whose_policies_were_not_read_is_not_known()
    {
        var plan = Tenant
            .Member(Desk, "Ada")
            .Settings(Global, WithContext)
            .Refuse(SnapshotParts.ConditionalAccessPolicies)
            .Plan(Global, Desk);

        Assert.That(plan.Step("Step 3").ElementAt(1), Is.EqualTo("NotKnown Require MFA: Yes: not known: was not read"));
        Assert.That(plan.Facts(), Is.EqualTo(["ConditionalAccessPolicies"]));
    }

    [Test]
    public void A_context_holds_nobody_for_certain_while_members_are_hidden()
    {
        var plan = Tenant
            .Member(Desk, "Ada")
            .Settings(Global, WithContext)
            .Policy("c1")
            .Gap(SnapshotParts.GroupMembers, Desk)
            .Plan(Global, Desk);

        Assert.That(plan.Steps[3].Items[1].State, Is.EqualTo(PlanState.NotKnown));
        Assert.That(plan.Facts(), Is.EqualTo(["GroupMembers RAG - Desk"]));
    }

    [Test]
    public void A_context_that_was_not_told_is_no_rule_that_is_lacking()
    {
        var plan = Tenant
            .Settings(Global, one => WithContext(one) with { AuthenticationContext = null })
            .Plan(Global, Desk);

        Assert.That(
            plan.Unread.Select(fact => fact.Gap.Detail),
            Is.EqualTo(["The settings of Global Administrator ask for an authentication context and do not say which."])
        );
    }

    [Test]
    public void Settings_that_were_not_read_are_not_known()
    {
        var plan = Tenant.Refuse(SnapshotParts.RoleSettings).Plan(Global, Desk);

        Assert.That(plan.Step("Step 3").Select(line => line.Split(' ')[0]).Distinct(), Is.EqualTo(["NotKnown"]));
        Assert.That(plan.Facts(), Is.EqualTo(["RoleSettings Global Administrator"]));
    }

    [Test]
    public void An_owner_who_is_no_member_could_add_himself() =>
        Assert.That(
            Tenant.Member(Desk, "Ada").Owner(Desk, "Ada").Owner(Desk, "Ben").Plan(Reader, Desk).Step("Step 4").Last(),
            Is.EqualTo(
                "ToDo Owners: nobody who may not have the role, since an owner can add himself: Ben, not among the members"
            )
        );

    [Test]
    public void An_owner_is_no_stranger_while_the_members_are_hidden()
    {
        var plan = Tenant.Owner(Desk, "Ben").Gap(SnapshotParts.GroupMembers, Desk).Plan(Exchange, Desk);

        Assert.That(plan.Steps[4].Items[1].State, Is.EqualTo(PlanState.NotKnown));
    }

    [Test]
    public void A_member_owner_may_have_it_anyway() =>
        Assert.That(
            Tenant.Member(Desk, "Ada").Owner(Desk, "Ada").Plan(Reader, Desk).Steps[4].Items[1].State,
            Is.EqualTo(PlanState.Done)
        );

    [TestCase(91.5, PlanState.Done)]
    [TestCase(92, PlanState.Done)]
    [TestCase(92.1, PlanState.ToDo)]
    public void A_review_counts_up_to_a_quarter(double days, PlanState state) =>
        Assert.That(
            Reviewed(
                Tenant.RoleReview(Reader, one => one with { Recurrence = new(days, EndsOn: null, StartsOn: null) })
            ),
            Is.EqualTo(state)
        );

    [Test]
    public void A_review_of_the_role_is_none_of_a_membership_that_is_activated() =>
        Assert.That(Reviewed(Tenant.EligibleMember(Desk, "Ada").RoleReview(Reader)), Is.EqualTo(PlanState.ToDo));

    [Test]
    public void A_review_of_unknown_state_may_be_over() =>
        Assert.That(
            Reviewed(Tenant.RoleReview(Reader, one => one with { Status = null })),
            Is.EqualTo(PlanState.NotKnown)
        );

    [Test]
    public void A_member_of_whom_nothing_was_read_is_not_taken_for_licensed()
    {
        var plan = Tenant.Member(Desk, "Ada").Member(Desk, "Stranger").Settings(Reader).Plan(Reader, Desk);

        Assert.That(
            plan.Step("Prereq").Last(),
            Is.EqualTo("NotKnown Users: all eligible users licensed: not known: was not read")
        );
        Assert.That(plan.Facts(), Is.EqualTo([$"Principals {A.Id("Stranger"):D}"]));
    }

    [Test]
    public void Whoever_may_do_it_is_named() =>
        Assert.That(
            Tenant
                .User("Dario", user => user with { IsEnabled = false })
                .Assigned("Dario", Global)
                .Assigned("Ben", Global)
                .Eligible("Ada", "Privileged Role Administrator")
                .Plan(Reader, Desk)
                .Step("Prereq")
                .ElementAt(1),
            Is.EqualTo(
                "Done Role: Privileged Role Administrator or Global Administrator, for whoever does this: held or activatable by Ada and Ben"
            )
        );

    [TestCase("Enabled", 1000, 0, "Done License: Entra ID P2 or Entra ID Governance: SPE_E5, 1000 seats")]
    [TestCase(
        "Warning",
        0,
        40,
        "Done License: Entra ID P2 or Entra ID Governance: SPE_E5, 0 seats and 40 in the grace period"
    )]
    [TestCase(
        "Suspended",
        0,
        0,
        "ToDo License: Entra ID P2 or Entra ID Governance: no subscription that works includes it"
    )]
    public void A_subscription_in_its_grace_period_still_counts(string status, int seats, int warning, string line)
    {
        var one = Tenant.Subscriptions[0] with { Status = status, EnabledSeats = seats, WarningSeats = warning };

        Assert.That(
            (Tenant with { Subscriptions = [one] }).Plan(Reader, Desk).Step("Prereq").First(),
            Is.EqualTo(line)
        );
    }

    [Test]
    public void Members_who_were_read_are_told_and_so_is_that_others_were_not()
    {
        var plan = Tenant
            .Member(Desk, "Ada")
            .Gap(SnapshotParts.GroupMembers, Desk)
            .Settings(Exchange)
            .Plan(Exchange, Desk);

        Assert.That(
            plan.Step("Step 4").First(),
            Is.EqualTo(
                "Done Add users as Members (permanent); they activate the role themselves: Ada: eligible for Exchange Administrator as soon as the group is; who else was not read"
            )
        );
        Assert.That(plan.Steps[4].Items[0].Unread?.Gap.Part, Is.EqualTo(SnapshotParts.GroupMembers));
    }

    [Test]
    public void Nobody_stands_only_where_all_members_were_read()
    {
        var bundle = Tenant.EligibleMember(Desk, "Ada").Assigned(Desk, Reader).GroupSettings(Desk);

        Assert.That(
            new[] { bundle, bundle.Member(Desk, "Ben") }.Select(tenant =>
                tenant.Gap(SnapshotParts.GroupMembers, Desk).Plan(Reader, Desk).Step("Step 4").ElementAt(1)
            ),
            Is.EqualTo([
                "NotKnown No standing members: not known: was not read",
                "ToDo No standing members: Ben; who else was not read",
            ])
        );
    }

    [Test]
    public void A_group_that_stands_in_a_bundle_stands_there_with_its_people() =>
        Assert.That(
            Tenant
                .Groups("Inner")
                .EligibleMember(Desk, "Ada")
                .Member(Desk, "Inner")
                .Assigned(Desk, Reader)
                .Plan(Reader, Desk)
                .Step("Step 4")
                .ElementAt(1),
            Is.EqualTo("ToDo No standing members: Inner")
        );

    [Test]
    public void A_name_that_a_group_has_is_not_given_to_a_new_one() =>
        Assert.That(
            Tenant.PlanNew(Reader, "Desk").Step("Step 1").Last(),
            Is.EqualTo(
                "ToDo Name following convention: RAG - [Purpose]: does not exist yet; call it RAG - Desk 2, a name not seen in the snapshot"
            )
        );

    private static PlanState Reviewed(TenantSnapshot tenant) => tenant.Plan(Reader, Desk).Steps[^1].Items[0].State;

    private static IEnumerable<string> Settings(Func<RoleSettings, RoleSettings> change) =>
        Tenant.Settings(Global, change).Plan(Global, Desk).Step("Step 3");

    private static RoleSettings WithContext(RoleSettings settings) =>
        settings with
        {
            Mfa = false,
            ContextRequired = true,
            AuthenticationContext = "c1",
        };

    private static string Said(PlanItem item) => $"{item.State} {item.What}: {item.Now}";
}
