using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>On Approach 2 the role's settings are never asked, so the group's must ask for as much.</summary>
public sealed class GroupSettingsWeakerThanRole : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM218",
            Title: "Activating a membership asks for less than the role that it gives",
            Severity: Severity.High,
            Practice: "APP-2",
            Why: "The role's settings are never asked where the membership of a group is activated. Whoever comes through the group gets "
                + "the role for less than whoever activates it himself, and those who set the role up believe it guarded.",
            Needs: SettingsJudge.Needs | SnapshotParts.GroupAssignments
        );

    public IEnumerable<Judgement> Evaluate(RuleContext context) =>
        context
            .Access.GroupGrants.Where(grant => !grant.Active.IsEmpty)
            .GroupBy(grant => (grant.GroupId, grant.RoleId))
            .Select(grants => Judge(context, [.. grants]))
            .OfType<Judgement>()
            .Concat(GroupGrants.Untold(context));

    /// <summary>Null for a group that is not of Approach 2.</summary>
    private static Judgement? Judge(RuleContext context, ImmutableArray<GroupGrant> grants)
    {
        var group = context.Reference(grants[0].GroupId);
        ImmutableArray<ObjectRef> identity = [context.RoleReference(grants[0].RoleId)];
        if (!grants.Any(grant => grant.Approach is Approach.Approach2))
            return grants.Select(grant => grant.Gap).FirstOrDefault(one => one is not null) is { } untold
                ? new Judgement.Blind(group, untold) { Identity = identity }
                : null;

        var owner = SettingsOwner.Group(grants[0].GroupId, GroupAccess.Member);
        var member = context.Access.SettingsOf(owner);
        var role = context.Access.SettingsOf(SettingsOwner.Role(grants[0].RoleId));
        if ((member.Gap ?? role.Gap) is { } gap)
            return new Judgement.Blind(group, gap) { Identity = identity };

        var comparison = new GateComparison(member.Value, role.Value);
        if (!comparison.Weaker.IsEmpty)
            return new Judgement.Breaks(Draft(context, group, identity, owner, comparison, grants));

        return comparison.Unknown.IsEmpty
            ? new Judgement.Meets(group) { Identity = identity }
            : new Judgement.Blind(group, NotTold(group, identity[0])) { Identity = identity };
    }

    private static Gap NotTold(ObjectRef group, ObjectRef role) =>
        new(
            SnapshotParts.GroupSettings,
            MissingReason.Malformed,
            $"The settings of {group.Label} (member) and of {role.Label} do not say enough to compare them."
        );

    private static FindingDraft Draft(
        RuleContext context,
        ObjectRef group,
        ImmutableArray<ObjectRef> identity,
        SettingsOwner owner,
        GateComparison comparison,
        ImmutableArray<GroupGrant> grants
    )
    {
        var weaker = comparison.Weaker;
        var held = new HeldSetting(
            owner,
            group,
            Known<RoleSettings>.Of(comparison.Settings),
            context.Roles.Of(grants[0].RoleId)
        );
        return new()
        {
            Subject = group,
            Identity = identity,
            Severity = GateWords.SeverityOf(weaker),
            Title = $"{held.Label} gives {identity[0].Label} for less than the role asks for",
            Observed = $"the group: {GateWords.Observed(comparison, weaker)}",
            Expected = $"as for the role: {GateWords.Expected(comparison, weaker)}",
            Role = identity[0],
            Evidence =
            [
                held.Evidence,
                new(SnapshotParts.RoleSettings, comparison.Than.PolicyId),
                .. GroupGrants.EvidenceOf(grants),
            ],
            Concern = GateWords.Concern(owner, weaker),
            Fix = SettingsFixes.Of(
                held,
                "On the Activation tab, ask for everything that the role's settings ask for",
                GateWords.Command(owner, comparison, weaker)
            ),
        };
    }
}
