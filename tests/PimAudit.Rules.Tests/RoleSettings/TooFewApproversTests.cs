using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class TooFewApproversTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Group = "Approvers";

    [Test]
    public void Reports_a_single_approver() =>
        Assert.That(
            Audit.With<TooFewApprovers>(Approved("Mira Solberg")).Said,
            Is.EqualTo(new[] { (Exchange, "1 person can approve", "at least two who can approve, backups aside") })
        );

    [Test]
    public void Weighs_medium_and_names_the_settings_alone()
    {
        var run = Audit.With<TooFewApprovers>(Approved("Mira Solberg"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Exchange, Severity.Medium) }));
            Assert.That(run.Identity, Is.EqualTo(new[] { $"role:{A.Role(Exchange):D}" }));
        }
    }

    [Test]
    public void Silent_with_two() =>
        Assert.That(
            Audit.With<TooFewApprovers>(Approved("Mira Solberg", "Dario Venn")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Has_a_number_that_can_be_moved() =>
        Assert.That(
            Audit.With<TooFewApprovers>(Approved("Mira Solberg", "Dario Venn"), ("min", "3")).Said,
            Is.EqualTo(new[] { (Exchange, "2 people can approve", "at least three who can approve, backups aside") })
        );

    [Test]
    public void Counts_a_person_once() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Tenant()
                        .Groups(Group)
                        .Member(Group, "Mira Solberg")
                        .Settings(Exchange, Naming(User("Mira Solberg"), User("Mira Solberg"), OfGroup))
                )
                .Said,
            Is.EqualTo(new[] { (Exchange, "1 person can approve", "at least two who can approve, backups aside") })
        );

    [Test]
    public void Counts_the_people_of_a_group() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Tenant()
                        .Groups(Group)
                        .Member(Group, "Mira Solberg")
                        .Member(Group, "Dario Venn")
                        .Settings(Exchange, Naming(OfGroup))
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_count_members_who_must_activate_first() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Tenant()
                        .Groups(Group)
                        .Member(Group, "Mira Solberg")
                        .EligibleMember(Group, "Dario Venn")
                        .Settings(Exchange, Naming(OfGroup))
                )
                .Subjects,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Counts_the_manager_as_one() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Tenant()
                        .Settings(
                            Exchange,
                            Naming(
                                User("Mira Solberg"),
                                new(ApproverKind.RequestorManager, null, null, IsBackup: false)
                            )
                        )
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Does_not_count_backups() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Tenant()
                        .Settings(Exchange, Naming(User("Mira Solberg"), User("Dario Venn") with { IsBackup = true }))
                )
                .Said,
            Is.EqualTo(new[] { (Exchange, "1 person can approve", "at least two who can approve, backups aside") })
        );

    [Test]
    public void Reports_settings_that_name_backups_alone() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Tenant()
                        .Settings(
                            Exchange,
                            Naming(
                                User("Mira Solberg") with
                                {
                                    IsBackup = true,
                                },
                                User("Dario Venn") with
                                {
                                    IsBackup = true,
                                }
                            )
                        )
                )
                .Said,
            Is.EqualTo(new[] { (Exchange, "0 people can approve", "at least two who can approve, backups aside") })
        );

    [Test]
    public void Does_not_count_an_approver_who_cannot_approve() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Tenant(disabled: "Dario Venn").Settings(Exchange, Naming(User("Mira Solberg"), User("Dario Venn")))
                )
                .Said,
            Is.EqualTo(new[] { (Exchange, "1 person can approve", "at least two who can approve, backups aside") })
        );

    [Test]
    public void Leaves_approvers_of_whom_none_can_approve_to_the_rule_about_each() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(Tenant(disabled: "Dario Venn").Settings(Exchange, Naming(User("Dario Venn"))))
                .Findings,
            Is.Empty
        );

    [Test]
    public void Leaves_a_person_who_is_his_own_only_approver_to_the_rule_about_that() =>
        Assert.That(Audit.With<TooFewApprovers>(Approved("Ines Falk")).Findings, Is.Empty);

    [Test]
    public void Leaves_approval_by_nobody_named_to_the_rule_about_that() =>
        Assert.That(Audit.With<TooFewApprovers>(Approved()).Findings, Is.Empty);

    [Test]
    public void Does_not_judge_approvers_who_stay_listed_while_no_approval_is_asked_for() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Tenant()
                        .Settings(
                            Exchange,
                            settings => Naming(User("Mira Solberg"))(settings) with { ApprovalRequired = false }
                        )
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [TestCase("Mira Solberg", new string[0])]
    [TestCase("Edda Rask", new[] { "none of the expected approvers is named" })]
    public void Wants_one_of_the_expected_approvers(string expected, string[] observed) =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Approved("Mira Solberg", "Dario Venn"),
                    ("expectedApprovers", A.Id(expected).ToString("D"))
                )
                .Findings.Select(finding => finding.Observed),
            Is.EqualTo(observed)
        );

    [Test]
    public void Finds_an_expected_approver_in_a_group() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Tenant()
                        .Groups(Group)
                        .Member(Group, "Mira Solberg")
                        .Member(Group, "Dario Venn")
                        .Settings(Exchange, Naming(OfGroup)),
                    ("expectedApprovers", A.Id("Mira Solberg").ToString("D"))
                )
                .Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Blind_where_a_second_approver_was_not_read() =>
        Assert.That(
            Audit.With<TooFewApprovers>(Approved("Mira Solberg", "Unread")).Blind,
            Is.EqualTo(new[] { Exchange })
        );

    [Test]
    public void Blind_where_the_members_of_the_group_were_not_read() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Tenant()
                        .Groups(Group)
                        .PlainMember(Group, "Mira Solberg")
                        .PlainMember(Group, "Dario Venn")
                        .Settings(Exchange, Naming(OfGroup))
                        .Lose(SnapshotParts.GroupMembers, A.Id(Group))
                )
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    /// <summary>He may be eligible through a group of which nobody knows the members: then it is the other rule's.</summary>
    [Test]
    public void Blind_where_the_only_approver_may_be_eligible_himself() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Approved("Mira Solberg")
                        .Groups("RAG - Exchange")
                        .Eligible("RAG - Exchange", Exchange)
                        .Lose(SnapshotParts.GroupMembers, A.Id("RAG - Exchange"))
                )
                .Blind,
            Does.Contain(Exchange)
        );

    [Test]
    public void Blind_where_the_policy_does_not_say() =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Tenant().Settings(Exchange, settings => settings with { ApprovalRequired = null })
                )
                .Blind,
            Is.EqualTo(new[] { Exchange })
        );

    /// <summary>A workload counts as one who approves, where it is known to be enabled.</summary>
    [TestCase(true, RuleOutcome.Pass)]
    [TestCase(false, RuleOutcome.Fail)]
    [TestCase(null, RuleOutcome.NotEvaluated)]
    public void Counts_a_workload_that_is_enabled(bool? isEnabled, RuleOutcome outcome) =>
        Assert.That(
            Audit
                .With<TooFewApprovers>(
                    Tenant()
                        .Workload("approver-bot", one => one with { IsEnabled = isEnabled })
                        .Settings(
                            Exchange,
                            Naming(
                                User("Mira Solberg"),
                                new(
                                    ApproverKind.ServicePrincipal,
                                    A.Id("approver-bot"),
                                    "approver-bot",
                                    IsBackup: false
                                )
                            )
                        )
                )
                .Outcome,
            Is.EqualTo(outcome)
        );

    private static Approver OfGroup => new(ApproverKind.Group, A.Id(Group), Group, IsBackup: false);

    /// <summary>The two highest roles are approved by two people.</summary>
    private static TenantSnapshot Tenant(string disabled = "")
    {
        var named = Naming(User("Mira Solberg"), User("Dario Venn"), User("Edda Rask"));
        return A
            .Tenant.Settings("Global Administrator", named)
            .Settings("Privileged Role Administrator", named)
            .Users("Ines Falk", "Mira Solberg", "Edda Rask")
            .User("Dario Venn", user => user with { IsEnabled = disabled != "Dario Venn" })
            .Eligible("Ines Falk", Exchange);
    }

    private static TenantSnapshot Approved(params string[] approvers) =>
        Tenant().Settings(Exchange, Naming([.. approvers.Select(User)]));

    private static Func<RoleSettings, RoleSettings> Naming(params Approver[] approvers) =>
        settings => settings with { Approvers = [.. approvers] };

    private static Approver User(string name) => new(ApproverKind.User, A.Id(name), name, IsBackup: false);
}
