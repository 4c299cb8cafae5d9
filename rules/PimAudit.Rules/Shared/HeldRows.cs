using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Everything by which one object reaches roles: what a fix would remove.</summary>
/// <param name="Roles">Roles reached (for a deleted group also the groups that still name it), ordinal by id.</param>
/// <param name="Hops">Its own assignments, eligibilities and memberships.</param>
internal sealed record HeldRows(Guid Id, ObjectRef Reference, ImmutableArray<ObjectRef> Roles, ImmutableArray<Hop> Hops)
{
    /// <summary>The rows behind them, each once.</summary>
    public ImmutableArray<Evidence> Evidence => [.. Hops.SelectMany(hop => hop.Evidence).Distinct()];

    /// <summary>The roles by name.</summary>
    public string InWords => string.Join(", ", Roles.Select(role => role.Label));

    /// <summary>Takes it out of the groups that it stands in; null where it is in none.</summary>
    public string? Command
    {
        get
        {
            var groups = Hops.Where(hop => hop is { Relation: HopRelation.Member, State: HopState.Standing })
                .Select(hop => Guid.Parse(hop.To.Id))
                .Distinct()
                .ToList();
            return groups.Count == 0
                ? null
                : string.Join(
                    '\n',
                    groups.Select(group =>
                        $"Remove-MgGroupMemberByRef -GroupId '{group:D}' -DirectoryObjectId '{Id:D}'"
                    )
                );
        }
    }

    /// <summary>Of every user, workload and deleted object that reaches a role, ordinal by id; emergency accounts left out.</summary>
    public static IEnumerable<HeldRows> Of(RuleContext context) =>
        OfPaths(context)
            .Concat(OfDeletedGroups(context))
            .GroupBy(row => row.Id)
            .Where(rows => !context.Emergency.Contains(rows.Key))
            .OrderBy(rows => rows.Key.ToString("D"), StringComparer.Ordinal)
            .Select(rows => new HeldRows(
                rows.Key,
                context.Reference(rows.Key),
                [
                    .. rows.Select(row => row.Role)
                        .DistinctBy(role => role.Id, StringComparer.Ordinal)
                        .OrderBy(role => role.Id, StringComparer.Ordinal),
                ],
                [.. rows.Select(row => row.Hop)]
            ));

    private static IEnumerable<(Guid Id, ObjectRef Role, Hop Hop)> OfPaths(RuleContext context) =>
        context
            .Access.Paths.Where(path => !context.IsExempt(Guid.Parse(path.Hops[^1].From.Id)))
            .Select(path => (Guid.Parse(path.Principal.Id), path.Role, path.Hops[0]));

    /// <summary>A deleted group has nobody in it, so no path shows it: what still names it are grants and memberships.</summary>
    private static IEnumerable<(Guid Id, ObjectRef Role, Hop Hop)> OfDeletedGroups(RuleContext context) =>
        Grants(context).Concat(Memberships(context)).Select(row => (row.Id, row.Target, HopOf(context, row)));

    private static IEnumerable<Row> Grants(RuleContext context) =>
        context
            .Access.Active.Where(grant => IsDeletedGroup(context, grant.PrincipalId))
            .Select(grant => new Row(
                grant.PrincipalId,
                context.RoleReference(grant.RoleId),
                HopRelation.Role,
                grant.State,
                grant.Evidence
            ))
            .Concat(
                context
                    .Access.Eligible.Where(grant => IsDeletedGroup(context, grant.PrincipalId))
                    .Select(grant => new Row(
                        grant.PrincipalId,
                        context.RoleReference(grant.RoleId),
                        HopRelation.Role,
                        HopState.Eligible,
                        grant.Evidence
                    ))
            );

    private static IEnumerable<Row> Memberships(RuleContext context) =>
        context
            .Access.GroupsOnPaths.SelectMany(id => context.Access.People(id).Members)
            .Where(link => IsDeletedGroup(context, link.PrincipalId))
            .Select(link => new Row(
                link.PrincipalId,
                context.Reference(link.GroupId),
                HopRelation.Member,
                link.State,
                link.Evidence
            ));

    private static bool IsDeletedGroup(RuleContext context, Guid id) =>
        context.Access.Directory.Deleted(id)?.Kind is ObjectKind.Group;

    private static Hop HopOf(RuleContext context, Row row) =>
        new(
            context.Reference(row.Id),
            row.Target,
            row.Relation,
            row.State,
            StartsAt: null,
            EndsAt: null,
            Gates: null,
            row.Evidence
        );

    private sealed record Row(
        Guid Id,
        ObjectRef Target,
        HopRelation Relation,
        HopState State,
        ImmutableArray<Evidence> Evidence
    );
}
