using System.Text.RegularExpressions;
using PimAudit.Engine;
using PimAudit.Model;
using Group = PimAudit.Model.Group;

namespace PimAudit.Rules;

/// <summary>Whoever reads the name gives the group a role, or trusts that lesser administrators cannot edit it.</summary>
public sealed class NamePromisesRoleAssignable : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM310",
            Title: "A group is named as a role-assignable one but is none",
            Severity: Severity.Medium,
            Practice: "CFG-1",
            Why: "The name promises a group that lesser administrators cannot edit. This one they can, and the setting cannot be "
                + "added later. Whoever trusts the name hands out access that owners and group administrators decide about.",
            Needs: SnapshotParts.NamedGroups
        )
        {
            Parameters =
            [
                RuleParameter.Pattern(
                    NamePattern.Parameter,
                    GroupNaming.Pattern,
                    "regular expression of the convention; that of PIM309 unless given"
                ) with
                {
                    Follows = "PIM309",
                },
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var pattern = context.Parameters.Pattern(NamePattern.Parameter);
        return GapOf(context, pattern) is { } gap
            ? [new Judgement.Blind(context.Snapshot.Tenant.Reference, gap)]
            : context
                .Snapshot.NamedGroups.DistinctBy(group => group.Id)
                .OrderBy(group => group.Id.ToString("D"), StringComparer.Ordinal)
                .Select(group => Judge(group, pattern))
                .OfType<Judgement>();
    }

    /// <summary>Why the groups of the snapshot are not all that may match; Graph finds them by prefix, whatever the letter case.</summary>
    private static Gap? GapOf(RuleContext context, Regex pattern)
    {
        if (LiteralPrefix.Of(pattern.ToString()) is not { } wanted)
            return new(
                SnapshotParts.NamedGroups,
                MissingReason.Configuration,
                $"The pattern {pattern} does not say how the names of role-assignable groups begin."
            );

        return
            context.Snapshot.NamedGroupsPrefix is { } asked
            && wanted.StartsWith(asked, StringComparison.OrdinalIgnoreCase)
            ? null
            : new(
                SnapshotParts.NamedGroups,
                MissingReason.NotCollected,
                $"The snapshot was taken without asking for all groups whose names begin with '{wanted}'."
            );
    }

    /// <summary>Null for a group that is not named by the convention.</summary>
    private static Judgement? Judge(Group group, Regex pattern)
    {
        if (group.DisplayName is not { } name)
            return new Judgement.Blind(group.Reference, NotTold(group, "what the group is called"));
        if (NamePattern.Matches(pattern, name) is not { } matches)
            return new Judgement.Blind(group.Reference, NamePattern.TooSlow(pattern));

        return (matches, group.IsRoleAssignable) switch
        {
            (false, _) => null,
            (true, true) => new Judgement.Meets(group.Reference),
            (true, false) => Finding(group.Reference, name, pattern),
            _ => new Judgement.Blind(group.Reference, NotTold(group, "whether the group is role-assignable")),
        };
    }

    private static Gap NotTold(Group group, string fact) =>
        new(SnapshotParts.NamedGroups, MissingReason.Malformed, $"It was not read {fact}: {group.Reference.Label}.");

    private static Judgement.Breaks Finding(ObjectRef group, string name, Regex pattern) =>
        new(
            new FindingDraft
            {
                Subject = group,
                Title = $"{group.Label} is named as a role-assignable group but is none",
                Observed = $"{name}, not role-assignable",
                Expected = $"role-assignable, as a name that matches {pattern} says, or another name",
                Evidence = [new(SnapshotParts.NamedGroups, group.Id)],
                Fix = new([
                    "If it shall carry roles, make a new group and set 'Microsoft Entra roles can be assigned to the group' to Yes: it cannot be changed later.",
                    "Add to the new group the people who need the role, and delete this one.",
                    "If it shall carry none, open it in Groups, select Properties and give it a name outside the convention.",
                ]),
            }
        );
}
