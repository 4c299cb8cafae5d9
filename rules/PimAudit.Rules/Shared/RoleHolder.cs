using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Somebody at the end of certain paths, eligible ones included; known by id, whatever the name says.</summary>
/// <param name="Paths">Never empty.</param>
internal sealed record RoleHolder(Guid Id, ObjectRef Reference, ImmutableArray<AccessPath> Paths)
{
    /// <summary>The roles reached, each once, ordinal by id.</summary>
    public ImmutableArray<ObjectRef> Roles =>
        [
            .. Paths
                .Select(path => path.Role)
                .DistinctBy(role => role.Id, StringComparer.Ordinal)
                .OrderBy(role => role.Id, StringComparer.Ordinal),
        ];

    /// <summary>The roles by name.</summary>
    public string InWords => string.Join(", ", Roles.Select(role => role.Label));

    public ImmutableArray<RelatedObject> Related => [.. Roles.Select(role => new RelatedObject(role, "role reached"))];

    /// <summary>Its own assignments, eligibilities and memberships, each row once.</summary>
    public IEnumerable<Evidence> OwnRows => Paths.SelectMany(path => path.Hops[0].Evidence).Distinct();

    /// <summary>All holders, ordinal by id. Emergency accounts are left out; an exempt grant reaches nobody else.</summary>
    public static ImmutableArray<RoleHolder> Of(RuleContext context) =>
        context.Fact(one => new Everybody([.. Of(one, one.Access.Paths)])).Holders;

    /// <summary>Holders of privileged roles, by their paths to those roles alone.</summary>
    public static ImmutableArray<RoleHolder> OfPrivileged(RuleContext context) =>
        context.Fact(one => new Privileged([.. Of(one, PrivilegedRoles(one).SelectMany(one.Access.PathsTo))])).Holders;

    private sealed record Everybody(ImmutableArray<RoleHolder> Holders);

    private sealed record Privileged(ImmutableArray<RoleHolder> Holders);

    /// <summary>One blind judgement for each object behind which unknown holders of a privileged role may stand.</summary>
    public static IEnumerable<Judgement> HiddenBehindPrivileged(RuleContext context)
    {
        var reach = Reach(context);
        return context
            .Access.HiddenHolders.Where(spot => !Guid.TryParse(spot.Subject.Id, out var id) || reach.Contains(id))
            .Select(spot => new Judgement.Blind(spot.Subject, spot.Gap));
    }

    private static IEnumerable<RoleHolder> Of(RuleContext context, IEnumerable<AccessPath> paths) =>
        paths
            .GroupBy(path => path.Principal.Id, StringComparer.Ordinal)
            .Select(group => (Id: Guid.Parse(group.Key), Paths: group))
            .Where(holder => !context.Emergency.Contains(holder.Id))
            .OrderBy(holder => holder.Paths.Key, StringComparer.Ordinal)
            .Select(holder => new RoleHolder(holder.Id, context.Reference(holder.Id), [.. holder.Paths]));

    private static IEnumerable<ObjectRef> PrivilegedRoles(RuleContext context) =>
        context
            .Access.Active.Select(grant => grant.RoleId)
            .Concat(context.Access.Eligible.Select(grant => grant.RoleId))
            .Distinct()
            .Where(context.Roles.IsPrivileged)
            .OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
            .Select(context.RoleReference);

    /// <summary>Principals of privileged grants, and everybody in their groups, eligible people and nested groups too.</summary>
    private static HashSet<Guid> Reach(RuleContext context)
    {
        var grants = context
            .Access.Active.Where(grant => context.Roles.IsPrivileged(grant.RoleId))
            .Select(grant => grant.PrincipalId)
            .Concat(
                context
                    .Access.Eligible.Where(grant => context.Roles.IsPrivileged(grant.RoleId))
                    .Select(grant => grant.PrincipalId)
            );
        var seen = new HashSet<Guid>();
        var open = new Queue<Guid>(grants);
        while (open.TryDequeue(out var id))
            if (seen.Add(id) && context.Reference(id).Kind is ObjectKind.Group)
                foreach (var link in context.Access.People(id).Members)
                    open.Enqueue(link.PrincipalId);
        return seen;
    }
}
