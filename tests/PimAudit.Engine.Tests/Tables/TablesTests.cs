using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Rules;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Tables;

public sealed class TablesTests
{
    private const string Group = "RAG - Exchange Admins";
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A
        .Tenant.Users("Ada")
        .Groups(Group)
        .Member(Group, "Ada")
        .Eligible(Group, Role, ends: TimeSpan.FromDays(90))
        .EmergencyAccounts("Glass One")
        .WithMethods("Glass One", "fido2SecurityKey")
        .WithSignIns("Glass One", TimeSpan.FromDays(90), TimeSpan.FromDays(90))
        .HighestRolesSettled()
        .Settings(Role, settings => settings with { LongestActivation = TimeSpan.FromHours(10), Mfa = null });

    [Test]
    public void There_is_one_access_row_for_each_path()
    {
        var rows = Judge(Tenant).Access;

        Assert.That(
            rows.Select(row =>
                (row.Principal.Label, row.Role.Label, row.State, row.IsPermanent, row.Approach, row.Exempt)
            ),
            Is.EquivalentTo([
                ("Ada", Role, HopState.Eligible, (bool?)false, Approach.Approach1, false),
                ("Glass One", "Global Administrator", HopState.Standing, (bool?)true, Approach.Direct, true),
            ])
        );
        Assert.That(rows.Select(row => row.Key), Is.Unique);
    }

    [Test]
    public void The_end_of_a_path_of_unknown_type_is_unknown_and_not_permanent() =>
        Assert.That(Judge(A.Tenant.Users("Ada").AssignedUnlisted("Ada", Role)).Access.Single().IsPermanent, Is.Null);

    [Test]
    public void A_group_row_counts_people_by_state_and_names_the_approach()
    {
        var row = Judge(Tenant.EligibleOwner(Group, "Ada")).Groups.Single();

        Assert.That(
            (row.Group.Label, row.IsRoleAssignable, row.Owners, row.MembersStanding, row.MembersEligible, row.Approach),
            Is.EqualTo((Group, (bool?)true, (int?)0, (int?)1, (int?)0, (Approach?)Approach.Approach1))
        );
    }

    [Test]
    public void What_was_not_read_of_a_group_is_null_and_not_zero()
    {
        var row = Judge(Tenant.Gap(SnapshotParts.GroupEligibilities, Group)).Groups.Single();

        Assert.That((row.MembersEligible, row.Approach), Is.EqualTo(((int?)null, (Approach?)Approach.Unknown)));
    }

    [Test]
    public void A_nested_group_without_a_role_of_its_own_has_no_approach() =>
        Assert.That(
            Judge(Tenant.Groups("Inner").Member(Group, "Inner"))
                .Groups.Single(row => row.Group.Label == "Inner")
                .Approach,
            Is.Null
        );

    [Test]
    public void A_setting_deviates_meets_is_unknown_or_is_not_judged()
    {
        var rows = Judge(Tenant).RoleSettings.Where(row => row.Owner.Label == Role).ToDictionary(row => row.Setting);

        Assert.That(
            new[] { "longestActivation", "justification", "mfa", "ticket" }.Select(name =>
                (name, rows[name].Verdict, rows[name].Value, rows[name].RuleId)
            ),
            Is.EqualTo([
                ("longestActivation", SettingVerdict.Deviates, "10 h", "PIM204"),
                ("justification", SettingVerdict.Meets, "required", "PIM202"),
                ("mfa", SettingVerdict.Unknown, (string?)null, "PIM201"),
                ("ticket", SettingVerdict.NotJudged, "not required", (string?)null),
            ])
        );
    }

