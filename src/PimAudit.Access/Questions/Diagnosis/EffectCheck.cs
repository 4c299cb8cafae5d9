using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Does the service behind the role learn of it in time?</summary>
internal static class EffectCheck
{
    private static readonly Check Check = new("Takes effect", "TRB-3");

    /// <param name="way">Null when the person has none.</param>
    public static CheckLine Of(Case asked, Way? way)
    {
        if (way is null)
            return Check.NotApplicable("without a way to the role there is nothing to take effect");
        if (!ImmediateRoles.All.Contains(Guid.Parse(way.Path.Role.Id)))
            return Check.NotApplicable("the role is none of those that a service reads late");

        var late = way.Path.Hops.FirstOrDefault(hop =>
            hop is { Relation: HopRelation.Member, State: HopState.Eligible or HopState.Activated }
        );
        if (late is null)
            return Check.Ok(
                "the role itself is activated or held, which its service learns at once",
                way.Path.Hops[^1].Evidence
            );

        var text = $"its service learns late of a membership that is activated, as in {late.To.Label}";
        return way.IsActive() && way.Path.State is HopState.Activated
            ? Check.Fault(text, Cure(asked, late.To, way.Path.Role), late.Evidence)
            : Check.NotApplicable(text, late.Evidence);
    }

    private static Advice Cure(Case asked, ObjectRef group, ObjectRef role) =>
        new(
            $"Change to Approach 1: make a group of standing members, {asked.Person.Label} among them, eligible for {role.Label}, instead of the membership that is activated in {group.Label}; until then wait 5-10 minutes, sign out and in again.",
            group
        );
}
