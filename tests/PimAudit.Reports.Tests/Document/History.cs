using System.Collections.Immutable;
using PimAudit.Model;
using static PimAudit.Reports.Tests.SampleIds;

namespace PimAudit.Reports.Tests.Document;

/// <summary>The invented tenant after earlier runs and a review.</summary>
internal static class History
{
    public static EarlierRun Earlier(int months, int critical, int notEvaluated = 0, string profile = "profile") =>
        new(
            $"{months:D16}",
            TakenAt.AddMonths(-months),
            "best-practices",
            Hash(profile),
            ImmutableSortedDictionary<Severity, int>.Empty.Add(Severity.Critical, critical).Add(Severity.Medium, 11),
            notEvaluated
        );

    public static AuditResult WithRuns(params ImmutableArray<EarlierRun> runs) =>
        SampleResult.Contoso with
        {
            Earlier = runs,
        };

    public static AuditResult WithChanges(int count) =>
        WithRuns(Earlier(3, critical: 5)) with
        {
            Changes = [.. Enumerable.Range(1, count).Select(Change)],
        };

    public static ReviewedRow Reviewed(string person, ReviewDecision decision, ReviewState state) =>
        new(
            "2026-Q3",
            Hash(person)[..32],
            User(person),
            GlobalAdmin,
            WholeTenant,
            "direct, active",
            decision,
            decision is ReviewDecision.None ? null : "noor.fairlie@contoso.example",
            Justification: null,
            decision is ReviewDecision.None ? null : new DateOnly(2026, 9, 12),
            Ticket: null,
            AppliedBy: null,
            AppliedOn: null,
            OfOneself: false,
            state
        );

    private static ChangeRow Change(int number) =>
        new(
            ChangeSubject.Access,
            number == 1 ? ChangeKind.Lost : ChangeKind.MadeStanding,
            User(FormattableString.Invariant($"Changed {number:D3}")),
            UserAdmin,
            WholeTenant,
            "direct",
            "eligible",
            "active",
            TakenAt.AddDays(-number),
            ChangedBy: null
        );
}
