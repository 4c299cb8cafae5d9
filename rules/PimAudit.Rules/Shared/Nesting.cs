using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>A group inside another group.</summary>
/// <param name="Links">Rows of the outer group; empty where only the nested group's own list of parents tells.</param>
/// <param name="Evidence">The rows that show it, the parent row included.</param>
internal sealed record Nesting(
    Guid NestedId,
    Guid OuterId,
    ImmutableArray<GroupLink> Links,
    ImmutableArray<Evidence> Evidence
)
{
    /// <summary>The nested group is a member, not only an owner.</summary>
    public bool IsMember => Links.IsEmpty || Links.Any(link => link.Access is GroupAccess.Member);

    /// <summary>Such as <c>member</c> or <c>member and owner</c>.</summary>
    public string Sides =>
        Links.IsEmpty
            ? "member"
            : string.Join(
                " and ",
                Links
                    .Select(link => link.Access)
                    .Distinct()
                    .Order()
                    .Select(side => side is GroupAccess.Member ? "member" : "owner")
            );

    /// <summary>Groups that are active members or owners of groups, from both ends; by nested group, then outer group.</summary>
    public static IEnumerable<Nesting> Active(RuleContext context) =>
        Of(Rows(context, link => link.State is not HopState.Eligible), context.Snapshot.GroupParents);

    /// <summary>Groups that are eligible as members or owners of groups; by nested group, then outer group.</summary>
    public static IEnumerable<Nesting> Eligible(RuleContext context) =>
        Of(Rows(context, link => link.State is HopState.Eligible), []);

    /// <summary>
    /// Every group that is known to be role-assignable, on a path or not, ordinal by id.
    /// </summary>
    public static IEnumerable<Guid> RoleAssignable(RuleContext context) =>
        context
            .Snapshot.Groups.Where(group => group.IsRoleAssignable is true)
            .Select(group => group.Id)
            .Distinct()
            .OrderBy(id => id.ToString("D"), StringComparer.Ordinal);

    /// <summary>
    /// Whether a group that holds others is role-assignable. All role-assignable groups are listed, so a group of which
    /// nothing was asked is an ordinary one; null where its properties were asked for and not told.
    /// </summary>
    public static bool? IsRoleAssignable(RuleContext context, Guid groupId) =>
        context.Access.Directory.Group(groupId) is { } group ? group.IsRoleAssignable
        : context.Snapshot.Collection.GapOf(SnapshotParts.Principals, groupId) is null ? false
        : null;

    private static IEnumerable<Nesting> Of(IEnumerable<GroupLink> links, IEnumerable<GroupParent> parents) =>
        links
            .Select(link => (Nested: link.PrincipalId, Outer: link.GroupId, Link: (GroupLink?)link))
            .Concat(parents.Select(row => (Nested: row.GroupId, Outer: row.ParentId, Link: (GroupLink?)null)))
            .Where(row => row.Nested != row.Outer)
            .GroupBy(row => (row.Nested, row.Outer))
            .OrderBy(rows => rows.Key.Nested.ToString("D"), StringComparer.Ordinal)
            .ThenBy(rows => rows.Key.Outer.ToString("D"), StringComparer.Ordinal)
            .Select(rows => new Nesting(
                rows.Key.Nested,
                rows.Key.Outer,
                [.. rows.Select(row => row.Link).OfType<GroupLink>()],
                [.. rows.SelectMany(row => EvidenceOf(row.Nested, row.Outer, row.Link)).Distinct()]
            ));

    private static ImmutableArray<Evidence> EvidenceOf(Guid nested, Guid outer, GroupLink? link) =>
        link?.Evidence ?? [new(SnapshotParts.GroupParents, $"{nested:D}/{outer:D}")];

    /// <summary>Rows of every group read whose principal is a group, or may be one.</summary>
    private static IEnumerable<GroupLink> Rows(RuleContext context, Func<GroupLink, bool> wanted) =>
        context
            .Snapshot.Groups.Select(group => group.Id)
            .Concat(context.Access.GroupsOnPaths)
            .Concat(context.Snapshot.Memberships.Select(row => row.GroupId))
            .Concat(context.Snapshot.GroupAssignments.Select(row => row.GroupId))
            .Concat(context.Snapshot.GroupEligibilities.Select(row => row.GroupId))
            .Distinct()
            .Select(context.Access.People)
            .SelectMany(people => people.Members.Concat(people.Owners))
            .Where(link => wanted(link) && MayBeGroup(context, link.PrincipalId));

    private static bool MayBeGroup(RuleContext context, Guid id) =>
        context.Reference(id).Kind switch
        {
            ObjectKind.Group => context.Access.Directory.Deleted(id) is null,
            ObjectKind.Unresolved => context.Access.Directory.GapOf(id) is not null,
            _ => false,
        };
}
