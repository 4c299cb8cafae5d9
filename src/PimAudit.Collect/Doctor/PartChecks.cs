using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Says of each part how well it can be read: what was tried decides, then the token.</summary>
internal sealed class PartChecks(CollectionRun run, Probes probes)
{
    /// <summary>Where "not found" is an answer about the object, not about the right to ask.</summary>
    private const SnapshotParts AskedForTheAbsent = SnapshotParts.DeletedItems | SnapshotParts.EmergencyAccounts;

    private readonly Dictionary<SnapshotParts, PartCheck> known = [];

    public ImmutableArray<PartCheck> All => [.. PartCatalogue.All.Select(Of)];

    private PartCheck Of(PartNeeds needs)
    {
        if (!known.TryGetValue(needs.Part, out var check))
            known[needs.Part] = check = Judge(needs);
        return check;
    }

    private PartCheck Judge(PartNeeds needs)
    {
        if (!run.Wants(needs.Part))
            return new(needs, PartHealth.Off, $"Switched off by '{needs.Switch}' under 'collect:'.");
        if (probes.Of(needs.Part) is { Count: > 0 } reads)
            return Judge(needs, [.. reads.Select(read => FailureOf(needs.Part, read))]);
        if (needs.Part is SnapshotParts.NamedGroups && string.IsNullOrEmpty(run.Options.GroupNamePrefix))
            return new(
                needs,
                PartHealth.Unnamed,
                "The configuration does not say how the names of role-assignable groups begin."
            );

        var unread = PartCatalogue
            .All.Where(other => needs.NamedBy.HasFlag(other.Part))
            .FirstOrDefault(other => Of(other).IsMissing);
        return unread is null
            ? ByToken(needs)
            : new(needs, PartHealth.Unnamed, $"Nothing could be asked, because {unread.Request} cannot be read.");
    }

    private static PartCheck Judge(PartNeeds needs, ImmutableArray<ReadFailure?> failures)
    {
        if (failures.FirstOrDefault(failure => failure is not null) is not { } first)
            return new(needs, PartHealth.Readable, Detail: null);
        if (failures.Any(failure => failure is null))
            return new(needs, PartHealth.Partial, first.Detail);

        return new(
            needs,
            first.Status switch
            {
                PartStatus.Refused => PartHealth.Refused,
                PartStatus.Unlicensed => PartHealth.Unlicensed,
                _ => PartHealth.Failed,
            },
            first.Detail
        );
    }

    private static ReadFailure? FailureOf(SnapshotParts part, GraphRead read) =>
        read.Failure is { IsNotFound: true } && AskedForTheAbsent.HasFlag(part) ? null : read.Failure;

    private PartCheck ByToken(PartNeeds needs) =>
        run.Claims.IsDelegated is null
            ? new(
                needs,
                PartHealth.Unknown,
                "The tenant has nothing to try it on, and the token does not list its permissions."
            )
        : needs.IsPermittedBy(run.Claims.Permissions)
            ? new(needs, PartHealth.Permitted, "Not tried: the tenant has nothing to try it on.")
        : new(needs, PartHealth.Refused, $"Not tried: the token does not list {needs.Permission}.");
}
