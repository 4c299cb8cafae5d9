using PimAudit.Engine;

namespace PimAudit.Rules;

/// <summary>Lists that may hold an assignment with an end, or without, of which we do not know.</summary>
internal static class UntoldEnds
{
    /// <summary>One blind judgement for each such object; the directory's own lists of members and owners hold no ends.</summary>
    public static IEnumerable<Judgement> Of(RuleContext context) =>
        context
            .HiddenHolders()
            .Concat(
                context
                    .Access.GroupsOnPaths.Select(context.Access.People)
                    .Where(people => people.HiddenPeople is null)
                    .Select(people => (people.GroupId, Gap: people.AssignmentsGap))
                    .Where(pair => pair.Gap is not null)
                    .Select(pair => new Judgement.Blind(context.Reference(pair.GroupId), pair.Gap!))
            );
}
