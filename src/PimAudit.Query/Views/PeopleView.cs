using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary><c>people</c></summary>
internal static class PeopleView
{
    public static View Make() =>
        new View<Person>(
            "people",
            "One user or service principal that holds, may activate or approves something, or is configured as emergency account.",
            Lists.OfRoles | Lists.OfGroups,
            Rows,
            person => person.Reference,
            PersonFields.All,
            Lists.PossibleGroups
        );

    private static IEnumerable<Person> Rows(AccessMap map)
    {
        var emergency = Emergency(map.Snapshot);
        var signIns = map.Snapshot.SignInActivities.DistinctBy(row => row.UserId).ToDictionary(row => row.UserId);
        var registered = map.Snapshot.RegistrationDetails.DistinctBy(row => row.UserId).ToDictionary(row => row.UserId);
        return Lists
            .Principals(map)
            .Where(id => map.Directory.Reference(id).Kind is not (ObjectKind.Group or ObjectKind.Other))
            .Select(id => new Person(
                map.Directory.Reference(id),
                map.Directory.User(id),
                map.Directory.ServicePrincipal(id),
                map.Directory.Deleted(id),
                State(map, id),
                emergency(id),
                signIns.GetValueOrDefault(id),
                registered.GetValueOrDefault(id)
            ));
    }

    /// <summary>An entry whose look-up failed may be anybody.</summary>
    private static Func<Guid, bool?> Emergency(TenantSnapshot snapshot)
    {
        var accounts = snapshot.EmergencyAccounts.Select(entry => entry.ObjectId).OfType<Guid>().ToHashSet();
        var record = snapshot.Collection[SnapshotParts.EmergencyAccounts];
        var isWhole = !record.IsMissing && record.Gaps.IsEmpty;
        return id =>
            accounts.Contains(id) ? true
            : isWhole ? false
            : null;
    }

    private static string State(AccessMap map, Guid id) =>
        map.Directory.User(id) is not null || map.Directory.ServicePrincipal(id) is not null ? "present"
        : map.Directory.Deleted(id) is not null ? "deleted"
        : map.Directory.IsUnresolved(id) ? "not_found"
        : "not_read";
}
