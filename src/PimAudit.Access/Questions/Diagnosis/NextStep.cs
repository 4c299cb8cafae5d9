using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>What to do when no check found a fault.</summary>
internal static class NextStep
{
    /// <summary>An activation reaches the services within this time.</summary>
    private static readonly TimeSpan Propagation = TimeSpan.FromMinutes(10);

    public static Advice Of(Case asked, Way way) =>
        way.IsActive() ? SignInAgain(asked, way.Path) : Activate(asked, way);

    private static Advice SignInAgain(Case asked, AccessPath path)
    {
        var until = path.EndsAt is { } end ? $"until {Say.Moment(end)}" : "without end";
        var isFresh = path.StartsAt is { } start && asked.Now - start < Propagation;
        var wait = isFresh ? "wait 5-10 minutes, then sign out and in again" : "sign out and in again";
        return new($"{RoleOf(asked, path)} is active {until}: {wait}{Look(asked)}.", path.Role);
    }

    private static Advice Activate(Case asked, Way way)
    {
        var closed = way.Path.Hops.Where(hop => hop.State is HopState.Eligible).ToList();
        var first = closed[0];
        var role = RoleOf(asked, way.Path);
        if (first.Relation is HopRelation.Role)
            return new(
                $"Activate {role} in My roles, Microsoft Entra roles{Consent(way)}{Look(asked)}.",
                way.Path.Role
            );

        var then = closed.Count > 1 ? $"then activate {closed[^1].To.Label}" : $"{role} comes with it";
        return new(
            $"Activate the membership of {first.To.Label} in My roles, Groups{Consent(way)}: {then}{Look(asked)}.",
            first.To
        );
    }

    private static string RoleOf(Case asked, AccessPath path) => path.Role.Label + Place.Of(asked.Map, path.Scope);

    private static string Look(Case asked) =>
        asked.ForDiscoverGroups ? ", and look for Discover groups in Privileged Identity Management, Groups" : "";

    /// <summary>Of the first activation; those behind it are asked for later.</summary>
    private static string Consent(Way way) =>
        way.Approvals.FirstOrDefault(one =>
            string.Equals(one.Owner.Id, way.Gates[0].Owner.Id, StringComparison.Ordinal)
        )
            is { } approval
            ? $", to be approved by {ApproverWords.Who(approval)} within 24 h"
            : "";
}
