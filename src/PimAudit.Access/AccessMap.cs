using System.Collections.Frozen;
using System.Collections.Immutable;
using PimAudit.Access.ConditionalAccess;
using PimAudit.Access.Use;
using PimAudit.Model;

namespace PimAudit.Access;

/// <summary>Who can reach which role, by which path, through which gates. Made from a snapshot alone.</summary>
/// <remarks>The answers are the same whatever the order of the snapshot's rows.</remarks>
public sealed class AccessMap
{
    private readonly GroupBook groups;
    private readonly SettingsBook settings;
    private readonly HolderBook holders;
    private readonly FrozenDictionary<(Guid Group, Guid Role, string Scope), GroupGrant> grants;
    private ContextBook? contexts;
    private ActivationLog? activations;

    private AccessMap(TenantSnapshot snapshot)
    {
        Snapshot = snapshot;
        Directory = new(snapshot);
        groups = new(snapshot);
        settings = new(snapshot, Directory);
        holders = new(groups, Directory);
        (Active, Eligible) = GrantLists.Of(snapshot);
        GroupGrants = GrantsOfGroups();
        grants = GroupGrants.ToFrozenDictionary(grant => (grant.GroupId, grant.RoleId, grant.Scope));

        var finder = new PathFinder(groups, Directory, settings);
        Paths = Find(finder, PathBand.Certain);
        HiddenHolders = [.. finder.Hidden];
        GroupsOnPaths = [.. finder.Groups.OrderBy(id => id.ToString("D"), StringComparer.Ordinal)];
        var owners = new PathFinder(groups, Directory, settings);
        TakeoverPaths = Find(owners, PathBand.Takeover);
        HiddenTakeovers = [.. owners.Hidden.Except(HiddenHolders)];
    }

    public TenantSnapshot Snapshot { get; }

    public DirectoryBook Directory { get; }

    /// <summary>Roles held now, by row; standing, activated and of unknown type.</summary>
    public ImmutableArray<ActiveGrant> Active { get; }

    /// <summary>Roles that may be activated, by row.</summary>
    public ImmutableArray<EligibleGrant> Eligible { get; }

    /// <summary>One per group, role and scope, with its approach. By group, role, scope.</summary>
    public ImmutableArray<GroupGrant> GroupGrants { get; }

    /// <summary>Certain paths, by role, scope, principal.</summary>
    public ImmutableArray<AccessPath> Paths { get; }

    /// <summary>Paths that lead through an ownership; never among <see cref="Paths"/>.</summary>
    public ImmutableArray<AccessPath> TakeoverPaths { get; }

    /// <summary>Where holders may be missing from <see cref="Paths"/>.</summary>
    public ImmutableArray<BlindSpot> HiddenHolders { get; }

    /// <summary>Of these, holders who were not resolved: each may be a group, and nobody asked who is in it.</summary>
    public IEnumerable<BlindSpot> PossibleGroups =>
        HiddenHolders.Where(spot => spot.Subject.Kind is ObjectKind.Unresolved);

    /// <summary>Where people may be missing from <see cref="TakeoverPaths"/>, besides <see cref="HiddenHolders"/>.</summary>
    public ImmutableArray<BlindSpot> HiddenTakeovers { get; }

    /// <summary>Groups that hold a role or stand on a certain path, empty ones included.</summary>
    public ImmutableArray<Guid> GroupsOnPaths { get; }

    /// <summary>Certain paths to one role, in the order of <see cref="Paths"/>.</summary>
    public IEnumerable<AccessPath> PathsTo(ObjectRef role) => PathRun.Of(Paths, role.Id);

    /// <summary>Certain paths by which one principal reaches one role at one scope, in the order of <see cref="Paths"/>.</summary>
    public IEnumerable<AccessPath> PathsTo(Guid roleId, string scope, Guid principalId) =>
        PathRun.Of(Paths, roleId.ToString("D"), scope, principalId.ToString("D"));

    /// <summary>What the authentication contexts of gates amount to for each person.</summary>
    public ContextBook Contexts => contexts ??= new(this);

    /// <summary>What the audit log tells of activations; read when it is first asked for.</summary>
    public ActivationLog Activations => activations ??= ActivationLog.Of(Snapshot);

    public static AccessMap Resolve(TenantSnapshot snapshot) => new(snapshot);

    public GroupPeople People(Guid groupId) => groups[groupId];

    /// <summary>Every user and service principal that a grant to this principal reaches.</summary>
    public Holders HoldersOf(Guid principalId) => holders[principalId];

    /// <summary>The settings of a role or of one side of a group, or why they are not known.</summary>
    public Known<RoleSettings> SettingsOf(SettingsOwner owner) => settings[owner];

    public ObjectRef Reference(SettingsOwner owner) => settings.ReferenceOf(owner);

    public Gates GatesOf(SettingsOwner owner) => settings.GatesOf(owner);

    /// <summary>The group's grants of one role at one scope; null when it has none that is standing or eligible.</summary>
    public GroupGrant? GrantOf(Guid groupId, Guid roleId, string scope) =>
        grants.GetValueOrDefault((groupId, roleId, scope));

