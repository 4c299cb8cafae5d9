using NUnit.Framework;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Rules.Tests;

/// <summary>
/// A tenant that breaks every rule about emergency accounts, notifications and alerts is read again with one part, or one
/// object of a part, missing. No rule that failed may pass, and nothing may be found that was not there, or as heavy.
/// </summary>
public sealed class EmergencyEvidenceTests
{
    private const string Global = "Global Administrator";
    private const string Exchange = "Exchange Administrator";
    private const string Group = "RAG - Emergency Access";

    private static readonly string[] Names = ["Glass 1", "Glass 2", "Glass 3", "Glass 4", "Glass 5"];

    private static readonly TenantSnapshot Tenant = Accounts()
        .Groups(Group)
        .Member(Group, "Glass 1")
        .Assigned(Group, Global)
        .Eligible("Glass 2", Global)
        .Assigned("Glass 3", "Security Reader")
        .Users("Ines Falk")
        .Eligible("Ines Falk", Exchange)
        .Settings(Global, Silent)
        .Settings("Privileged Role Administrator", Silent)
        .Settings(Exchange, Silent)
        .Alert("StaleSignIn", alert => alert with { IsActive = true })
        .Alert("RedundantAssignment", alert => alert with { IsEnabled = false })
        .Policy(
            "",
            policy =>
                policy with
                {
                    Contexts = [],
                    Resources = ["All"],
                    Includes = PoliciesOf.Nobody with { Groups = [A.Id("Staff")], Roles = [A.Role(Global)] },
                    Grant = PoliciesOf.Asks("compliantDevice"),
                }
        );

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
            .Select(finding => $"found: {finding.RuleId} {finding.Severity} {finding.Title}");
        var passed = partial
            .Rules.Where(rule => rule.Outcome is RuleOutcome.Pass or RuleOutcome.NotApplicable)
            .Select(rule => $"passed: {rule.Id}");
        var broken = partial
            .Rules.Where(rule => rule.Detail?.Contains(" failed on ", StringComparison.Ordinal) is true)
            .Select(rule => $"broken: {rule.Detail}");
        return invented.Concat(passed).Concat(broken);
    }

    private static AuditResult Judge(TenantSnapshot tenant) =>
        Audit.Judge(
            tenant,
            AuditConfiguration.Empty with
            {
                EmergencyAccounts = [.. Names.Select(name => A.Id(name).ToString("D")), "glass.6@contoso.example"],
            },
            [
                .. Catalogue.All.Where(rule =>
                    rule.Info.Id.StartsWith("PIM4", StringComparison.Ordinal)
                    || rule.Info.Id.StartsWith("PIM7", StringComparison.Ordinal)
                ),
            ]
        );

    private static IEnumerable<Guid> ObjectsOf(SnapshotParts part) =>
        part switch
        {
            SnapshotParts.RoleSettings => Tenant.RoleSettings.Select(one => one.Owner.Id),
            SnapshotParts.GroupMembers
            or SnapshotParts.GroupEligibilities
            or SnapshotParts.GroupAssignments
            or SnapshotParts.GroupSettings => [A.Id(Group)],
            SnapshotParts.Principals => Tenant.Users.Select(user => user.Id).Append(A.Id(Group)),
            SnapshotParts.GroupsOfUsers or SnapshotParts.RegistrationDetails or SnapshotParts.SignInActivity =>
                Names.Select(A.Id),
            _ => [],
        };

    /// <summary>Five of them, none with permanent access of its own, a weak method each and used yesterday.</summary>
    private static TenantSnapshot Accounts()
    {
        var tenant = A.Tenant with { EmergencyAccounts = [new("glass.6@contoso.example", null)] };
        foreach (var name in Names)
            tenant = tenant
                .User(name, user => user with { IsSynchronised = true, Plans = [] })
                .Emergency(name)
                .WithMethods(name, "mobilePhone")
                .WithSignIns(name, TimeSpan.FromDays(1), TimeSpan.FromDays(1))
                .InGroups(name, "Staff");
        return tenant;
    }

    private static RoleSettings Silent(RoleSettings settings) =>
        settings
            .Announced()
            .Telling(NotificationsOf.MadeEligible, defaults: false)
            .Telling(NotificationsOf.Activated, defaults: false)
            .Telling("Notification_Approver_EndUser_Assignment", defaults: true, "soc@fabrikam.example");
}
