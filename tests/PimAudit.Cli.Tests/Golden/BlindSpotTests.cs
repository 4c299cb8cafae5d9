using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.Golden;

/// <summary>One object of a part is missing: the rules are blind there, and judge the rest.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BlindSpotTests
{
    private static readonly (SnapshotParts Part, Func<Guid, string> Path)[] OfGroup =
    [
        (SnapshotParts.GroupMembers, id => $"/groups/{id}/members"),
        (SnapshotParts.GroupOwners, id => $"/groups/{id}/owners"),
        (SnapshotParts.GroupEligibilities, id => $"/group/eligibilityScheduleInstances.*{id}"),
        (SnapshotParts.GroupAssignments, id => $"/group/assignmentScheduleInstances.*{id}"),
        (SnapshotParts.GroupSettings, id => $"/roleManagementPolicyAssignments.*{id}"),
    ];

    private static readonly Lazy<Task<Audited>> WholeContoso = new(() => Sample.Contoso.AuditAsync());

    private static IEnumerable<TestCaseData> GroupsOfContoso =>
        Gaps(
            Sample.Contoso,
            "RAG - Helpdesk Admins",
            "RAG - Exchange Admins",
            "RAG - SharePoint Admins",
            "RAG - Global Admins",
            "RAG - Security Admins",
            "RAG - Endpoint Admins",
            "RAG - HR Account Admins",
            "RAG - Messaging Bundle",
            "RAG - Network Admins",
            "RAG - Report Readers",
            "SecOps Tier 2",
            "Collaboration Leads",
            "Network Operations",
            "Printer Support Team"
        );

    private static IEnumerable<TestCaseData> GroupsOfFabrikam =>
        Gaps(
            Sample.Fabrikam,
            "RAG - Global Admins",
            "RAG - Privileged Role Admins",
            "RAG - Exchange Admins",
            "RAG - SharePoint Admins",
            "RAG - Security Admins",
            "RAG - Helpdesk Admins",
            "RAG - Security Readers",
            "RAG - Lisbon Helpdesk",
            "RAG - Report Readers",
            "RAG - Privileged Access Approvers"
        );

    [TestCaseSource(nameof(GroupsOfFabrikam))]
    public async Task A_group_without_faults_is_not_blamed(SnapshotParts part, string id, EmulatorFault fault)
    {
        var audited = await Sample.Fabrikam.AuditAsync(fault);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(audited.GapsOf(part), Is.EqualTo(new[] { id }));
            Assert.That(audited.FindingsOfRules, Is.EqualTo(new[] { "PIM901" }));
            Assert.That(audited.Exit, Is.EqualTo(ExitCode.Incomplete));
        }
    }

    [TestCaseSource(nameof(GroupsOfContoso))]
    public async Task A_group_with_faults_is_not_healed(SnapshotParts part, string id, EmulatorFault fault)
    {
        var whole = await WholeContoso.Value;
        var audited = await Sample.Contoso.AuditAsync(fault);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(audited.GapsOf(part), Is.EqualTo(new[] { id }));
            Assert.That(audited.NewSince(whole), Has.One.StartsWith("PIM901 ").And.Exactly(1).Items);
            Assert.That(audited.LostSince(whole), Is.Empty);
            Assert.That(audited.HealedSince(whole), Is.Empty);
            Assert.That(audited.Exit, Is.EqualTo(ExitCode.Findings));
        }
    }

    private static IEnumerable<TestCaseData> Gaps(Sample sample, params IEnumerable<string> groups) =>
        from name in groups
        from list in OfGroup
        let id = sample.Tenant.IdOf(name)
        select new TestCaseData(
            list.Part,
            id.ToString("D"),
            new EmulatorFault(list.Path(id), FaultKind.ServerError)
        ).SetArgDisplayNames(list.Part.ToString(), name);
}
