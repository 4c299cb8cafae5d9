using System.Text.RegularExpressions;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A name by convention tells everybody who edits groups that this one opens doors.</summary>
public sealed class GroupNameOffConvention : IRule
{
    public RuleInfo Info { get; } =
        new(
            Id: "PIM309",
            Title: "A role-assignable group is not named by the convention",
            Severity: Severity.Low,
            Practice: "CFG-1",
            Why: "The name is all that most people see of a group. One that does not say 'role-assignable' gets members, licences "
                + "and mails as if it were an ordinary one, and reviews overlook it.",
            Needs: SnapshotParts.RoleAssignments
                | SnapshotParts.ActiveAssignments
                | SnapshotParts.EligibleAssignments
                | SnapshotParts.GroupMembers
                | SnapshotParts.GroupEligibilities
                | SnapshotParts.Principals
        )
        {
            JudgesWithoutPim = true,
            Parameters =
            [
                RuleParameter.Pattern(
                    NamePattern.Parameter,
                    GroupNaming.Pattern,
                    "regular expression that the name must match"
                ),
            ],
        };

    public IEnumerable<Judgement> Evaluate(RuleContext context)
    {
        var pattern = context.Parameters.Pattern(NamePattern.Parameter);
        return context
            .Access.GroupsOnPaths.Where(id => context.Access.Directory.Deleted(id) is null)
            .Select(id => Judge(context, id, pattern))
            .OfType<Judgement>()
            .Concat(context.HiddenHolders());
    }

    private static Judgement? Judge(RuleContext context, Guid id, Regex pattern)
    {
        var group = context.Access.Directory.Group(id);
        var reference = context.Reference(id);
        if (group?.IsRoleAssignable is false)
            return null;
        if (group?.DisplayName is not { } name)
            return new Judgement.Blind(reference, GroupGrants.NotTold(context, id, "what a group is called"));
        if (NamePattern.Matches(pattern, name) is not { } matches)
            return new Judgement.Blind(reference, NamePattern.TooSlow(pattern));
        if (matches)
            return new Judgement.Meets(reference);

        return group.IsRoleAssignable is null
            ? new Judgement.Blind(reference, GroupGrants.NotTold(context, id, "whether a group is role-assignable"))
            : Finding(reference, name, pattern);
    }

    private static Judgement.Breaks Finding(ObjectRef group, string name, Regex pattern) =>
        new(
            new FindingDraft
            {
                Subject = group,
                Title = $"{group.Label} is not named by the convention",
                Observed = name,
                Expected = $"a name that matches {pattern}",
                Evidence = [new(SnapshotParts.Principals, group.Id)],
                Fix = new([
                    "In Groups, open the group and select Properties.",
                    "Change the name to the convention, such as 'RAG - ' and the purpose.",
                    "Select Save. Assignments and memberships stay as they are.",
                ]),
            }
        );
}
