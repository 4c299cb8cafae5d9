using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Questions.Diagnosis;

/// <summary>Somebody who cannot use a role, before anything is known.</summary>
/// <param name="Roles">Any of them will do; the first is the one to be given where he has none.</param>
/// <param name="ForDiscoverGroups">Asked for the sake of "Discover groups", where a grant in an administrative unit does not help.</param>
/// <param name="Now">UTC; not before the snapshot.</param>
internal sealed record Case(
    AccessMap Map,
    ObjectRef Person,
    ImmutableArray<ObjectRef> Roles,
    bool ForDiscoverGroups,
    DateTimeOffset Now
)
{
    public Guid PersonId => Guid.Parse(Person.Id);

    public ObjectRef Role => Roles[0];

    public TenantSnapshot Snapshot => Map.Snapshot;

    public User? User => Map.Directory.User(PersonId);

    /// <summary>A path of this person to one of the roles.</summary>
    public bool IsAsked(AccessPath path) =>
        string.Equals(path.Principal.Id, Person.Id, StringComparison.Ordinal) && Counts(path.Role.Id, path.Scope);

    /// <summary>Such a path that has not ended since the snapshot.</summary>
    public bool IsOpen(AccessPath path) => IsAsked(path) && (path.EndsAt is not { } end || end > Now);

    /// <summary>The place of the path's role among those asked about.</summary>
    public int RankOf(AccessPath path) => Roles.IndexOf(path.Role);

    public bool Counts(string roleId, string scope) =>
        Roles.Any(role => string.Equals(role.Id, roleId, StringComparison.Ordinal))
        && (!ForDiscoverGroups || string.Equals(scope, "/", StringComparison.Ordinal));
}
