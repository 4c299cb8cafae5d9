using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whoever learns too late that his access ends works around PIM.</summary>
public sealed class EndsSoon : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM506",
            Title: "An eligibility or assignment ends soon",
            Severity: Severity.Info,
            Practice: "CFG-2",
            Why: "An end is right, but a surprise is not: whoever learns too late that his access is gone asks for something permanent. A "
                + "group cannot ask for an extension, so its members learn it last.",
            Needs: StandingGrants.Needs | SnapshotParts.EligibleAssignments
        )
        {
            LeansOn = SnapshotParts.GroupMembers | SnapshotParts.GroupEligibilities | SnapshotParts.GroupAssignments,
            Parameters =
            [
                RuleParameter.Number("days", 14, "days before the end, for users and workloads"),
                RuleParameter.Number("groupDays", 30, "days before the end, for groups"),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var window = new Window(context.Parameters.Number("days"), context.Parameters.Number("groupDays"));
        return Rows(context)
            .Where(row => !row.IsExemptIn(context))
            .GroupBy(row => (row.PrincipalId, row.Target.Id, row.Scope))
            .OrderBy(rows => rows.Key.PrincipalId.ToString("D"), StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.Id, StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.Scope, StringComparer.Ordinal)
            .Select(rows => Judge(context, [.. rows], window))
            .Concat(UntoldEnds.Of(context));
    }

    private static IEnumerable<DatedRow> Rows(RuleContext context) =>
        context
            .Access.Active.Where(grant => grant.IsStanding)
            .Select(grant => DatedRow.Of(context, grant))
            .Concat(context.Access.Eligible.Select(grant => DatedRow.Of(context, grant)))
            .Concat(
                context
                    .Access.GroupsOnPaths.Select(context.Access.People)
                    .SelectMany(people => people.Members.Concat(people.Owners))
                    .Where(link => link.State is HopState.Standing or HopState.Eligible)
                    .Select(link => DatedRow.Of(context, link))
            );

    private static Judgement Judge(RuleContext context, ImmutableArray<DatedRow> rows, Window window)
    {
        var days = window.Of(rows[0].Principal.Kind);
        var identity = rows[0].IdentityIn(context);
        var ending = rows.Where(row => row.EndsAt - context.TakenAt <= TimeSpan.FromDays(days)).ToImmutableArray();
        if (ending.IsEmpty)
            return new Judgement.Meets(rows[0].Principal) { Identity = identity };

        return rows[0].DoubtIn(context) is { } gap
            ? new Judgement.Blind(rows[0].Principal, gap) { Identity = identity }
            : new Judgement.Breaks(Draft(context, [.. ending.OrderBy(row => row.EndsAt)], days));
    }

    private static FindingDraft Draft(RuleContext context, ImmutableArray<DatedRow> rows, int days)
    {
        var row = rows[0];
        return new()
        {
            Subject = row.Principal,
            Identity = row.IdentityIn(context),
            Title = $"{row.Principal.Label} is {row.InWords(context)} until {Say.Day(row.EndsAt!.Value)}",
            Observed = string.Join(
                "; ",
                rows.Select(one => $"{one.InWords(context)} until {Say.Moment(one.EndsAt!.Value)}")
            ),
            Expected = $"extended, or let go on purpose, more than {Say.Count(days, "day")} before the end",
            Role = row.Scope is null ? null : row.Target,
            Scope = row.Scope,
            Evidence = [.. rows.SelectMany(one => one.Evidence).Distinct()],
            Fix = new([
                "Ask whether the access is still needed.",
                row.Scope is null
                    ? "If so, in Privileged Identity Management, Groups, select this group, Assignments, find the assignment and select Extend."
                    : "If so, in Privileged Identity Management, Microsoft Entra roles, Assignments, find the assignment and select Extend.",
                "If not, let it end.",
            ]),
        };
    }

    /// <param name="Days">For whoever can ask for an extension.</param>
    /// <param name="GroupDays">For groups, which cannot.</param>
    private sealed record Window(int Days, int GroupDays)
    {
        /// <summary>An object that was not read may be a group.</summary>
        public int Of(ObjectKind kind) =>
            kind switch
            {
                ObjectKind.Group => GroupDays,
                ObjectKind.Unresolved => Math.Max(Days, GroupDays),
                _ => Days,
            };
    }
}
