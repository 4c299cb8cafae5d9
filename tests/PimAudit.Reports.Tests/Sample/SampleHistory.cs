using System.Collections.Immutable;
using PimAudit.Model;
using static PimAudit.Reports.Tests.SampleIds;

namespace PimAudit.Reports.Tests;

/// <summary>The invented tenant after some quarters: earlier runs, changes since the last, and reviews that came back.</summary>
internal static class SampleHistory
{
    private static readonly DateTimeOffset July = new(2026, 7, 1, 6, 0, 0, TimeSpan.Zero);

    public static AuditResult Contoso { get; } =
        SampleResult.Contoso with
        {
            Baseline = new(Hash("baseline"), "best-practices", July, "0123456789abcdef", Accepted: 3),
            Findings =
            [
                SampleFindings.All[0] with
                {
                    BaselinedAs = Severity.Critical,
                    FirstSeen = new DateOnly(2026, 7, 1),
                },
                .. SampleFindings.All[1..],
            ],
            Earlier =
            [
                Run("a", July.AddMonths(-6), "another profile", critical: 9, high: 9, low: 9, notEvaluated: 0),
                Run("b", July.AddMonths(-3), "profile", critical: 4, high: 12, low: 24, notEvaluated: 5),
                Run("c", July, "profile", critical: 0, high: 2, low: 0, notEvaluated: 1),
            ],
            Changes =
            [
                new(
                    ChangeSubject.Access,
                    ChangeKind.MadeStanding,
                    User("Dario Venn"),
                    GlobalAdmin,
                    WholeTenant,
                    "Dario Venn → role",
                    "eligible",
                    "standing, permanent",
                    July.AddDays(20),
                    User("Noor Fairlie")
                ),
                new(
                    ChangeSubject.Setting,
                    ChangeKind.Altered,
                    ExchangeAdmin,
                    Role: null,
                    Scope: null,
                    "Longest activation",
                    Before: null,
                    "10 h 30 min",
                    ChangedAt: null,
                    ChangedBy: null
                ),
                new(
                    ChangeSubject.Group,
                    ChangeKind.NotConfirmed,
                    ServiceDeskOnsite,
                    Role: null,
                    Scope: null,
                    "Owners",
                    "2",
                    After: null,
                    ChangedAt: null,
                    ChangedBy: null
                ),
                new(
                    ChangeSubject.Waiver,
                    ChangeKind.Lost,
                    new ObjectRef(ObjectKind.Waiver, "PIM101", "PIM101"),
                    Role: null,
                    Scope: null,
                    What: null,
                    "until 2026-08-31",
                    After: null,
                    ChangedAt: null,
                    ChangedBy: null
                ),
            ],
            Reviews =
            [
                Review(0, ReviewDecision.Revoke, ReviewState.StillThere),
                Review(3, ReviewDecision.Keep, ReviewState.Kept) with
                {
                    OfOneself = true,
                },
                Review(4, ReviewDecision.None, ReviewState.Overdue) with
                {
                    Reviewer = null,
                    Justification = null,
                    DecidedOn = null,
                },
                Review(5, ReviewDecision.Change, ReviewState.NotConfirmed),
                Review(6, ReviewDecision.Revoke, ReviewState.Gone),
            ],
        };

    private static EarlierRun Run(
        string id,
        DateTimeOffset takenAt,
        string profile,
        int critical,
        int high,
        int low,
        int notEvaluated
    ) =>
        new(
            Hash(id)[..16],
            takenAt,
            "best-practices",
            Hash(profile),
            ImmutableSortedDictionary<Severity, int>
                .Empty.Add(Severity.Critical, critical)
                .Add(Severity.High, high)
                .Add(Severity.Low, low),
            notEvaluated
        );

    private static ReviewedRow Review(int row, ReviewDecision decision, ReviewState state)
    {
        var access = SampleAccess.Rows[row];
        return new(
            "2026-Q3",
            access.Key,
            access.Principal,
            access.Role,
            access.Scope,
            $"{access.Principal.Label} → role",
            decision,
            "Noor Fairlie",
            "As agreed",
            new DateOnly(2026, 7, 6),
            "CHG-1",
            AppliedBy: null,
            AppliedOn: null,
            OfOneself: false,
            state
        );
    }
}
