using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

/// <summary>Courses that a matter in PIM can take.</summary>
internal enum CourseKind
{
    /// <summary>A role is activated without asking anybody.</summary>
    Role,

    /// <summary>A membership is activated without asking anybody.</summary>
    Membership,

    /// <summary>A role is activated after an approval.</summary>
    ApprovedRole,

    /// <summary>Somebody asks for a role and is refused.</summary>
    DeniedRole,

    /// <summary>Somebody changes role settings.</summary>
    Settings,
}

/// <summary>What an audit event tells.</summary>
internal enum AuditStep
{
    Requested,
    ApprovalRequested,
    Approved,
    Denied,
    Completed,
    Expired,
    SettingsChanged,
}

/// <summary>An event: step of a case, at a time since the beginning.</summary>
/// <param name="Case">Number of the case within its course and lane.</param>
/// <param name="Lane">From 0: cases of one course run in lanes beside each other.</param>
internal readonly record struct AuditSlot(CourseKind Course, int Lane, long Case, AuditStep Step, long Ticks);

/// <summary>
/// Which event comes at which index. In every period each lane begins a case, and all cases of a lane take the same time;
/// so the order of the steps of all lanes repeats itself from period to period, and any index is found by a division.
/// </summary>
internal sealed class AuditTimetable
{
    public static readonly TimeSpan Span = TimeSpan.FromDays(30);

    /// <summary>Nobody was eligible before; until then settings are made.</summary>
    public static readonly TimeSpan Preparation = TimeSpan.FromHours(1);

    public static readonly TimeSpan PlainActivation = TimeSpan.FromHours(8);
    public static readonly TimeSpan ApprovedActivation = TimeSpan.FromHours(4);

    private static readonly ImmutableArray<CourseKind> Lanes =
    [
        CourseKind.Role,
        CourseKind.Membership,
        CourseKind.ApprovedRole,
        CourseKind.Role,
        CourseKind.DeniedRole,
        CourseKind.Membership,
        CourseKind.Settings,
    ];

    private readonly ImmutableArray<Place> places;
    private readonly long period;

    /// <summary>Events of the first period that are left out, so that the last one is whole and the log reaches its end.</summary>
    private readonly long skipped;

    public AuditTimetable(long count)
    {
        Count = count;
        var steps = Lanes.Sum(course => StepsOf(course).Length);
        var periods = (count + steps - 1) / steps;
        period = Span.Ticks / periods;
        skipped = periods * steps - count;
        places =
        [
            .. Lanes
                .SelectMany((course, lane) => StepsOf(course).Select(step => PlaceOf(course, lane, step)))
                .OrderBy(place => place.Ticks)
                .ThenBy(place => place.PeriodsLate),
        ];
    }

    public long Count { get; }

    public AuditSlot this[long index]
    {
        get
        {
            var (turn, at) = Math.DivRem(index + skipped, places.Length);
            var place = places[(int)at];
            var number = turn - place.PeriodsLate;
            var ticks = turn * period + place.Ticks;
            return number * period < Preparation.Ticks
                ? new(CourseKind.Settings, place.Lane, turn, AuditStep.SettingsChanged, ticks)
                : new(place.Course, place.Lane, number, place.Step, ticks);
        }
    }

    /// <summary>Lanes of the course, which share its cases.</summary>
    public static int LanesOf(CourseKind course) => Lanes.Count(one => one == course);

    /// <summary>Completed and not expired when the log ends.</summary>
    public IEnumerable<AuditSlot> AtWork()
    {
        for (var index = Count - 1; index >= 0; index--)
        {
            var slot = this[index];
            if (Span.Ticks - slot.Ticks >= PlainActivation.Ticks)
                yield break;
            if (slot.Step is AuditStep.Completed && slot.Ticks + LengthOf(slot.Course).Ticks > Span.Ticks)
                yield return slot;
        }
    }

    public static TimeSpan LengthOf(CourseKind course) =>
        course is CourseKind.ApprovedRole ? ApprovedActivation : PlainActivation;

    private Place PlaceOf(CourseKind course, int lane, (AuditStep Step, TimeSpan After) step)
    {
        var begin = period * lane / Lanes.Length;
        var (late, ticks) = Math.DivRem(begin + step.After.Ticks, period);
        return new(course, Lanes[..lane].Count(one => one == course), step.Step, late, ticks);
    }

    private static ImmutableArray<(AuditStep Step, TimeSpan After)> StepsOf(CourseKind course)
    {
        var done = TimeSpan.FromSeconds(2);
        var answer = TimeSpan.FromMinutes(7);
        return course switch
        {
            CourseKind.Role or CourseKind.Membership =>
            [
                (AuditStep.Requested, TimeSpan.Zero),
                (AuditStep.Completed, done),
                (AuditStep.Expired, done + PlainActivation),
            ],
            CourseKind.ApprovedRole =>
            [
                (AuditStep.Requested, TimeSpan.Zero),
                (AuditStep.ApprovalRequested, TimeSpan.FromSeconds(1)),
                (AuditStep.Approved, answer),
                (AuditStep.Completed, answer + done),
                (AuditStep.Expired, answer + done + ApprovedActivation),
            ],
            CourseKind.DeniedRole =>
            [
                (AuditStep.Requested, TimeSpan.Zero),
                (AuditStep.ApprovalRequested, TimeSpan.FromSeconds(1)),
                (AuditStep.Denied, answer),
            ],
            _ => [(AuditStep.SettingsChanged, TimeSpan.Zero)],
        };
    }

    /// <summary>A step's place within every period.</summary>
    /// <param name="PeriodsLate">Periods since its case began.</param>
    private sealed record Place(CourseKind Course, int Lane, AuditStep Step, long PeriodsLate, long Ticks);
}
