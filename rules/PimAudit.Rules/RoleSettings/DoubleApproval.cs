using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Two approvals for one task: the second is given because the first was.</summary>
public sealed class DoubleApproval : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM219",
            Title: "One task needs two approvals, of the membership and of the role",
            Severity: Severity.Info,
            Practice: RuleInfo.BeyondThePractice,
            Why: "The person waits twice for one task, and the second approver relies on the first. Approval turns into a habit, and "
                + "people ask for shorter ways.",
            Needs: SettingsJudge.Needs
        )
        {
            Source =
                "Microsoft Learn, Privileged Identity Management (PIM) for Groups: either the membership or the role is activated, and each has a policy of its own",
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        context
            .Access.Paths.Where(path => path.Hops.Length > 1 && IsTwice(path))
            .GroupBy(path => (Group: path.Hops[^1].From.Id, Role: path.Role.Id))
            .Select(paths => Judge(context, [.. paths]))
            .Concat(context.HiddenHolders());

    /// <summary>Two activations in a row.</summary>
    private static bool IsTwice(AccessPath path) => path.Hops.Count(hop => hop.State is HopState.Eligible) > 1;

    private static Judgement Judge(RuleContext context, ImmutableArray<AccessPath> paths)
    {
        var group = paths[0].Hops[^1].From;
        ImmutableArray<ObjectRef> identity = [paths[0].Role];
        if (paths.FirstOrDefault(path => Asks(path, hop => hop.Gates?.Approval is true)) is { } twice)
            return new Judgement.Breaks(Draft(context, group, identity, twice));

        return paths.FirstOrDefault(path => Asks(path, hop => hop.Gates?.Approval is not false)) is { } unknown
            ? new Judgement.Blind(group, GapOf(unknown)) { Identity = identity }
            : new Judgement.Meets(group) { Identity = identity };
    }

    private static bool Asks(AccessPath path, Func<Hop, bool> asks) =>
        path.Hops.Count(hop => hop.State is HopState.Eligible && asks(hop)) > 1;

    private static Gap GapOf(AccessPath path) =>
        path.Hops.Select(hop => hop.Gates?.Gap).FirstOrDefault(gap => gap is not null)
        ?? new Gap(
            SnapshotParts.RoleSettings,
            MissingReason.Malformed,
            $"Settings on the way to {path.Role.Label} do not say whether activation asks for approval."
        );

    private static FindingDraft Draft(
        RuleContext context,
        ObjectRef group,
        ImmutableArray<ObjectRef> identity,
        AccessPath path
    )
    {
        var gates = path.Hops.Where(hop => hop.Gates?.Approval is true).Select(hop => hop.To.Label);
        return new()
        {
            Subject = group,
            Identity = identity,
            Title = $"{path.Role.Label} through {group.Label} needs two approvals",
            Observed = $"approval for {string.Join(" and for ", gates)}",
            Expected = "one approval for one task",
            Role = path.Role,
            Scope = path.Scope,
            Path = path.Hops,
            Evidence = [.. path.Hops.SelectMany(hop => hop.Evidence).Concat(Policies(context, path)).Distinct()],
            Fix = new([
                "Decide what people shall activate: the role (Approach 1) or the membership (Approach 2).",
                "Approach 1: in Privileged Identity Management, Groups, make the eligible members active without end.",
                "Approach 2: in Privileged Identity Management, Microsoft Entra roles, Assignments, make the group active instead of eligible.",
                "Keep the approval in the settings of the activation that remains.",
            ]),
        };
    }

    private static IEnumerable<Evidence> Policies(RuleContext context, AccessPath path) =>
        path
            .Hops.Where(hop => hop.Gates?.Approval is true)
            .Select(hop => new SettingsOwner(Guid.Parse(hop.To.Id), hop.Gates!.Access))
            .Select(owner => new Evidence(
                owner.IsRole ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings,
                context.Access.SettingsOf(owner).Value.PolicyId
            ));
}
