using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Takeovers;

/// <summary>Who could take a role over by a power that he holds. Owners of groups stand in <see cref="AccessMap.TakeoverPaths"/>.</summary>
public sealed class TakeoverBook
{
    private const string Roles = "Microsoft Learn, Microsoft Entra built-in roles, Privileged Role Administrator";

    private readonly AccessMap map;
    private readonly PowerBook powers;
    private readonly AccountTakeovers accounts;
    private readonly ApplicationTakeovers applications;
    private readonly GroupTakeovers groups;

    /// <param name="now">UTC; what has ended by then is no path any more.</param>
    public TakeoverBook(AccessMap map, DateTimeOffset now)
    {
        powers = new(map, now);
        accounts = new(map, powers, new(map, now));
        applications = new(map, powers);
        groups = new(map, powers);
        this.map = map;
    }

    /// <summary>Roles whose holders may take others over, so that an answer rests on everybody who reaches one of them.</summary>
    public static ImmutableArray<Guid> PowerRoles { get; } =
    [
        WellKnownRoles.PrivilegedRoleAdministrator,
        .. PasswordResets.OfAnybody,
        .. PasswordResets.Lesser.Keys.OrderBy(id => id.ToString("D"), StringComparer.Ordinal),
        WellKnownRoles.ApplicationAdministrator,
        WellKnownRoles.CloudApplicationAdministrator,
        WellKnownRoles.GroupsAdministrator,
        WellKnownRoles.IntuneAdministrator,
        WellKnownRoles.DirectoryWriters,
        WellKnownRoles.IdentityGovernanceAdministrator,
    ];

    /// <summary>Whoever can use the role already takes nothing over and is left out. By means, then principal.</summary>
    /// <param name="counts">Which scopes are asked about.</param>
    /// <param name="reach">Groups that lead to the role at one of these scopes.</param>
    public ImmutableArray<Takeover> Of(ObjectRef role, Func<string, bool> counts, IEnumerable<Guid> reach)
    {
        var asked = PathsTo(role, counts);
        var holders = asked
            .Where(path => path.State is not HopState.Eligible && PowerBook.IsTenant(path.Scope))
            .Select(path => path.Principal.Id)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. ByAssigning(role)
                .Concat(accounts.Of(role, asked))
                .Concat(applications.Of(role, asked))
                .Concat(groups.Of(role, reach))
                .Where(one => !holders.Contains(one.Principal.Id))
                .Where(one => !string.Equals(one.Power?.Role.Id, role.Id, StringComparison.Ordinal))
                .GroupBy(one => (one.Means, one.Principal.Id, one.Confidence))
                .Select(alike => Takeover.Together([.. alike]))
                .OrderBy(one => one.Means)
                .ThenBy(one => one.Principal.Label, StringComparer.OrdinalIgnoreCase)
                .ThenBy(one => one.Principal.Id, StringComparer.Ordinal)
                .ThenBy(one => one.Confidence),
        ];
    }

    /// <summary>Why an owner of an application that holds the role may be missing.</summary>
    public IEnumerable<Gap> Unread(ObjectRef role, Func<string, bool> counts) =>
        applications.Unread(PathsTo(role, counts));

    /// <summary>Groups on the way that may stand open to lesser administrators.</summary>
    public IEnumerable<(ObjectRef Group, Gap Gap)> UnreadGroups(IEnumerable<Guid> reach) => groups.Unread(reach);

    private ImmutableArray<AccessPath> PathsTo(ObjectRef role, Func<string, bool> counts) =>
        [.. map.PathsTo(role).Where(path => counts(path.Scope) && powers.IsStill(path))];

    private IEnumerable<Takeover> ByAssigning(ObjectRef role) =>
        from power in new[] { WellKnownRoles.PrivilegedRoleAdministrator, WellKnownRoles.GlobalAdministrator }
        from holder in powers.HoldersOf(power)
        select new Takeover(
            holder[0].Principal,
            role,
            TakeoverMeans.RoleAssignment,
            holder,
            [],
            Confidence.Documented,
            Roles,
            []
        );
}
