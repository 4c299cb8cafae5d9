using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Reads over Graph again what a question touches, before it is answered from a snapshot.</summary>
internal static class Refresh
{
    private const string Option = "--fresh";

    /// <summary>Nothing is read in vain: not even the snapshot.</summary>
    /// <exception cref="Failure">The sample tenant has nothing fresher.</exception>
    public static void RefuseDemo(Run run)
    {
        if (run.Demo)
            throw new Failure(
                ExitCode.Usage,
                $"--demo and {Option} exclude each other.",
                "The sample tenant is read anew for every answer and never changes, so nothing of it could be fresher.",
                "Nothing was answered.",
                "Give one of them."
            );
    }

    /// <summary>The snapshot's file stays as it was.</summary>
    /// <exception cref="Failure">Nobody said how to sign in, or the endpoint cannot be used.</exception>
    public static async Task<Refreshed> RunAsync(
        Run run,
        TenantSnapshot old,
        Touched touched,
        CancellationToken cancellation
    )
    {
        var settings = run.Settings with { Tenant = old.Tenant.Id };
        using var progress = new Progress(run.Surroundings, run.Quiet);
        await using var tenant = await OpenTenant.OpenAsync(settings, demo: false, run.Surroundings, cancellation);
        return await tenant.RefreshAsync(run, old, touched, progress, cancellation);
    }

    /// <summary>Such as <c>fresh: 1 role, 4 groups, 12 people read at 2026-10-04 05:50 UTC</c>.</summary>
    public static string Words(Freshness fresh)
    {
        var read = new[]
        {
            fresh.Roles is { } roles ? Counted(roles, "role") : "all roles",
            Counted(fresh.Groups, "group"),
            Counted(fresh.People, "person", "people"),
            Counted(fresh.Applications, "application"),
        };
        return $"fresh: {string.Join(", ", read.OfType<string>())} read at {Say.Moment(fresh.ReadAt)}";
    }

    private static string? Counted(int count, string one, string? many = null) =>
        count == 0 ? null : Say.Count(count, one, many);
}
