using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Groups that carry a role, the one to join first, and everything that leads to them.</summary>
/// <param name="Groups">Those that hold the role or are eligible for it, at any scope that counts.</param>
/// <param name="Reach">Every principal on the way to a grant of the role, groups inside groups included.</param>
internal sealed record Carriers(ImmutableArray<GroupGrant> Groups, ImmutableHashSet<Guid> Reach)
{
    public static Carriers Of(Case asked)
    {
        var map = asked.Map;
        var principals = map
            .Active.Where(grant => asked.Counts(grant.RoleId.ToString("D"), grant.Scope))
            .Select(grant => grant.PrincipalId)
            .Concat(
                map.Eligible.Where(grant => asked.Counts(grant.RoleId.ToString("D"), grant.Scope))
                    .Select(grant => grant.PrincipalId)
            );
        return new(
            [
                .. map
                    .GroupGrants.Where(grant => asked.Counts(grant.RoleId.ToString("D"), grant.Scope))
                    .OrderBy(grant => asked.Roles.IndexOf(map.Directory.RoleReference(grant.RoleId)))
                    .ThenBy(grant => Joining.IsClosed(map, grant.GroupId))
                    .ThenBy(grant => Preference(grant.Approach))
                    .ThenBy(grant => grant.Scope.Length)
                    .ThenBy(grant => map.Directory.Reference(grant.GroupId).Label, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(grant => grant.GroupId.ToString("D"), StringComparer.Ordinal)
                    .ThenBy(grant => grant.Scope, StringComparer.Ordinal)
                    .DistinctBy(grant => (grant.GroupId, grant.RoleId)),
            ],
            Walk(map, principals)
        );
    }

    /// <summary>Every group through which the role can come.</summary>
    public IEnumerable<ObjectRef> Objects(AccessMap map) =>
        Reach.Select(map.Directory.Reference).Where(one => one.Kind is ObjectKind.Group);

    /// <summary>Behind which of them this person may stand unseen, and lists that were not read at all.</summary>
    public IEnumerable<UnreadFact> Hidden(AccessMap map) =>
        Unread
            .Lists(map.Snapshot)
            .Select(gap => new UnreadFact(Subject: null, gap))
            .Concat(
                map.HiddenHolders.Where(spot => Guid.TryParse(spot.Subject.Id, out var id) && Reach.Contains(id))
                    .Select(spot => new UnreadFact(spot.Subject, spot.Gap))
            );

    /// <summary>As the document prefers them; a group that gives the role for good comes last.</summary>
    private static int Preference(Approach approach) =>
        approach switch
        {
            Approach.Approach1 => 0,
            Approach.Approach2 => 1,
            Approach.Dormant => 2,
            Approach.Mixed => 3,
            Approach.Unknown => 4,
            _ => 5,
        };

    private static ImmutableHashSet<Guid> Walk(AccessMap map, IEnumerable<Guid> principals)
    {
        var reach = ImmutableHashSet.CreateBuilder<Guid>();
        var open = new Queue<Guid>(principals);
        while (open.TryDequeue(out var id))
            if (reach.Add(id) && map.Directory.Reference(id).Kind is ObjectKind.Group)
                foreach (var link in map.People(id).Members)
                    open.Enqueue(link.PrincipalId);
        return reach.ToImmutable();
    }
}
