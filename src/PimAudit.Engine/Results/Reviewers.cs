using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Who is asked about a path in a review, from the configuration.</summary>
internal static class Reviewers
{
    /// <summary>The whole tenant, in which every other scope lies.</summary>
    private const string Everything = "/";

    /// <summary>
    /// The person before the groups on the path, the nearest to the role first, before the role before the scope; a
    /// reviewer before an owner. Null when nobody is named.
    /// </summary>
    public static string? Of(AuditPlan plan, AccessPath path, ObjectRef scope)
    {
        if (plan.Reviewers.IsEmpty && plan.Owners.IsEmpty)
            return null;

        var ids = path
            .Hops.Reverse()
            .Select(hop => hop.From.Id)
            .Prepend(path.Principal.Id)
            .Concat([path.Role.Id, scope.Id, path.Scope, Everything])
            .ToList();
        return ids.Select(plan.Reviewers.GetValueOrDefault)
            .Concat(ids.Select(plan.Owners.GetValueOrDefault))
            .FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
    }
}
