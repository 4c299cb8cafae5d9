using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;
using static PimAudit.Reports.Tests.SampleIds;

namespace PimAudit.Reports.Tests;

/// <summary>Findings of every severity and status, by rule id and subject id.</summary>
internal static class SampleFindings
{
    private static readonly ImmutableArray<string> Steps =
    [
        "In Groups, add this account to RAG - Global Admins.",
        "Have the role activated once through PIM.",
        "In Roles and administrators, remove the active assignment.",
    ];

    public static ImmutableArray<Finding> All { get; } =
    [
        Make("PIM101", "PermanentActiveAssignment", Severity.Critical, User("Dario Venn"), GlobalAdmin) with
        {
            Title = "Dario Venn holds Global Administrator permanently",
            Observed = "Active, Assigned, no end date",
            Expected = "Eligible, through a role-assignable group",
            Path = [SampleAccess.Stands(User("Dario Venn"), GlobalAdmin)],
            Owner = "Identity team",
        },
        Make("PIM101", "PermanentActiveAssignment", Severity.High, User("Oskar Thornby"), UserAdmin) with
        {
            Title = "Oskar Thornby holds User Administrator permanently",
            Path = [SampleAccess.Stands(User("Oskar Thornby"), UserAdmin)],
            Status = FindingStatus.New,
        },
        Make("PIM103", "PermanentMemberOfJustInTimeGroup", Severity.High, User("Lena Brandt"), null) with
        {
            Title = "Lena Brandt is a standing member of RAG - Helpdesk Admins",
            Identity = [HelpdeskAdmins, User("Lena Brandt")],
            Path =
            [
                SampleAccess.StandsIn(User("Lena Brandt"), HelpdeskAdmins),
                SampleAccess.Stands(HelpdeskAdmins, UserAdmin),
            ],
        },
        Make("PIM105", "RoleAssignedToUser", Severity.Medium, User("Dario Venn"), GlobalAdmin),
        Make("PIM105", "RoleAssignedToUser", Severity.Medium, User("Oskar Thornby"), UserAdmin),
        Make("PIM203", "ApprovalNotRequired", Severity.High, TenantOperations, RoleAdmin) with
        {
            Title = "RAG - Tenant Operations gives Privileged Role Administrator without approval",
            Path =
            [
                SampleAccess.EligibleIn(User("Ines Falk"), TenantOperations),
                SampleAccess.Stands(TenantOperations, RoleAdmin),
            ],
        },
        Make("PIM204", "ActivationTooLong", Severity.Medium, ExchangeAdmin, ExchangeAdmin) with
        {
            Title = "Exchange Administrator can be activated for 10 h 30 min",
            Observed = "10 h 30 min",
            Expected = "at most 8 h",
        },
        Make("PIM205", "ActivationTooShort", Severity.Info, ReportsReader, ReportsReader) with
        {
            Observed = "30 min",
        },
        Make("PIM301", "GroupNotRoleAssignable", Severity.Critical, ServiceDeskOnsite, UserAdmin) with
        {
            Title = "Service Desk Onsite leads to User Administrator without being role-assignable",
            Observed = "isAssignableToRole: false",
            Expected = "true for every group on a path",
            Path =
            [
                SampleAccess.StandsIn(User("Mira Solberg"), ServiceDeskOnsite),
                SampleAccess.EligibleIn(ServiceDeskOnsite, HelpdeskAdmins),
                SampleAccess.Stands(HelpdeskAdmins, UserAdmin),
            ],
            Fix = new(Steps, "Remove-MgGroup -GroupId " + ServiceDeskOnsite.Id),
        },
        Make("PIM309", "GroupNameOffConvention", Severity.Low, ReportsReaders, null),
        Make("PIM608", "StandingWorkloadIdentity", Severity.High, Application("hr-provisioning"), UserAdmin) with
        {
            Status = FindingStatus.Waived,
            WaivedUntil = new DateOnly(2027, 3, 31),
        },
    ];

    public static Finding Numbered(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Person {number:D4}");
        return Make("PIM101", "PermanentActiveAssignment", (Severity)(number % 5), User(name), GlobalAdmin);
    }

    public static Finding Renamed(Finding finding, string name) =>
        finding with
        {
            Title = $"{name} holds a role permanently",
            Subject = finding.Subject with { DisplayName = name },
            Role = finding.Role is null ? null : finding.Role with { DisplayName = name },
            Observed = name,
            Path = [.. finding.Path.Select(hop => SampleAccess.Renamed(hop, name))],
            Owner = name,
        };

    private static Finding Make(string id, string name, Severity severity, ObjectRef subject, ObjectRef? role) =>
        new(
            id,
            name,
            "best-practices",
            Hash(id + subject.Key + role?.Key),
            severity,
            FindingStatus.Open,
            subject,
            role is null || role == subject ? [subject] : [role, WholeTenant, subject],
            Related: [],
            role,
            role is null ? null : "/",
            Path: [],
            $"{subject.Label} deviates",
            "as seen",
            "as asked for",
            "Whoever takes over this account or its session owns the tenant at once. No prompt, approver or expiry "
                + "stands in between, and nothing is logged as an activation.",
            "Microsoft Entra PIM Best Practices, “Don’t”, line 1",
            [new Evidence(SnapshotParts.ActiveAssignments, Id(id + subject.Id).ToString("D"))],
            new Fix(Steps),
            Owner: null,
            WaivedUntil: null
        );
}
