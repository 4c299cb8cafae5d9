using PimAudit.Archive;

namespace PimAudit.Cli;

/// <summary>What a run is given beside the tenant: certificate, baseline, earlier runs and reviews.</summary>
internal static class RunInputs
{
    /// <summary>Loads and refuses all of it before anything is read from a tenant.</summary>
    /// <exception cref="Failure">One cannot be used: it is of another tenant, was edited by hand, or does not sign.</exception>
    /// <exception cref="ArchiveException">A file is not there, or is none of its kind.</exception>
    public static async Task<Run> LoadAsync(Run run, CancellationToken cancellation)
    {
        run = SigningChoice.Load(run);
        run = await BaselineChoice.LoadAsync(run, cancellation);
        run = await EarlierChoice.LoadAsync(run, cancellation);
        return await ReviewChoice.LoadAsync(run, cancellation);
    }

    /// <summary>Of another tenant than the one that answers.</summary>
    /// <exception cref="Failure">Names the first that is.</exception>
    public static void RefuseOther(Run run, Guid tenant)
    {
        BaselineChoice.RefuseOther(run.Baseline, run.Settings.Baseline, tenant);
        EarlierChoice.RefuseOther(run.Earlier, tenant);
        ReviewChoice.RefuseOther(run.Reviews, tenant);
    }
}
