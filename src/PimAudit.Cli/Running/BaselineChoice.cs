using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>The baseline that a run is compared with.</summary>
internal static class BaselineChoice
{
    /// <summary>Where a baseline lies unless somebody says otherwise.</summary>
    public const string DefaultName = "baseline.json";

    /// <summary>Refuses what cannot be used before anything is read from a tenant.</summary>
    /// <exception cref="Failure">It is of another tenant, or was edited by hand.</exception>
    /// <exception cref="ArchiveException">There is none, or the file is none.</exception>
    public static async Task<Run> LoadAsync(Run run, CancellationToken cancellation)
    {
        if (run.Settings.Baseline is not { } named)
            return run;

        var baseline = await ReadAsync(Path.GetFullPath(named, run.Surroundings.Folder), cancellation);
        if (run.Settings.Tenant is { } tenant)
            RefuseOther(baseline, named, tenant);
        if (ProfileNote(baseline, run.Plan.Profile.Name) is { } note)
            run.Surroundings.Error.WriteLine($"Note: {Printable.Of(note)}");
        return run with { Baseline = baseline };
    }

    /// <exception cref="Failure">It was edited by hand.</exception>
    /// <exception cref="ArchiveException">There is none, or the file is none.</exception>
    public static async Task<Baseline> ReadAsync(string path, CancellationToken cancellation)
    {
        var baseline = await BaselineFile.ReadAsync(path, cancellation);
        return Baselines.Problem(baseline) is { } problem
            ? throw new Failure(
                ExitCode.Usage,
                $"The baseline {path} was changed by hand.",
                problem,
                "Nothing was compared and nothing was written.",
                "Take the file as 'pimaudit baseline' wrote it, or make it anew with 'pimaudit baseline create --force'."
            )
            : baseline;
    }

    /// <exception cref="Failure">It is of another tenant.</exception>
    public static void RefuseOther(Baseline? baseline, string? path, Guid tenant)
    {
        if (baseline is null || baseline.TenantId == tenant)
            return;

        throw new Failure(
            ExitCode.Usage,
            "The baseline is of another tenant.",
            $"{path} holds findings of {baseline.TenantId:D}; this is {tenant:D}.",
            "Nothing was compared and nothing was written.",
            "Name this tenant's baseline with --baseline, or make one with 'pimaudit baseline create'."
        );
    }

    /// <returns>Null where the profiles are the same.</returns>
    public static string? ProfileNote(Baseline baseline, string profile) =>
        string.Equals(baseline.Profile, profile, StringComparison.Ordinal)
            ? null
            : $"the baseline was made under the profile {baseline.Profile}, and this run judges by {profile}: what only one of them "
                + "reports is new or resolved for that reason alone.";
}
