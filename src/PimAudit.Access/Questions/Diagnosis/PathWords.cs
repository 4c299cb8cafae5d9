using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>A path to a role as a sentence without its subject.</summary>
internal static class PathWords
{
    /// <summary>Such as <c>is a member of RAG - Exchange Admins, which is eligible for Exchange Administrator</c>.</summary>
    public static string Of(AccessMap map, AccessPath path) =>
        string.Join(", ", path.Hops.Select((hop, at) => Link(hop, at) + Word(hop)))
        + Place.Of(map, path.Scope)
        + Until(path);

    /// <summary>The activation of a group's eligibility is the person's own.</summary>
    private static string Link(Hop hop, int at) =>
        at == 0 ? ""
        : hop is { Relation: HopRelation.Role, State: HopState.Activated } ? "and "
        : "which ";

    private static string Word(Hop hop) =>
        (hop.Relation, hop.State) switch
        {
            (HopRelation.Role, HopState.Standing) => $"holds {hop.To.Label}",
            (HopRelation.Role, HopState.Eligible) => $"is eligible for {hop.To.Label}",
            (HopRelation.Role, HopState.Activated) => $"has activated {hop.To.Label}",
            (HopRelation.Role, _) => $"holds {hop.To.Label}, in a way that was not told",
            (_, HopState.Standing) => $"is a member of {hop.To.Label}",
            (_, HopState.Eligible) => $"may activate the membership of {hop.To.Label}",
            (_, HopState.Activated) => $"has activated the membership of {hop.To.Label}",
            _ => $"is in {hop.To.Label}, in a way that was not told",
        };

    private static string Until(AccessPath path) => path.EndsAt is { } end ? $", until {Say.Moment(end)}" : "";
}

/// <summary>Where a role is held.</summary>
internal static class Place
{
    /// <summary>Nothing for the whole tenant.</summary>
    public static string Of(AccessMap map, string scope) =>
        string.Equals(scope, "/", StringComparison.Ordinal) ? "" : $" at {map.Directory.ScopeReference(scope).Label}";
}
