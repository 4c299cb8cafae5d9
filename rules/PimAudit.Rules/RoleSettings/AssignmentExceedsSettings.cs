using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Stricter settings touch no assignment that exists: it stays as it was made.</summary>
public sealed class AssignmentExceedsSettings : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM221",
            Title: "Assignment lasts longer than today's settings allow",
            Severity: Severity.Low,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Settings bind new assignments only. One that was made before they were tightened stays as it is, and whoever reads "
                + "the settings believes that it cannot exist.",
            Needs: SettingsJudge.Needs | SnapshotParts.GroupAssignments
        )
        {
            Source =
                "Microsoft Learn, Configure Microsoft Entra role settings in Privileged Identity Management: assignment duration",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        LastingAssignment
            .Of(context)
            .GroupBy(one => (one.PrincipalId, one.Owner.Id, one.Owner.IsRole, one.Scope))
            .OrderBy(rows => rows.Key.PrincipalId.ToString("D"), StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.Id.ToString("D"), StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.Scope, StringComparer.Ordinal)
            .Select(rows => Judge(context, [.. rows.Select(row => new MeasuredAssignment(context, row))]))
            .Concat(UntoldEnds.Of(context));

    private static Judgement Judge(RuleContext context, ImmutableArray<MeasuredAssignment> rows)
    {
        var principal = context.Reference(rows[0].Row.PrincipalId);
        var identity = IdentityOf(context, rows[0].Row);
        var over = rows.Where(row => row.IsOver is true).ToImmutableArray();
        if (!over.IsEmpty)
            return new Judgement.Breaks(Draft(context, principal, identity, over));

        return rows.Select(row => row.Unknown).FirstOrDefault(gap => gap is not null) is { } unknown
            ? new Judgement.Blind(principal, unknown) { Identity = identity }
            : new Judgement.Meets(principal) { Identity = identity };
    }

    private static ImmutableArray<ObjectRef> IdentityOf(RuleContext context, LastingAssignment row) =>
        row.Scope is { } scope
            ? [context.RoleReference(row.Owner.Id), context.ScopeReference(scope)]
            : [context.Reference(row.Owner.Id)];

    private static FindingDraft Draft(
        RuleContext context,
        ObjectRef principal,
        ImmutableArray<ObjectRef> identity,
        ImmutableArray<MeasuredAssignment> over
    )
    {
        var first = over[0].Row;
        var target = first.Scope is { } scope ? RoleWords.RoleAt(context, first.Owner.Id, scope) : identity[0].Label;
        return new()
        {
            Subject = principal,
            Identity = identity,
            Title = $"{principal.Label} keeps {target} longer than its settings allow today",
            Observed = string.Join("; ", over.Select(row => row.Observed).Distinct(StringComparer.Ordinal)),
            Expected = string.Join("; ", over.Select(row => row.Expected).Distinct(StringComparer.Ordinal)),
            Role = first.Owner.IsRole ? identity[0] : null,
            Scope = first.Scope,
            Evidence = [.. over.SelectMany(row => row.Row.Evidence.Add(row.Policy)).Distinct()],
            Fix = new([
                first.Owner.IsRole
                    ? "In the Entra admin centre, open Privileged Identity Management, Microsoft Entra roles, Assignments."
                    : "In the Entra admin centre, open Privileged Identity Management, Groups, select this group, Assignments.",
                "Find the assignment and select Update.",
                "Set an end that today's settings allow, then select Save.",
            ]),
        };
    }
}
