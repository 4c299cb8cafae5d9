using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A role at a scope that somebody may activate, directly or through a group.</summary>
/// <param name="Paths">Certain eligible paths, emergency accounts, exempt grants and unread principals left out.</param>
/// <param name="Hidden">Principals of grants behind which there may be more, with the reason.</param>
internal sealed record EligibleRole(
    Guid RoleId,
    string Scope,
    ImmutableArray<AccessPath> Paths,
    ImmutableArray<HiddenGrant> Hidden
)
{
    /// <summary>All roles of the tenant, by role, then scope.</summary>
    public static ImmutableArray<EligibleRole> Of(RuleContext context) =>
        context.Fact(one => new EveryRole(Make(one))).Roles;

    private sealed record EveryRole(ImmutableArray<EligibleRole> Roles);

    private static ImmutableArray<EligibleRole> Make(RuleContext context)
    {
        var paths = context
            .Access.Paths.Where(path => path.State is HopState.Eligible && Counts(context, path))
            .ToLookup(path => (Role: Guid.Parse(path.Role.Id), path.Scope));
        var hidden = HiddenGrant.Of(context).ToLookup(grant => (Role: grant.RoleId, grant.Scope));
        return
        [
            .. paths
                .Select(group => group.Key)
                .Union(hidden.Select(group => group.Key))
                .OrderBy(key => key.Role.ToString("D"), StringComparer.Ordinal)
                .ThenBy(key => key.Scope, StringComparer.Ordinal)
                .Select(key => new EligibleRole(key.Role, key.Scope, [.. paths[key]], [.. hidden[key]])),
        ];
    }

    private static bool Counts(RuleContext context, AccessPath path) =>
        Guid.TryParse(path.Principal.Id, out var person)
        && !context.Emergency.Contains(person)
        && !IsUnread(context, path.Principal.Kind, person)
        && !context.IsExempt(Guid.Parse(path.Hops[^1].From.Id));

    /// <summary>It may be a group as well: then nobody can say what a review must look at.</summary>
    private static bool IsUnread(RuleContext context, ObjectKind kind, Guid id) =>
        kind is ObjectKind.Unresolved && context.Access.Directory.GapOf(id) is not null;
}

/// <summary>A grant behind which somebody may be eligible of whom we do not know.</summary>
/// <param name="IsEligible">The grant itself must be activated.</param>
/// <param name="Inside">The principal, and every group in it, nested ones included.</param>
internal sealed record HiddenGrant(
    Guid RoleId,
    string Scope,
    Guid PrincipalId,
    bool IsEligible,
    ImmutableArray<Guid> Inside,
    Gap Gap
)
{
    public static ImmutableArray<HiddenGrant> Of(RuleContext context) =>
        context.Fact(one => new EveryGrant([.. Make(one)])).Grants;

    private sealed record EveryGrant(ImmutableArray<HiddenGrant> Grants);

    private static IEnumerable<HiddenGrant> Make(RuleContext context) =>
        context
            .Access.Eligible.Select(grant => (grant.RoleId, grant.Scope, grant.PrincipalId, IsEligible: true))
            .Concat(
                context.Access.Active.Select(grant => (grant.RoleId, grant.Scope, grant.PrincipalId, IsEligible: false))
            )
            .Distinct()
            .Select(grant => (grant, Gap: context.Access.HoldersOf(grant.PrincipalId).Hidden))
            .Where(pair => pair.Gap is not null)
            .Select(pair => new HiddenGrant(
                pair.grant.RoleId,
                pair.grant.Scope,
                pair.grant.PrincipalId,
                pair.grant.IsEligible,
                InsideOf(context, pair.grant.PrincipalId),
                pair.Gap!
            ));

    private static ImmutableArray<Guid> InsideOf(RuleContext context, Guid principalId)
    {
        var seen = new HashSet<Guid> { principalId };
        var open = new Queue<Guid>(seen);
        while (open.TryDequeue(out var id))
            foreach (var link in context.Access.People(id).Members)
                if (context.Reference(link.PrincipalId).Kind is ObjectKind.Group && seen.Add(link.PrincipalId))
                    open.Enqueue(link.PrincipalId);
        return [.. seen];
    }

    /// <summary>What may be reviewed so that everybody who may stand behind it is certainly asked about.</summary>
    public IReadOnlySet<(bool IsRole, Guid Id)> Targets => new HashSet<(bool, Guid)> { (false, PrincipalId) };

    /// <summary>What may be reviewed so that somebody who may stand behind it is asked about.</summary>
    public IReadOnlySet<(bool IsRole, Guid Id)> PossibleTargets
    {
        get
        {
            var targets = Inside.Select(id => (IsRole: false, Id: id)).ToHashSet();
            if (IsEligible)
                targets.Add((true, RoleId));
            return targets;
        }
    }
}
