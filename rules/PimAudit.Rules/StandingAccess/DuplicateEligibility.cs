using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whoever takes one of two eligibilities away believes that the access is gone.</summary>
public sealed class DuplicateEligibility : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM108",
            Title: "User is eligible for the same role by several paths",
            Severity: Severity.Low,
            Practice: RuleInfo.BeyondThePractice,
            Why: "Whoever takes one of the eligibilities away believes that the access is gone. The paths may also ask for different "
                + "things, and the weakest of them is the one that counts.",
            Needs: StandingGrants.Needs | SnapshotParts.EligibleAssignments
        )
        {
            LeansOn = SnapshotParts.GroupMembers | SnapshotParts.GroupEligibilities | SnapshotParts.GroupAssignments,
            Source = "NIST SP 800-53 Rev. 5, AC-6(7) Review of User Privileges",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        HolderPaths
            .Of(context)
            .Where(holder => holder.Principal.Kind is ObjectKind.User)
            .Select(holder => Judge(context, holder))
            .OfType<Judgement>()
            .Concat(context.HiddenHolders());

    /// <summary>Null for somebody who is not eligible. A group of mixed approach is PIM304.</summary>
    private static Judgement? Judge(RuleContext context, HolderPaths holder)
    {
        var eligible =
            holder.Paths.Length == 1
                ? holder.Paths.RemoveAll(path => path.State is not HopState.Eligible)
                : Routes(holder.Paths.Where(path => path.State is HopState.Eligible));
        if (eligible.IsEmpty)
            return null;
        if (eligible.Length == 1)
            return new Judgement.Meets(holder.Principal) { Identity = holder.Identity };

        var certain = eligible
            .Where(path => path.Approach is not (Approach.Mixed or Approach.Unknown))
            .ToImmutableArray();
        if (certain.Length > 1)
            return new Judgement.Breaks(Draft(context, holder, certain));

        var unknown = eligible.Where(path => path.Approach is Approach.Unknown).ToList();
        return certain.Length + unknown.Count > 1
            ? new Judgement.Blind(holder.Principal, GapOf(context, unknown[0])) { Identity = holder.Identity }
            : new Judgement.Meets(holder.Principal) { Identity = holder.Identity };
    }

    /// <summary>Two rows of one way are one way.</summary>
    private static ImmutableArray<AccessPath> Routes(IEnumerable<AccessPath> paths) =>
        [.. paths.DistinctBy(path => string.Join(' ', path.Hops.Select(hop => hop.To.Id)), StringComparer.Ordinal)];

    private static Gap GapOf(RuleContext context, AccessPath path) =>
        context.Access.GrantOf(Guid.Parse(path.Hops[^1].From.Id), Guid.Parse(path.Role.Id), path.Scope)?.Gap
        ?? new Gap(
            SnapshotParts.GroupAssignments,
            MissingReason.Malformed,
            $"It is not known how {path.Hops[^1].From.Label} carries {path.Role.Label}."
        );

    private static FindingDraft Draft(RuleContext context, HolderPaths holder, ImmutableArray<AccessPath> routes)
    {
        var isDirect = routes.Any(path => path.Hops.Length == 1);
        return new()
        {
            Subject = holder.Principal,
            Identity = holder.Identity,
            Title =
                $"{holder.Principal.Label} is eligible for {RoleWords.RoleAt(context, holder.RoleId, holder.Scope)} by {Say.Number(routes.Length)} paths",
            Observed = $"eligible {HolderPaths.InWords(routes)}",
            Expected = "eligible by one path",
            Role = holder.Identity[0],
            Scope = holder.Scope,
            Path = routes[0].Hops,
            Related =
            [
                .. HolderPaths.GroupsOn(routes).Select(group => new RelatedObject(group, "group on an eligible path")),
            ],
            Evidence = HolderPaths.EvidenceOf(routes),
            Fix = new(
                [
                    "Decide by which path the person should be eligible: a role-assignable group goes before an assignment of his own.",
                    isDirect
                        ? "In Privileged Identity Management, Microsoft Entra roles, Assignments, Eligible assignments, remove the assignment on the user."
                        : "Take the person out of the groups of the other paths.",
                ],
                isDirect ? AssignmentCommands.RemoveEligible(holder.PrincipalId, holder.RoleId, holder.Scope) : null
            ),
        };
    }
}
