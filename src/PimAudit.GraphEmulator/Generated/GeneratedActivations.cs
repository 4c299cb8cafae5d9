namespace PimAudit.GraphEmulator;

/// <summary>Somebody at work when the log ends.</summary>
/// <param name="Start">UTC.</param>
/// <param name="End">UTC.</param>
internal sealed record AtWork(Activation Activation, DateTimeOffset Start, DateTimeOffset End);

/// <summary>Who activates what in which case of the log: only what the plan lets them.</summary>
internal sealed class GeneratedActivations
{
    private readonly ActivationPool roles;
    private readonly ActivationPool askingRoles;
    private readonly ActivationPool memberships;

    public GeneratedActivations(TenantPlan plan, DateTimeOffset now)
    {
        Begin = now - AuditTimetable.Span;
        Timetable = new(plan.Figures.AuditEvents);
        roles = Pool(plan.OfApproach1, grant => !plan.AskingRoles.Contains(grant.Role));
        askingRoles = Pool(plan.OfApproach1, grant => plan.AskingRoles.Contains(grant.Role));
        memberships = new(plan.Bundles.Select(team => (team, new Grant?[] { null })));
    }

    public AuditTimetable Timetable { get; }

    /// <summary>When the log begins, UTC.</summary>
    public DateTimeOffset Begin { get; }

    /// <param name="slot">Of any course but settings.</param>
    public Activation Of(AuditSlot slot)
    {
        var number = slot.Case * AuditTimetable.LanesOf(slot.Course) + slot.Lane;
        return slot.Course switch
        {
            CourseKind.Role => roles[number],
            CourseKind.Membership => memberships[number],
            CourseKind.ApprovedRole => askingRoles[number],
            _ => askingRoles[number + askingRoles.Count / 2],
        };
    }

    /// <summary>The same people are in the active lists.</summary>
    public IEnumerable<AtWork> AtWork() =>
        Timetable
            .AtWork()
            .Select(slot => new AtWork(
                Of(slot),
                Begin.AddTicks(slot.Ticks),
                Begin.AddTicks(slot.Ticks) + AuditTimetable.LengthOf(slot.Course)
            ));

    /// <summary>
    /// Each role once for a team: the log does not tell scopes, so whoever activated one role at several units in turn would look
    /// as if he activated it all day.
    /// </summary>
    private static ActivationPool Pool(IEnumerable<Team> teams, Func<Grant, bool> which) =>
        new(
            teams.Select(team =>
                (
                    team,
                    team.Grants.Where(which)
                        .DistinctBy(grant => grant.Role, StringComparer.Ordinal)
                        .Select(Grant? (grant) => grant)
                        .ToArray()
                )
            )
        );
}
