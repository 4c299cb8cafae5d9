using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

/// <summary>
/// A tenant that breaks these rules is read again with one part, or one object of a part, missing. Whatever is missing, no
/// rule that failed may pass, and nothing may be found that was not there.
/// </summary>
public sealed class MissingEvidenceTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Helpdesk = "RAG - Helpdesk";
    private const string Operators = "RAG - Operators";
    private const string Approvers = "Approvers";

    private static readonly string[] Families = ["PIM2", "PIM4", "PIM5", "PIM6"];

    private static readonly TenantSnapshot Tenant = Settled()
        .Emergency("Glass 1")
        .Emergency("Glass 2")
        .Assigned("Glass 1", "Global Administrator")
        .Eligible("Glass 2", "Global Administrator")
        .Eligible("Ines Falk", Exchange)
        .Eligible("Ines Falk", "Security Administrator")
        .Eligible("Gone", "Teams Administrator")
        .Eligible("Mira Solberg", "Intune Administrator")
        .Eligible(Operators, "Security Operator")
        .Member(Operators, "Dario Venn")
        .Assigned(Helpdesk, "Privileged Role Administrator")
        .EligibleMember(Helpdesk, "Mira Solberg")
        .Assigned("hr-sync", "User Administrator")
        .Policy("c1", policy => policy with { Excludes = PoliciesOf.Nobody with { Groups = [A.Id("IT")] } })
        .Policy("c2", policy => policy with { Includes = PoliciesOf.Nobody with { Roles = [A.Role(Exchange)] } })
        .InGroups("Ines Falk", "IT")
        .InGroups("Mira Solberg")
        .RoleReview("Intune Administrator", review => review with { Recurrence = new(365, null, null) });

    private static readonly AuditResult Full = Judge(Tenant);

    private static readonly IEnumerable<SnapshotParts> Parts = Enum.GetValues<SnapshotParts>()
        .Where(part => part is not SnapshotParts.None);

    private static IEnumerable<TestCaseData<SnapshotParts, Guid>> Objects =>
        from part in Parts
        from id in ObjectsOf(part)
        select new TestCaseData<SnapshotParts, Guid>(part, id);

    [Test]
    public void The_tenant_breaks_every_rule_of_these_families() =>
        Assert.That(Full.Rules.Where(rule => rule.Outcome is not RuleOutcome.Fail).Select(rule => rule.Id), Is.Empty);

    [TestCaseSource(nameof(Parts))]
    public void Nothing_passes_that_failed_and_nothing_new_is_found_without_a_part(SnapshotParts part) =>
        Assert.That(Wrong(Tenant.Lose(part)), Is.Empty);

    [TestCaseSource(nameof(Objects))]
    public void Nothing_passes_that_failed_and_nothing_new_is_found_without_an_object(SnapshotParts part, Guid id) =>
        Assert.That(Wrong(Tenant.Lose(part, id)), Is.Empty);

    private static IEnumerable<string> Wrong(TenantSnapshot tenant)
    {
        var partial = Judge(tenant);
        var known = Full.Findings.ToDictionary(finding => finding.Fingerprint, finding => finding.Severity);
        var invented = partial
            .Findings.Where(finding =>
                !known.TryGetValue(finding.Fingerprint, out var severity) || finding.Severity > severity
            )
            .Select(finding => $"found: {finding.RuleId} {finding.Title}");
        var passed = partial
            .Rules.Where(rule => rule.Outcome is RuleOutcome.Pass or RuleOutcome.NotApplicable)
            .Select(rule => $"passed: {rule.Id}");
        var broken = partial
            .Rules.Where(rule => rule.Reason is MissingReason.Malformed && rule.Detail!.Contains(" failed on "))
            .Select(rule => $"broken: {rule.Detail}");
        return invented.Concat(passed).Concat(broken);
    }

    private static AuditResult Judge(TenantSnapshot tenant) =>
        Audit.Judge(
            tenant,
            AuditConfiguration.Empty with
            {
                EmergencyAccounts =
                [
                    A.Id("Glass 1").ToString("D"),
                    A.Id("Glass 2").ToString("D"),
                    "glass.3@contoso.example",
                ],
            },
            [.. Catalogue.All.Where(rule => Families.Any(rule.Info.Id.StartsWith))]
        );

    private static IEnumerable<Guid> ObjectsOf(SnapshotParts part) =>
        part switch
        {
            SnapshotParts.RoleSettings => Tenant
                .RoleSettings.Where(one => one.Owner.IsRole)
                .Select(one => one.Owner.Id),
            SnapshotParts.GroupMembers
            or SnapshotParts.GroupOwners
            or SnapshotParts.GroupEligibilities
            or SnapshotParts.GroupAssignments
            or SnapshotParts.GroupSettings => Tenant.Groups.Select(group => group.Id),
            SnapshotParts.Principals => Tenant
                .Users.Select(user => user.Id)
                .Concat(Tenant.Groups.Select(group => group.Id))
                .Concat(Tenant.ServicePrincipals.Select(one => one.Id)),
            SnapshotParts.DeletedItems => Tenant.DeletedObjects.Select(one => one.Id),
            SnapshotParts.GroupsOfUsers => Tenant.GroupsOfUsers.Select(one => one.UserId),
            _ => [],
        };

    private static TenantSnapshot Settled() =>
        A
            .Tenant.Users("Approver", "Ines Falk", "Mira Solberg", "Glass 1", "Glass 2")
            .User("Dario Venn", user => user with { IsEnabled = false, Plans = [] })
            .Deleted("Gone", TimeSpan.FromDays(3))
            .Groups(Helpdesk, Operators, Approvers)
            .Workloads("hr-sync")
            .Settings("Global Administrator", settings => settings with { Approvers = [] })
            .Settings("Privileged Role Administrator", Approved(ApproverKind.Group, Approvers))
            .Settings(
                Exchange,
                settings => InContext("c1")(settings) with { LongestActivation = TimeSpan.FromHours(9) }
            )
            .Settings("Security Administrator", InContext("c2"))
            .Settings("Teams Administrator", settings => settings with { Justification = false })
            .Settings("Intune Administrator", Approved(ApproverKind.User, "Mira Solberg"))
            .Settings("Security Operator", settings => settings with { Mfa = false })
            .GroupSettings(Helpdesk, GroupAccess.Member, settings => settings with { ApprovalRequired = false }) with
        {
            Subscriptions = [A.Tenant.Subscriptions[0] with { EnabledSeats = 1 }],
            EmergencyAccounts = [new("glass.3@contoso.example", null)],
        };

    private static Func<RoleSettings, RoleSettings> InContext(string claim) =>
        settings => settings with { Mfa = false, ContextRequired = true, AuthenticationContext = claim };

    private static Func<RoleSettings, RoleSettings> Approved(ApproverKind kind, string name) =>
        settings => settings with { Approvers = [new(kind, A.Id(name), name, IsBackup: false)] };
}
