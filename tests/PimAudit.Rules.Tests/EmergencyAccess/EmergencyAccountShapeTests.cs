using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

public sealed class EmergencyAccountShapeTests
{
    private const string Glass = "Glass 1";
    private const string Group = "RAG - Readers";

    private static readonly Guid Mailbox = new("efb87545-963c-4e0d-99df-69c6916d9eb0");
    private static readonly Guid ExchangeFoundation = new("113feb6c-3fe4-4440-bddc-54d774bf0318");

    /// <summary>Own domain, other than the initial one.</summary>
    private static readonly TenantSnapshot Born = A.Tenant with
    {
        Tenant = A.Tenant.Tenant with
        {
            InitialDomain = "contoso.onmicrosoft.example",
            Domains = ["contoso.example", "contoso.onmicrosoft.example"],
        },
    };

    private static readonly Func<User, User> Good = user =>
        user with
        {
            UserPrincipalName = "glass.1@CONTOSO.onmicrosoft.example",
            Plans = [],
        };

    [Test]
    public void Silent_for_an_account_as_it_should_be() =>
        Assert.That(Run(Account(user => user)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    private static IEnumerable<TestCaseData<Func<User, User>, string>> Faults =>
        [
            new(user => user with { IsEnabled = false }, "disabled"),
            new(user => user with { IsSynchronised = true }, "synchronised from on-premises"),
            new(user => user with { UserType = "Guest" }, "a guest"),
            new(user => user with { CreationType = "Invitation" }, "a guest"),
            new(user => user with { Plans = [new(Mailbox, IsEnabled: true)] }, "licensed for a mailbox"),
            new(
                user => user with { UserPrincipalName = "glass.1@contoso.example" },
                "on contoso.example, not on the initial domain"
            ),
        ];

    [TestCaseSource(nameof(Faults))]
    public void Reports_each_fault(Func<User, User> change, string observed)
    {
        var run = Run(Account(change));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Glass, Severity.High) }));
            Assert.That(run.Findings.Single().Observed, Is.EqualTo(observed));
            Assert.That(run.Findings.Single().Fix.Steps, Has.Length.EqualTo(1));
        }
    }

    private static IEnumerable<Func<User, User>> NearMisses =>
        [
            user => user with { Plans = [new(Mailbox, IsEnabled: false)] },
            user => user with { Plans = [new(ExchangeFoundation, IsEnabled: true)] },
            user => user with { DisplayName = "glass#EXT#@partner.example" },
        ];

    [TestCaseSource(nameof(NearMisses))]
    public void Silent_where_it_only_looks_like_a_fault(Func<User, User> change) =>
        Assert.That(Run(Account(change)).Outcome, Is.EqualTo(RuleOutcome.Pass));

    [Test]
    public void Names_every_fault_in_one_finding_with_the_heaviest_severity()
    {
        var run = Run(
            Account(user => user with { IsEnabled = false, IsSynchronised = true, UserType = "Guest" })
                .Assigned(Glass, "Security Reader")
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Severities, Is.EqualTo(new[] { (Glass, Severity.High) }));
            Assert.That(
                run.Findings.Single().Observed,
                Is.EqualTo("disabled; synchronised from on-premises; a guest; also Security Reader")
            );
            Assert.That(run.Identity, Is.EqualTo(new[] { $"user:{A.Id(Glass):D}" }));
            Assert.That(run.Findings.Single().Fix.Steps, Has.Length.EqualTo(3));
        }
    }

    [Test]
    public void A_further_role_alone_weighs_less()
    {
        var run = Run(Account(user => user).Assigned(Glass, "Security Reader", ends: TimeSpan.FromDays(3)));

        Assert.That(
            run.Findings.Select(finding => (finding.Severity, finding.Observed)),
            Is.EqualTo(new[] { (Severity.Low, "also Security Reader") })
        );
    }

    [Test]
    public void A_further_role_through_a_group_counts() =>
        Assert.That(
            Run(Account(user => user).Groups(Group).Member(Group, Glass).Assigned(Group, "Security Reader"))
                .Said.Select(one => one.Observed),
            Is.EqualTo(new[] { "also Security Reader" })
        );

    [Test]
    public void A_part_of_the_tenant_is_no_further_role() =>
        Assert.That(
            Run(Account(user => user).Assigned(Glass, "Global Administrator", scope: $"/{A.Id("app"):D}")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    /// <summary>One fault, one rule: PIM403 speaks of eligibilities, and of what was activated by them.</summary>
    [Test]
    public void Leaves_eligible_and_activated_roles_to_the_rule_about_pim() =>
        Assert.That(
            Run(Account(user => user).Eligible(Glass, "Security Reader").Activated(Glass, "Security Reader")).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    private static IEnumerable<Func<User, User>> Untold =>
        [
            user => user with { IsEnabled = null },
            user => user with { IsSynchronised = null },
            user => user with { UserType = null },
            user => user with { Plans = null },
            user => user with { UserPrincipalName = null },
        ];

    [TestCaseSource(nameof(Untold))]
    public void Blind_where_a_property_was_not_read(Func<User, User> change) =>
        Assert.That((Run(Account(change)).Outcome, Run(Account(change)).Blind), Is.EqualTo(Blinded));

    [Test]
    public void Reports_what_is_known_beside_what_is_not()
    {
        var run = Run(Account(user => user with { IsSynchronised = true, Plans = null }));

        Assert.That((run.Subjects, run.Blind), Is.EqualTo((new[] { Glass }, new[] { Glass })));
    }

    [Test]
    public void Blind_without_the_initial_domain() =>
        Assert.That(
            (
                Run(Account(user => user).Lose(SnapshotParts.Organization)).Outcome,
                Run(Account(user => user).Lose(SnapshotParts.Organization)).Blind
            ),
            Is.EqualTo(Blinded)
        );

    [Test]
    public void Blind_where_the_account_was_not_read() =>
        Assert.That(
            Run(Account(user => user).Lose(SnapshotParts.Principals, A.Id(Glass)))
                .Result.Blind.Select(one => one.Subject.Id),
            Is.EqualTo(new[] { A.Id(Glass).ToString("D") })
        );

    [Test]
    public void Blind_where_it_may_be_in_a_group_with_a_role() =>
        Assert.That(
            Run(
                Account(user => user)
                    .Groups(Group)
                    .Assigned(Group, "Security Reader")
                    .Gap(SnapshotParts.GroupMembers, Group)
            ).Blind,
            Is.EqualTo(new[] { Glass })
        );

    [Test]
    public void Blind_where_a_role_may_be_an_activation() =>
        Assert.That(
            Run(Account(user => user).AssignedUnlisted(Glass, "Security Reader")).Blind,
            Is.EqualTo(new[] { Glass })
        );

    [TestCase(SnapshotParts.RoleAssignments)]
    [TestCase(SnapshotParts.ActiveAssignments)]
    [TestCase(SnapshotParts.Principals)]
    public void Never_a_pass_without_a_part(SnapshotParts part) =>
        Assert.That(Run(Account(user => user).Lose(part)).Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));

    [Test]
    public void Judges_a_tenant_without_pim() =>
        Assert.That(
            Run(Account(user => user).AssignedUnlisted(Glass, "Security Reader").Unlicensed())
                .Said.Select(one => one.Observed),
            Is.EqualTo(new[] { "also Security Reader" })
        );

    [Test]
    public void Does_not_look_at_other_people() =>
        Assert.That(
            Run(Account(user => user).User("Ines Falk", user => user with { IsSynchronised = true })).Outcome,
            Is.EqualTo(RuleOutcome.Pass)
        );

    [Test]
    public void Not_applicable_without_emergency_accounts() =>
        Assert.That(Run(Born).Outcome, Is.EqualTo(RuleOutcome.NotApplicable));

    private static readonly (RuleOutcome, string[]) Blinded = (RuleOutcome.NotEvaluated, [Glass]);

    private static TenantSnapshot Account(Func<User, User> change) =>
        Born.User(Glass, user => change(Good(user))).Emergency(Glass).Assigned(Glass, "Global Administrator");

    private static RuleRun Run(TenantSnapshot tenant) => Audit.With<EmergencyAccountShape>(tenant);
}
