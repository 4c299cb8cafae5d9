using System.Collections.Immutable;
using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>The earlier runs that a run is compared with.</summary>
internal static class EarlierChoice
{
    private const string Cost = "Nothing was compared and nothing was written.";

    /// <summary>Reads them before anything is read from a tenant.</summary>
    /// <exception cref="Failure">Two of them are of different tenants, or one is not of the configured tenant.</exception>
    /// <exception cref="ArchiveException">One cannot be read.</exception>
    public static async Task<Run> LoadAsync(Run run, CancellationToken cancellation)
    {
        var earlier = new List<EarlierResult>();
        foreach (var path in run.Previous)
            earlier.Add(await ReadAsync(Path.GetFullPath(path, run.Surroundings.Folder), cancellation));

        var ordered = EarlierRuns.Ordered(earlier);
        if ((run.Settings.Tenant ?? run.Baseline?.TenantId ?? ordered.FirstOrDefault()?.Result.Tenant.Id) is { } tenant)
            RefuseOther(ordered, tenant);
        if (ordered is [.., var newest])
            NoteProfile(run, newest.Result);
        return run with { Earlier = ordered };
    }

    /// <param name="path">A result.json, or the folder of a run; absolute.</param>
    /// <exception cref="ArchiveException">There is none, or the file is none.</exception>
    public static async Task<EarlierResult> ReadAsync(string path, CancellationToken cancellation)
    {
        var read = await ResultFile.ReadArchivedAsync(ResultSource.ResultIn(path), cancellation);
        return new(read.Result, read.Hash);
    }

    /// <exception cref="Failure">One is of another tenant, or later than the run that it is to come before.</exception>
    public static void Refuse(ImmutableArray<EarlierResult> earlier, Guid tenant, DateTimeOffset takenAt)
    {
        RefuseOther(earlier, tenant);
        if (earlier.FirstOrDefault(one => one.Result.Snapshot.TakenAt > takenAt)?.Result is { } later)
            throw new Failure(
                ExitCode.Usage,
                "A run that was given as an earlier one is later.",
                $"Run {Printable.Of(later.Run.Id)} is of {Say.Moment(later.Snapshot.TakenAt)}, this snapshot of {Say.Moment(takenAt)}.",
                Cost,
                "Give the runs from before, oldest first or in any order."
            );
    }

    /// <exception cref="Failure">One is of another tenant.</exception>
    public static void RefuseOther(ImmutableArray<EarlierResult> earlier, Guid tenant)
    {
        if (earlier.FirstOrDefault(one => one.Result.Tenant.Id != tenant)?.Result is { } other)
            throw new Failure(
                ExitCode.Usage,
                "An earlier run is of another tenant.",
                $"Run {Printable.Of(other.Run.Id)} is of {other.Tenant.Id:D}; this is {tenant:D}.",
                Cost,
                "Give runs of this tenant."
            );
    }

    private static void NoteProfile(Run run, AuditResult newest)
    {
        var (before, now) = (newest.Profiles[0], run.Plan.Profile);
        if (!string.Equals(before.Hash, now.Hash, StringComparison.Ordinal))
            run.Surroundings.Error.WriteLine(
                $"Note: the earlier run was judged by the profile {Printable.Of(before.Name)}"
                    + (
                        string.Equals(before.Name, now.Name, StringComparison.Ordinal)
                            ? " with other content"
                            : $", this one by {Printable.Of(now.Name)}"
                    )
                    + ": findings that only one of them reports are new or resolved for that reason alone."
            );
    }
}