    [Test]
    public void What_may_be_assigned_and_how_is_judged_too()
    {
        var tenant = A
            .Tenant.HighestRolesSettled()
            .Users("Ada")
            .Eligible("Ada", Role)
            .Settings(
                Role,
                settings =>
                    settings with
                    {
                        LongestActivation = TimeSpan.FromMinutes(30),
                        PermanentEligibleAllowed = true,
                        PermanentActiveAllowed = true,
                        AssigningMfa = false,
                        AssigningJustification = false,
                        ChangedAt = null,
                        ApprovalRequired = false,
                    }
            );
        var rows = Judge(tenant).RoleSettings.Where(row => row.Owner.Label == Role);

        Assert.That(
            rows.Where(row => row.Verdict is SettingVerdict.Deviates)
                .Select(row => (row.Setting, row.Value, row.Expected, row.RuleId)),
            Is.EqualTo([
                ("longestActivation", "30 min", "at least 1 h", "PIM205"),
                ("permanentEligible", "allowed", "an end, after at most 365 days", "PIM216"),
                ("permanentActive", "allowed", "an end for every active assignment", "PIM215"),
                (
                    "assigning",
                    "nothing",
                    "a justification or multifactor authentication on active assignment",
                    "PIM214"
                ),
                ("changed", "never", "settings that somebody decided", "PIM213"),
            ])
        );
    }

    [Test]
    public void What_meets_its_rule_says_what_is_asked_for()
    {
        var rows = Judge(Tenant)
            .RoleSettings.Where(row => row.Owner.Label == "Global Administrator")
            .ToDictionary(row => row.Setting);

        Assert.That(
            new[] { "longestActivation", "permanentEligible", "permanentActive", "assigning", "changed" }.Select(name =>
                (rows[name].Verdict, rows[name].Value, rows[name].Expected)
            ),
            Is.EqualTo([
                (SettingVerdict.Meets, "8 h", "at most 8 h"),
                (SettingVerdict.Meets, "not allowed, at most 365 days", "not allowed, at most 365 days"),
                (SettingVerdict.Meets, "not allowed, at most 15 days", "not allowed, unless needed"),
                (SettingVerdict.Meets, "MFA and justification", "a justification or multifactor authentication"),
                (SettingVerdict.Meets, "2026-07-01", "changed since the tenant was made"),
            ])
        );
    }

    [Test]
    public void A_weaker_side_of_a_group_deviates_in_the_weaker_gates_alone()
    {
        var tenant = Tenant
            .EligibleOwner(Group, "Ada")
            .GroupSettings(Group)
            .GroupSettings(
                Group,
                GroupAccess.Owner,
                settings => settings with { Mfa = false, ApprovalRequired = false }
            );
        var rows = Judge(tenant).RoleSettings.Where(row => row.Owner.Label == Group);

        Assert.That(
            rows.Where(row => row.Verdict is SettingVerdict.Deviates)
                .Select(row => (row.Access, row.Setting, row.RuleId)),
            Is.EqualTo([
                ((GroupAccess?)GroupAccess.Owner, "mfa", "PIM217"),
                ((GroupAccess?)GroupAccess.Owner, "approval", "PIM217"),
            ])
        );
    }

    [Test]
    public void Settings_that_were_not_read_are_unknown() =>
        Assert.That(
            Judge(Tenant.Refuse(SnapshotParts.RoleSettings)).RoleSettings.Select(row => row.Verdict).Distinct(),
            Is.EqualTo([SettingVerdict.Unknown])
        );

    [Test]
    public void Every_check_of_a_good_emergency_account_passes() =>
        Assert.That(
            Judge(Tenant).EmergencyAccounts.Single().Checks.Select(check => (check.Check, check.Outcome)),
            Is.EqualTo([
                ("Account exists", RuleOutcome.Pass),
                ("Account is enabled", RuleOutcome.Pass),
                ("Global Administrator without activation or end", RuleOutcome.Pass),
                ("No eligibility in PIM", RuleOutcome.Pass),
                ("Role held without a group", RuleOutcome.Pass),
                ("Made as an emergency account should be", RuleOutcome.Pass),
                ("Phishing-resistant method", RuleOutcome.Pass),
                ("No policy locks it out", RuleOutcome.Pass),
                ("Tested, and not used otherwise", RuleOutcome.Pass),
            ])
        );

