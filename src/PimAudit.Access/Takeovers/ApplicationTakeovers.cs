using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Access.Takeovers;

/// <summary>Takeovers through applications: whoever can add a credential signs in as the application.</summary>
internal sealed class ApplicationTakeovers(AccessMap map, PowerBook powers)
{
    private const string ManagedIdentity = "ManagedIdentity";

    private const string Roles = "Microsoft Learn, Microsoft Entra built-in roles, Application Administrator";

    private const string Owners = "Microsoft Learn, Overview of enterprise application ownership";

    private static readonly ImmutableArray<Guid> Administrators =
    [
        WellKnownRoles.ApplicationAdministrator,
        WellKnownRoles.CloudApplicationAdministrator,
    ];

    public IEnumerable<Takeover> Of(ObjectRef role, ImmutableArray<AccessPath> paths)
    {
        var workloads = WorkloadsOn(paths);
        return workloads.IsEmpty ? [] : ByPower(role, workloads).Concat(ByOwnership(role, workloads));
    }

    /// <summary>Why an owner may be missing; empty where no application holds the role.</summary>
    public IEnumerable<Gap> Unread(ImmutableArray<AccessPath> paths) =>
        from workload in WorkloadsOn(paths)
        from gap in new[]
        {
            map.Snapshot.Collection.GapOf(SnapshotParts.ServicePrincipalOwners, workload.Id),
            ApplicationsOf(workload).IsEmpty
                ? map.Snapshot.Collection.GapOf(SnapshotParts.Applications, workload.Id)
                : null,
            ApplicationsOf(workload)
                .Select(one => map.Snapshot.Collection.GapOf(SnapshotParts.ApplicationOwners, one.Id))
                .FirstOrDefault(one => one is not null),
        }.OfType<Gap>()
        select gap;

    /// <summary>A managed identity has no credential that somebody could add.</summary>
    private ImmutableArray<ServicePrincipal> WorkloadsOn(ImmutableArray<AccessPath> paths) =>
        [
            .. paths
                .Select(path => map.Directory.ServicePrincipal(Guid.Parse(path.Principal.Id)))
                .OfType<ServicePrincipal>()
                .Where(one => !string.Equals(one.Type, ManagedIdentity, StringComparison.OrdinalIgnoreCase))
                .Where(one => one.IsEnabled is not false)
                .DistinctBy(one => one.Id)
                .OrderBy(one => one.Id.ToString("D"), StringComparer.Ordinal),
        ];

    private IEnumerable<Takeover> ByPower(ObjectRef role, ImmutableArray<ServicePrincipal> workloads) =>
        from power in Administrators
        from workload in workloads
        from holder in powers.HoldersOf(power, [.. ScopesOf(workload)])
        where !string.Equals(holder[0].Principal.Id, workload.Id.ToString("D"), StringComparison.Ordinal)
        group (workload, holder) by holder[0].Principal into taken
        select new Takeover(
            taken.Key,
            role,
            TakeoverMeans.ApplicationCredential,
            [.. taken.SelectMany(one => one.holder)],
            [.. taken.Select(one => one.workload.Reference)],
            Confidence.Documented,
            Roles,
            []
        );

    private IEnumerable<string> ScopesOf(ServicePrincipal workload) =>
        ApplicationsOf(workload).Select(one => one.Id).Prepend(workload.Id).Select(id => $"/{id:D}");

    private IEnumerable<Takeover> ByOwnership(ObjectRef role, ImmutableArray<ServicePrincipal> workloads) =>
        from workload in workloads
        from owned in OwnersOf(workload)
        where owned.Owner.OwnerId != workload.Id
        group (workload, owned) by owned.Owner.OwnerId into taken
        select new Takeover(
            map.Directory.Reference(taken.Key),
            role,
            TakeoverMeans.ApplicationOwnership,
            Powers: [],
            [.. taken.Select(one => one.workload.Reference).Distinct()],
            Confidence.Documented,
            Owners,
            [.. taken.Select(one => new Evidence(one.owned.Part, Row(one.owned.Owner)))]
        );

    private IEnumerable<(SnapshotParts Part, WorkloadOwner Owner)> OwnersOf(ServicePrincipal workload)
    {
        var applications = ApplicationsOf(workload).Select(one => one.Id).ToHashSet();
        return map
            .Snapshot.ServicePrincipalOwners.Where(row => row.ObjectId == workload.Id)
            .Select(row => (SnapshotParts.ServicePrincipalOwners, row))
            .Concat(
                map.Snapshot.ApplicationOwners.Where(row => applications.Contains(row.ObjectId))
                    .Select(row => (SnapshotParts.ApplicationOwners, row))
            )
            .OrderBy(pair => Row(pair.row), StringComparer.Ordinal);
    }

    private ImmutableArray<Application> ApplicationsOf(ServicePrincipal workload) =>
        [.. map.Snapshot.Applications.Where(one => one.AppId == workload.AppId)];

    private static string Row(WorkloadOwner row) => $"{row.ObjectId:D}/{row.OwnerId:D}";
}
