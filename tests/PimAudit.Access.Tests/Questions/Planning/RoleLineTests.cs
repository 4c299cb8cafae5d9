using NUnit.Framework;
using PimAudit.Access.Questions.Planning;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions.Planning;

/// <summary>What a plan says of the role, its settings and its reviews, and where each step is done.</summary>
public sealed class RoleLineTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Reader = "Reports Reader";
    private const string Desk = "RAG - Desk";
    private const string Enabled = "Privileged Identity Management > Groups > Discover groups: enable the group";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups(Desk);
    private static readonly TenantSnapshot Bundle = Tenant.EligibleMember(Desk, "Ada").Assigned(Desk, Reader);

    /// <summary>Its members activate, but no role can be assigned to it: the bundle must move to a new group.</summary>
    private static readonly TenantSnapshot Unfit = A
        .Tenant.Users("Ada")
        .Group("RAG - Odd", group => group with { IsRoleAssignable = false })
        .EligibleMember("RAG - Odd", "Ada");

    [Test]
    public void Each_step_is_done_where_its_approach_needs_it() =>
        Assert.That(
            new[] { Tenant.Plan(Exchange, Desk), Bundle.Plan(Reader, Desk) }.Select(plan =>
                string.Join(" | ", plan.Steps.Skip(1).Select(step => step.Portal))
            ),
            Is.EqualTo([
                string.Join(
                    " | ",
                    $"Entra ID > Groups > {Label} > Properties",
                    $"Entra ID > Roles and administrators > {Exchange} ({A.Role(Exchange):D}) > Add assignments",
                    $"Privileged Identity Management > Microsoft Entra roles > Settings > {Exchange} ({A.Role(Exchange):D})",
                    $"Entra ID > Groups > {Label} > Members",
                    "Privileged Identity Management > Microsoft Entra roles > Access reviews > New"
                ),
                string.Join(
                    " | ",
                    $"Entra ID > Groups > {Label} > Properties",
                    $"Entra ID > Roles and administrators > {Reader} ({A.Role(Reader):D}) > Add assignments",
                    $"Privileged Identity Management > Groups > {Label} > Settings > Member",
                    $"Privileged Identity Management > Groups > {Label} > Assignments",
                    "Identity Governance > Access reviews > New access review > Teams + Groups"
                ),
            ])
        );

    [Test]
    public void A_new_bundle_has_neither_management_nor_settings_yet()
    {
        var plan = Unfit.Plan(Reader, "RAG - Odd");

        Assert.That(
            (plan.Approach, plan.Group.Id, plan.Steps[1].Portal),
            Is.EqualTo((Approach.Approach2, (Guid?)null, "Entra ID > Groups > New group"))
        );
        Assert.That(
            plan.Steps[2].Items.Concat(plan.Steps[3].Items).Select(item => $"{item.State} {item.Now}").Distinct(),
            Is.EqualTo(["ToDo not assigned", "ToDo does not exist yet"])
        );
    }

    [Test]
    public void The_settings_of_the_owner_side_are_told_beside_those_of_the_members()
    {
        var items = Bundle
            .GroupSettings(Desk)
            .GroupSettings(Desk, GroupAccess.Owner, settings => settings with { Mfa = false })
            .Plan(Reader, Desk)
            .Step("Step 3");

        Assert.That(
            items.Where(line => line.Contains("MFA", StringComparison.Ordinal)),
            Is.EqualTo(["Done Require MFA: Yes: yes", "ToDo Owner: Require MFA: Yes: no"])
        );
    }

    [Test]
    public void An_active_group_is_told_to_become_eligible() =>
        Assert.That(
            Tenant.Member(Desk, "Ada").Assigned(Desk, Exchange).Plan(Exchange, Desk).Step("Step 2").First(),
            Does.EndWith(": active: remove that and make it eligible")
        );

    [Test]
    public void Of_several_eligible_assignments_one_without_end_is_permanent_and_the_last_end_counts()
    {
        var first = Tenant.Member(Desk, "Ada").Eligible(Desk, Exchange, TimeSpan.FromDays(30));

        Assert.That(
            new[] { first.Eligible(Desk, Exchange, TimeSpan.FromDays(90)), first.Eligible(Desk, Exchange) }.Select(
                tenant => tenant.Plan(Exchange, Desk).Step("Step 2").Last()
            ),
            Is.EqualTo([
                "Done Duration and expiration: configured: until 2026-12-30",
                "ToDo Duration and expiration: configured: permanent: give it an end, or decide that it has none",
            ])
        );
    }

    [Test]
    public void An_assignment_is_missing_only_where_the_list_was_read()
    {
        var items = Tenant.Refuse(SnapshotParts.EligibleAssignments).Plan(Exchange, Desk).Steps[2].Items;

        Assert.That(
            items.Select(item => (item.State, item.Unread?.Gap.Part)),
            Is.All.EqualTo((PlanState.NotKnown, (SnapshotParts?)SnapshotParts.EligibleAssignments))
        );
    }

    [Test]
    public void Without_the_licence_nobody_is_eligible_and_nothing_is_unread() =>
        Assert.That(
            Tenant.Unlicensed().Plan(Exchange, Desk).Steps[2].Items.Select(item => item.State),
            Is.All.EqualTo(PlanState.ToDo)
        );

    [Test]
    public void A_bundle_is_active_on_the_role_or_not_yet()
    {
        var other = Bundle
            .Groups("RAG - Other")
            .EligibleMember("RAG - Other", "Ben")
            .Assigned("RAG - Other", "Global Reader");

        Assert.That(
            new[] { other.Plan(Reader, Desk), other.Plan("Global Reader", Desk) }
                .Select(plan => plan.Steps[2].Items[0])
                .Select(item => $"{item.State} {item.Now}"),
            Is.EqualTo(["Done active", "ToDo not assigned"])
        );
    }

    [Test]
    public void PIM_manages_a_group_whose_members_activate_and_one_that_it_lists()
    {
        var waiting = Tenant.Groups("Other").Assigned(Desk, Reader);

        Assert.That(
            new[]
            {
                Bundle,
                waiting with
                {
                    PimGroups = [new(A.Id("Other")), new(A.Id(Desk))],
                },
                waiting with
                {
                    PimGroups = [new(A.Id("Other"))],
                },
                waiting.Refuse(SnapshotParts.PimGroups),
            }.Select(tenant => tenant.Plan(Reader, Desk).Step("Step 2").Last()),
            Is.EqualTo([
                $"Done {Enabled}: enabled",
                $"Done {Enabled}: enabled",
                $"ToDo {Enabled}: not enabled",
                $"NotKnown {Enabled}: not known: was not read",
            ])
        );
    }

    [Test]
    public void A_role_in_a_unit_is_named_with_it()
    {
        var unit = A.Id("Branch");
        var tenant = Tenant with { AdministrativeUnits = [new(unit, "Branch", IsRestricted: false)] };

        Assert.That(
            tenant.Plan(Reader, Desk, $"/administrativeUnits/{unit:D}").Steps[2].Portal,
            Is.EqualTo(
                $"Entra ID > Roles and administrators > {Reader} ({A.Role(Reader):D}) at Branch > Add assignments"
            )
        );
    }

    [TestCase("Helpdesk Administrator", "RAG - Helpdesk Admins")]
    [TestCase("Message Center Reader", "RAG - Message Center Readers")]
    [TestCase("Attack Payload Author", "RAG - Attack Payload Authors")]
    [TestCase("Partner Tier1 Support", "RAG - Partner Tier1 Support")]
    public void A_new_group_is_named_after_the_people_of_the_role(string role, string name) =>
        Assert.That(Unfit.Plan(role, "RAG - Odd").Group.Name, Is.EqualTo(name));

    [Test]
    public void A_new_group_takes_the_first_number_that_no_group_has() =>
        Assert.That(
            (A.Tenant.Groups("RAG - Mail", "rag - mail 2") with { NamedGroups = [A.Group("RAG - Mail 3 ")] })
                .PlanNew(Exchange, "Mail")
                .Step("Step 1")
                .Last(),
            Does.EndWith("call it RAG - Mail 4, a name not seen in the snapshot")
        );

    [Test]
    public void A_bundle_that_carries_nothing_yet_rests_on_how_people_activate_and_a_full_one_on_what_a_bundle_is() =>
        Assert.That(
            new[] { Tenant.EligibleMember(Desk, "Ada"), Bundle }.Select(tenant =>
                tenant.Plan("Global Reader", Desk).Reasons.Single().Practice.Words
            ),
            Is.EqualTo([
                "Users activate group membership to gain all roles",
                "For bundling multiple roles under one activation",
            ])
        );

    [Test]
    public void Of_several_roles_that_must_follow_approach_1_the_first_by_name_is_told() =>
        Assert.That(
            Tenant
                .Member(Desk, "Ada")
                .Assigned(Desk, "SharePoint Administrator")
                .Assigned(Desk, Exchange)
                .Plan(Reader, Desk)
                .Reasons.Select(reason => reason.Text),
            Is.EqualTo([
                "RAG - Desk carries Exchange Administrator, which must follow Approach 1, and a group has one approach.",
            ])
        );

    [Test]
    public void The_review_that_comes_round_most_often_is_told()
    {
        var tenant = Tenant.RoleReview(Reader).GroupReview(Desk, Every(30)).RoleReview("User Administrator", Every(7));

        Assert.That(
            tenant.Plan(Reader, Desk).Steps[^1].Items.Single(),
            Is.EqualTo(
                new PlanItem(
                    $"Access review of {Reader} ({A.Role(Reader):D}) or of {Label}, quarterly, without end",
                    $"Review of {Desk}, every 30 days",
                    PlanState.Done
                )
            )
        );
    }

    [Test]
    public void A_bundle_needs_a_review_of_the_group_itself() =>
        Assert.That(
            Bundle.RoleReview(Reader).Plan(Reader, Desk).Steps[^1].Items.Single(),
            Is.EqualTo(new PlanItem($"Access review of {Label}, quarterly, without end", "none runs", PlanState.ToDo))
        );

    [Test]
    public void A_review_of_several_things_counts_where_one_of_them_is_meant() =>
        Assert.That(
            Tenant
                .RoleReview(
                    Reader,
                    review => review with { Targets = [.. review.Targets, review.Targets[0] with { Id = A.Id("x") }] }
                )
                .Plan(Reader, Desk)
                .Steps[^1]
                .Items.Single()
                .State,
            Is.EqualTo(PlanState.Done)
        );

    [Test]
    public void Reviews_that_were_not_read_or_whose_state_was_not_told_may_run()
    {
        var stateless = Tenant.RoleReview(Reader, review => review with { Status = null });

        Assert.That(
            new[]
            {
                Tenant.Refuse(SnapshotParts.AccessReviews),
                stateless,
                stateless.RoleReview("User Administrator"),
                stateless.GroupReview(Desk),
            }
                .Select(tenant => tenant.Plan(Reader, Desk).Steps[^1].Items.Single())
                .Select(item => (item.State, item.Unread?.Gap.Reason)),
            Is.EqualTo(
                new (PlanState, MissingReason?)[]
                {
                    (PlanState.NotKnown, MissingReason.Permission),
                    (PlanState.NotKnown, MissingReason.Malformed),
                    (PlanState.NotKnown, MissingReason.Malformed),
                    (PlanState.Done, null),
                }
            )
        );
    }

    [Test]
    public void One_approver_who_can_is_enough()
    {
        var dead = A.Tenant.Groups(Desk).Users("Ada").User("Approver", user => user with { IsEnabled = false });
        var ada = new Approver(ApproverKind.User, A.Id("Ada"), "Ada", IsBackup: false);

        Assert.That(
            dead.Settings(Exchange, settings => settings with { Approvers = [.. settings.Approvers, ada] })
                .Plan(Exchange, Desk)
                .Step("Step 3")
                .Last(),
            Is.EqualTo("Done Approvers: security team or role owners: Approver and Ada")
        );
    }

    [Test]
    public void A_setting_that_the_policy_lacks_is_not_known_and_points_at_the_policy()
    {
        var ofRole = Tenant.Settings(Exchange, settings => settings with { Justification = null }).Plan(Exchange, Desk);
        var ofGroup = Bundle
            .GroupSettings(Desk, change: settings => settings with { Justification = null })
            .GroupSettings(Desk, GroupAccess.Owner)
            .Plan(Reader, Desk);

        Assert.That(
            new[] { ofRole, ofGroup }.Select(plan => plan.Steps[3].Items[2].Unread?.Gap),
            Is.EqualTo([
                new Gap(
                    SnapshotParts.RoleSettings,
                    MissingReason.Malformed,
                    "The settings of Exchange Administrator lack a rule."
                ),
                new Gap(
                    SnapshotParts.GroupSettings,
                    MissingReason.Malformed,
                    "The settings of RAG - Desk lack a rule."
                ),
            ])
        );
    }

    [Test]
    public void A_context_without_anybody_to_hold_is_not_done_yet()
    {
        var tenant = Tenant
            .Settings(
                Exchange,
                settings => settings with { Mfa = false, ContextRequired = true, AuthenticationContext = "c1" }
            )
            .Policy("c1");

        Assert.That(
            new[] { tenant, tenant.Member(Desk, "Ada").InGroups("Ada") }.Select(one =>
                one.Plan(Exchange, Desk).Steps[3].Items[1].State
            ),
            Is.EqualTo([PlanState.ToDo, PlanState.Done])
        );
    }

    private static string Label => $"{Desk} ({A.Id(Desk):D})";

    private static Func<AccessReview, AccessReview> Every(double days) =>
        review => review with { Recurrence = new(days, EndsOn: null, StartsOn: null) };
}
