using System.Collections.Immutable;
using PimAudit.Access.Takeovers;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>A takeover with what it takes to come by the power behind it.</summary>
/// <param name="Roles">What could be taken over, by name.</param>
/// <param name="Way">To the power; null where an ownership is all it takes.</param>
/// <param name="Blocker">Why the principal cannot, as the end of a sentence; null when he can, or when that was not read.</param>
/// <param name="Unread">What was not read of the way, or of the owner who needs none.</param>
public sealed record TakeoverWay(
    Takeover Takeover,
    ImmutableArray<ObjectRef> Roles,
    Way? Way,
    string? Blocker,
    ImmutableArray<UnreadFact> Unread
);

/// <summary>Works out what it takes to use the powers that take roles over.</summary>
internal sealed class TakeoverWays(AccessMap map, WayMaker maker, DateTimeOffset now)
{
    private readonly TakeoverBook book = new(map, now);

    /// <param name="counts">Which scopes are asked about.</param>
    /// <param name="groups">Groups that lead to the role at one of them.</param>
    public ImmutableArray<TakeoverWay> Over(ObjectRef role, Func<string, bool> counts, IEnumerable<Guid> groups) =>
        [.. book.Of(role, counts, groups).Select(one => Of(one, [role]))];

    /// <summary>What one principal could take over by each of his powers, roles and targets of one means together.</summary>
    public ImmutableArray<TakeoverWay> By(string principalId) =>
        [
            .. Roles
                .SelectMany(role => book.Of(role, _ => true, map.GroupsToward(Guid.Parse(role.Id), _ => true)))
                .Where(one => string.Equals(one.Principal.Id, principalId, StringComparison.Ordinal))
                .GroupBy(one => (one.Means, one.Confidence))
                .OrderBy(alike => alike.Key)
                .Select(alike =>
                    Of(
                        Takeover.Together([.. alike]),
                        [.. alike.Select(one => one.Role).OrderBy(Name, StringComparer.OrdinalIgnoreCase)]
                    )
                ),
        ];

    /// <summary>What was not read of those who hold a power, and of the owners of applications that hold the role.</summary>
    public IEnumerable<UnreadFact> Unread(ObjectRef role, Func<string, bool> counts) =>
        book.Unread(role, counts)
            .Select(gap => new UnreadFact(role, gap))
            .Concat(
                book.UnreadGroups(map.GroupsToward(Guid.Parse(role.Id), counts))
                    .Select(pair => new UnreadFact(pair.Group, pair.Gap))
            )
            .Concat(HiddenHolders());

    /// <summary>The same for every role.</summary>
    public IEnumerable<UnreadFact> Unread() =>
        Roles
            .SelectMany(role => book.Unread(role, _ => true).Select(gap => new UnreadFact(role, gap)))
            .Concat(
                book.UnreadGroups(Roles.SelectMany(role => map.GroupsToward(Guid.Parse(role.Id), _ => true)).Distinct())
                    .Select(pair => new UnreadFact(pair.Group, pair.Gap))
            );

    /// <summary>An empty group can be filled, so its roles count too.</summary>
    private IEnumerable<ObjectRef> Roles =>
        map
            .Paths.Select(path => path.Role)
            .Concat(map.GroupGrants.Select(grant => map.Directory.RoleReference(grant.RoleId)))
            .DistinctBy(role => role.Id, StringComparer.Ordinal);

    private IEnumerable<UnreadFact> HiddenHolders() =>
        map
            .Active.Select(grant => (grant.RoleId, grant.Scope, grant.PrincipalId))
            .Concat(map.Eligible.Select(grant => (grant.RoleId, grant.Scope, grant.PrincipalId)))
            .Where(grant => TakeoverBook.PowerRoles.Contains(grant.RoleId) && PowerBook.IsTenant(grant.Scope))
            .Select(grant => (grant.PrincipalId, map.HoldersOf(grant.PrincipalId).Hidden))
            .Where(pair => pair.Hidden is not null)
            .Select(pair => new UnreadFact(map.Directory.Reference(pair.PrincipalId), pair.Hidden!));

    private TakeoverWay Of(Takeover takeover, ImmutableArray<ObjectRef> roles)
    {
        var ways = takeover.Powers.Select(maker.Of).ToList();
        var way = ways.FirstOrDefault(one => one.Blockers.IsEmpty) ?? ways.FirstOrDefault();
        var life = Life.Of(map.Directory, Guid.Parse(takeover.Principal.Id));
        var blocker =
            way is null ? life.Fault
            : way.Blockers.IsEmpty ? null
            : string.Join("; ", way.Blockers);
        return new(
            takeover,
            roles,
            way,
            blocker,
            way?.Unread ?? (life.Gap is { } gap ? [new(takeover.Principal, gap)] : [])
        );
    }

    private static string Name(ObjectRef role) => $"{role.Label} {role.Id}";
}
