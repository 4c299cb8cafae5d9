using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Service.Tests.Notifications;

/// <summary>Results as expressions: complete and without a finding, unless said otherwise.</summary>
internal static class AResult
{
    public static AuditResult Empty { get; } =
        new()
        {
            Run = new("00112233445566aa", "1.0", new string('c', 64), AllowIncomplete: false),
            Tenant = new(A.Id("Contoso"), "Contoso", "contoso.example"),
            Profiles = [new("test", "Test", new string('0', 64))],
            Snapshot = new(new string('f', 64), A.TakenAt, A.Tenant.Collection),
            Coverage = [Read(SnapshotParts.RoleSettings), Read(SnapshotParts.GroupMembers)],
            Rules = [Rule("PIM101"), Rule("PIM204")],
            Findings = [],
            Access = [],
            RoleSettings = [],
            Groups = [],
            EmergencyAccounts = [],
            Waivers = [],
        };

    /// <summary>The run before, of which the next one knows everything.</summary>
    public static RunNews After(this AuditResult now, AuditResult before) =>
        new(now with { Earlier = [Summary(before)] }, "In order") { Previous = before };

    /// <summary>With neither a baseline nor a run before.</summary>
    public static RunNews AsFirst(this AuditResult now) => new(now, "In order");

    public static AuditResult With(this AuditResult result, params Finding[] findings) =>
        result with
        {
            Findings = [.. findings],
        };

    public static AuditResult With(this AuditResult result, params CoverageRow[] rows) =>
        result with
        {
            Coverage = [.. rows],
        };

    public static EarlierRun Summary(AuditResult result, int notEvaluated = 0) =>
        new(
            "earlier",
            result.Snapshot.TakenAt.AddDays(-1),
            "test",
            new string('0', 64),
            ImmutableSortedDictionary<Severity, int>.Empty,
            notEvaluated
        );

    /// <summary>About a person, whose name must not get out.</summary>
    public static Finding Finding(
        string rule,
        Severity severity,
        FindingStatus status = FindingStatus.New,
        string person = "Ines Falk"
    )
    {
        var subject = new ObjectRef(ObjectKind.User, A.Id(person).ToString("D"), person);
        return new(
            rule,
            "Fault",
            "test",
            (A.Id(rule + person).ToString("N") + A.Id(person).ToString("N")),
            severity,
            status,
            subject,
            [subject],
            [],
            Role: null,
            Scope: null,
            [],
            $"{person} holds a role for good",
            "permanent",
            "an end",
            "Because.",
            "test",
            [],
            new Fix([]),
            Owner: null,
            WaivedUntil: null
        );
    }

    public static RuleResult Rule(
        string id,
        string title = "Role is held for good",
        RuleOutcome outcome = RuleOutcome.Pass
    ) =>
        new(
            id,
            "Fault",
            title,
            "DO-1",
            "test",
            Severity.High,
            ImmutableSortedDictionary<string, string>.Empty,
            outcome,
            Reason: null,
            Detail: null,
            [],
            new(0, 0, 0, 0),
            "test"
        );

    public static CoverageRow Read(SnapshotParts part, PartStatus status = PartStatus.Complete, params string[] gaps) =>
        new(
            part,
            status,
            Reason: null,
            Detail: null,
            "GET x",
            "X.Read",
            0,
            0,
            0,
            [.. gaps.Select(id => new ObjectGap(id, MissingReason.Permission, "403"))],
            [],
            Cure: null
        );

    public static ReviewedRow Review(string key, ReviewState state) =>
        new(
            "2026-Q3",
            key,
            new(ObjectKind.User, "u", "Ines Falk"),
            new(ObjectKind.Role, "r", "Role"),
            new(ObjectKind.Tenant, "/", "/"),
            "Ines Falk → Role",
            ReviewDecision.None,
            Reviewer: "Noor Fairlie",
            Justification: "because",
            DecidedOn: null,
            Ticket: null,
            AppliedBy: null,
            AppliedOn: null,
            OfOneself: false,
            state
        );
}
