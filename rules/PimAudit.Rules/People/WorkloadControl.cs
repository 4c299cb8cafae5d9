using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>One way by which somebody can act as a workload.</summary>
/// <param name="Text">In words, such as <c>client secret on the application, valid until 2027-01-31</c>.</param>
/// <param name="Owner">Null for a secret.</param>
/// <param name="Command">Graph PowerShell that ends it; null where no command can be built.</param>
internal sealed record WorkloadWay(string Text, ObjectRef? Owner, Evidence Evidence, string? Command);

/// <summary>All such ways of one workload.</summary>
/// <param name="Gap">Why there may be more; null when all are known.</param>
internal sealed record WorkloadWays(ImmutableArray<WorkloadWay> Known, Gap? Gap);

/// <summary>Who controls workloads: their secrets, those of the applications behind them, and the owners of both.</summary>
internal sealed class WorkloadControl(RuleContext context)
{
    private const string ManagedIdentity = "ManagedIdentity";

    private readonly ILookup<Guid, Application> applications = context
        .Snapshot.Applications.DistinctBy(one => one.Id)
        .ToLookup(one => one.AppId);

    private readonly ILookup<Guid, WorkloadOwner> owners = context
        .Snapshot.ServicePrincipalOwners.Concat(context.Snapshot.ApplicationOwners)
        .Distinct()
        .ToLookup(row => row.ObjectId);

    private readonly EqualRoles equals = new(context);

    /// <param name="paths">By which the workload reaches privileged roles.</param>
    public WorkloadWays Of(ServicePrincipal workload, ImmutableArray<AccessPath> paths)
    {
        ImmutableArray<Application> own = IsRegisteredHere(workload)
            ?
            [
                .. applications[workload.AppId ?? Guid.Empty]
                    .OrderBy(one => one.Id.ToString("D"), StringComparer.Ordinal),
            ]
            : [];
        var secrets = Secrets(workload, own);
        var people = IsManaged(workload) ? [] : Owners(workload, own, paths);
        var answers = secrets.Concat(people).ToList();
        return new(
            [.. answers.Select(answer => answer.Way).OfType<WorkloadWay>()],
            answers.Select(answer => answer.Gap).FirstOrDefault(gap => gap is not null)
        );
    }

    private IEnumerable<(WorkloadWay? Way, Gap? Gap)> Secrets(
        ServicePrincipal workload,
        ImmutableArray<Application> own
    )
    {
        var unread = IsRegisteredHere(workload)
            ? context.Snapshot.Collection.GapOf(SnapshotParts.Applications, workload.Id)
                ?? (workload.AppId is null ? Nameless(workload) : null)
            : null;
        return WorkloadSecrets
            .OnServicePrincipal(workload, context.TakenAt)
            .Concat(own.SelectMany(one => WorkloadSecrets.OnApplication(one, context.TakenAt)))
            .Append((null, unread));
    }

    private static Gap Nameless(ServicePrincipal workload) =>
        new(
            SnapshotParts.Applications,
            MissingReason.Malformed,
            $"The client id of {workload.Reference.Label} was not told, so nobody knows its application."
        );

    private IEnumerable<(WorkloadWay? Way, Gap? Gap)> Owners(
        ServicePrincipal workload,
        ImmutableArray<Application> own,
        ImmutableArray<AccessPath> paths
    ) =>
        OwnersOf(SnapshotParts.ServicePrincipalOwners, workload.Id, workload.Id, paths)
            .Concat(own.SelectMany(one => OwnersOf(SnapshotParts.ApplicationOwners, one.Id, workload.Id, paths)));

    private IEnumerable<(WorkloadWay? Way, Gap? Gap)> OwnersOf(
        SnapshotParts part,
        Guid objectId,
        Guid workloadId,
        ImmutableArray<AccessPath> paths
    ) =>
        owners[objectId]
            .Where(row => row.OwnerId != workloadId)
            .OrderBy(row => row.OwnerId.ToString("D"), StringComparer.Ordinal)
            .Select(row => Judge(part, row, paths))
            .Append((null, context.Snapshot.Collection.GapOf(part, objectId)));

    private (WorkloadWay? Way, Gap? Gap) Judge(SnapshotParts part, WorkloadOwner row, ImmutableArray<AccessPath> paths)
    {
        var (isEqual, gap) = equals.Of(row.OwnerId, paths);
        if (isEqual is not false)
            return (null, gap);

        var owner = context.Reference(row.OwnerId);
        var isApplication = part is SnapshotParts.ApplicationOwners;
        return (
            new(
                $"{owner.Label} owns the {(isApplication ? "application" : "service principal")} and holds no equal role",
                owner,
                new(part, $"{row.ObjectId:D}/{row.OwnerId:D}"),
                isApplication
                    ? $"Remove-MgApplicationOwnerDirectoryObjectByRef -ApplicationId '{row.ObjectId:D}' -DirectoryObjectId '{row.OwnerId:D}'"
                    : $"Remove-MgServicePrincipalOwnerDirectoryObjectByRef -ServicePrincipalId '{row.ObjectId:D}' -DirectoryObjectId '{row.OwnerId:D}'"
            ),
            null
        );
    }

    /// <summary>A managed identity has no application, and nobody can give it a secret.</summary>
    private static bool IsManaged(ServicePrincipal workload) =>
        string.Equals(workload.Type, ManagedIdentity, StringComparison.OrdinalIgnoreCase);

    /// <summary>Elsewhere the application is another tenant's, and not to be read here.</summary>
    private bool IsRegisteredHere(ServicePrincipal workload) =>
        !IsManaged(workload) && (workload.OwnerOrganizationId is not { } home || home == context.Snapshot.Tenant.Id);
}