    private ImmutableArray<GroupGrant> GrantsOfGroups()
    {
        var active = Active
            .Where(grant => grant.State is not HopState.Activated && IsGroup(grant.PrincipalId))
            .ToLookup(grant => (grant.PrincipalId, grant.RoleId, grant.Scope));
        var eligible = Eligible
            .Where(grant => IsGroup(grant.PrincipalId))
            .ToLookup(grant => (grant.PrincipalId, grant.RoleId, grant.Scope));

        return
        [
            .. active
                .Select(rows => rows.Key)
                .Union(eligible.Select(rows => rows.Key))
                .OrderBy(key => key.PrincipalId.ToString("D"), StringComparer.Ordinal)
                .ThenBy(key => key.RoleId.ToString("D"), StringComparer.Ordinal)
                .ThenBy(key => key.Scope, StringComparer.Ordinal)
                .Select(key => GrantOf(key, [.. active[key]], [.. eligible[key]])),
        ];
    }

    private GroupGrant GrantOf(
        (Guid Group, Guid Role, string Scope) key,
        ImmutableArray<ActiveGrant> active,
        ImmutableArray<EligibleGrant> eligible
    )
    {
        var people = groups[key.Group];
        var gap = GrantGap(active) ?? people.ClassGap;
        var approach = gap is null ? ApproachTable.Of(!eligible.IsEmpty, !active.IsEmpty, people) : Approach.Unknown;
        return new(key.Group, key.Role, key.Scope, approach, active, eligible, gap);
    }

    /// <summary>Without either list, or with a row of unknown type, nobody can say whether a grant is the only one.</summary>
    private Gap? GrantGap(ImmutableArray<ActiveGrant> active)
    {
        if (!Snapshot.HasPim)
            return Snapshot.Collection.GapOf(SnapshotParts.RoleAssignments);

        var list =
            Snapshot.Collection.GapOf(SnapshotParts.EligibleAssignments)
            ?? Snapshot.Collection.GapOf(SnapshotParts.ActiveAssignments);
        if (list is null && active.Any(grant => grant.State is HopState.Unknown))
            return new(
                SnapshotParts.ActiveAssignments,
                MissingReason.Malformed,
                "PIM does not list this role assignment, so its type and its end are unknown."
            );
        return list;
    }

    private ImmutableArray<AccessPath> Find(PathFinder finder, PathBand band) =>
        [
            .. Active
                .SelectMany(grant => PathsOf(finder, grant, band))
                .Concat(Eligible.SelectMany(grant => PathsOf(finder, grant, band)))
                .Order(PathOrder.Instance),
        ];

    private IEnumerable<AccessPath> PathsOf(PathFinder finder, ActiveGrant grant, PathBand band)
    {
        var approach = ApproachOf(grant.PrincipalId, grant.RoleId, grant.Scope);
        var hop = RoleHop(grant.PrincipalId, grant.RoleId, grant.State, grant.StartsAt, grant.EndsAt, grant.Evidence);
        var paths = finder.Through(hop, grant.PrincipalId, grant.Scope, approach, band);
        return
            band is PathBand.Certain
            && grant.ActivatedThrough is { } through
            && through != grant.PrincipalId
            && IsGroup(through)
            ? Behind(finder, grant, through, paths)
            : paths;
    }

    /// <summary>
    /// An activation of a group's eligibility: the path runs through the group of which the person is a member now. It is
    /// his alone, so an owner gains nothing by it; and where his own membership has ended meanwhile he holds it directly.
    /// </summary>
    private List<AccessPath> Behind(PathFinder finder, ActiveGrant grant, Guid through, IEnumerable<AccessPath> plain)
    {
        var hop = RoleHop(through, grant.RoleId, grant.State, grant.StartsAt, grant.EndsAt, grant.Evidence);
        var found = finder
            .Through(hop, through, grant.Scope, ApproachOf(through, grant.RoleId, grant.Scope), PathBand.Certain)
            .Where(path => string.Equals(path.Principal.Id, grant.PrincipalId.ToString("D"), StringComparison.Ordinal))
            .Where(path => path.State is not HopState.Eligible)
            .ToList();
        return found.Count > 0 ? found : [.. plain];
    }

    private IEnumerable<AccessPath> PathsOf(PathFinder finder, EligibleGrant grant, PathBand band)
    {
        var hop = RoleHop(
            grant.PrincipalId,
            grant.RoleId,
            HopState.Eligible,
            grant.StartsAt,
            grant.EndsAt,
            grant.Evidence
        );
        return finder.Through(
            hop,
            grant.PrincipalId,
            grant.Scope,
            ApproachOf(grant.PrincipalId, grant.RoleId, grant.Scope),
            band
        );
    }

    private Hop RoleHop(
        Guid principalId,
        Guid roleId,
        HopState state,
        DateTimeOffset? startsAt,
        DateTimeOffset? endsAt,
        ImmutableArray<Evidence> evidence
    ) =>
        new(
            Directory.Reference(principalId),
            Directory.RoleReference(roleId),
            HopRelation.Role,
            state,
            startsAt,
            endsAt,
            state is HopState.Eligible ? GatesOf(SettingsOwner.Role(roleId)) : null,
            evidence
        );

    private Approach ApproachOf(Guid principalId, Guid roleId, string scope) =>
        IsGroup(principalId) ? GrantOf(principalId, roleId, scope)?.Approach ?? Approach.Unknown : Approach.Direct;

    private bool IsGroup(Guid id) => Directory.Reference(id).Kind is ObjectKind.Group;
}