    [Test]
    public void A_check_says_what_its_rule_observed() =>
        Assert.That(
            Judge(
                Tenant
                    .User("Glass Two", user => user with { IsSynchronised = true })
                    .Emergency("Glass Two")
                    .WithMethods("Glass Two", "mobilePhone")
            )
                .EmergencyAccounts[^1]
                .Checks.Skip(5)
                .Select(check => (check.Outcome, check.Value)),
            Is.EqualTo([
                (RuleOutcome.Fail, "synchronised from on-premises"),
                (RuleOutcome.Fail, "registered: mobilePhone, as of 2026-09-30 18:00 UTC"),
                (RuleOutcome.Pass, "none"),
                (RuleOutcome.NotEvaluated, "The sign-ins of Glass Two were not read."),
            ])
        );

    [Test]
    public void A_rule_that_is_switched_off_leaves_its_check_open() =>
        Assert.That(
            Audit
                .Judge(Tenant, Configured.With("PIM407", enabled: false), [.. Catalogue.All])
                .EmergencyAccounts.Single()
                .Checks[6],
            Is.EqualTo(
                new EmergencyCheck("Phishing-resistant method", RuleOutcome.NotEvaluated, "PIM407 is switched off")
            )
        );

    [Test]
    public void An_entry_that_the_tenant_does_not_have_fails_its_only_check()
    {
        var row = Judge(
            Tenant with
            {
                EmergencyAccounts = [.. Tenant.EmergencyAccounts, new("gone@contoso.example", ObjectId: null)],
            }
        ).EmergencyAccounts[^1];

        Assert.That((row.Account, row.Checks.Single().Outcome), Is.EqualTo(((ObjectRef?)null, RuleOutcome.Fail)));
    }

    [Test]
    public void An_eligibility_for_a_group_without_roles_fails_the_checklist_as_it_fails_the_rule()
    {
        var result = Judge(Tenant.Groups("Ordinary").EligibleMember("Ordinary", "Glass One"));

        Assert.That(
            result.EmergencyAccounts.Single().Checks[3],
            Is.EqualTo(
                new EmergencyCheck(
                    "No eligibility in PIM",
                    RuleOutcome.Fail,
                    "Ordinary: eligible as member; waits for an activation"
                )
            )
        );
        Assert.That(result.Findings.Select(finding => finding.RuleId), Does.Contain("PIM403"));
    }

    [Test]
    public void A_gap_elsewhere_makes_only_those_checks_unknown_that_hang_on_it() =>
        Assert.That(
            Judge(Tenant.Groups("Other").Assigned("Other", Role).Gap(SnapshotParts.GroupMembers, "Other"))
                .EmergencyAccounts.Single()
                .Checks.Where(check => check.Outcome is not RuleOutcome.Pass)
                .Select(check => check.Check),
            Is.EqualTo(["Made as an emergency account should be"])
        );

    [Test]
    public void A_look_up_that_was_refused_is_not_evaluated()
    {
        var result = Audit.Judge(
            A.Tenant.Refuse(SnapshotParts.EmergencyAccounts),
            AuditConfiguration.Empty with
            {
                EmergencyAccounts = ["glass@contoso.example"],
            },
            [.. Catalogue.All]
        );

        Assert.That(result.EmergencyAccounts.Single().Checks.Single().Outcome, Is.EqualTo(RuleOutcome.NotEvaluated));
    }

    [Test]
    public void A_missing_list_makes_the_checks_of_an_account_not_evaluated_and_never_a_pass() =>
        Assert.That(
            Judge(Tenant.Refuse(SnapshotParts.EligibleAssignments, SnapshotParts.ActiveAssignments))
                .EmergencyAccounts.Single()
                .Checks.Take(5)
                .Select(check => check.Outcome),
            Is.EqualTo([
                RuleOutcome.Pass,
                RuleOutcome.Pass,
                RuleOutcome.NotEvaluated,
                RuleOutcome.NotEvaluated,
                RuleOutcome.NotEvaluated,
            ])
        );

    private static AuditResult Judge(TenantSnapshot tenant) =>
        Audit.Judge(tenant, AuditConfiguration.Empty, [.. Catalogue.All]);
}
