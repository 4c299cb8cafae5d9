using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>A result that a verb works on: one that was written, or a snapshot that is judged for it.</summary>
internal static class ResultSource
{
    private const string ResultName = "result.json";

    public static string ResultIn(string path) => Directory.Exists(path) ? Path.Combine(path, ResultName) : path;

    /// <returns>The snapshot of a run; the path itself where it is no such folder.</returns>
    public static string SnapshotIn(string path) =>
        Path.Combine(path, Publication.SnapshotName) is var inside && File.Exists(inside) ? inside : path;

    /// <param name="path">A result.json, a snapshot, or the folder of a run; absolute.</param>
    /// <exception cref="ArchiveException">There is neither.</exception>
    public static async Task<AuditResult> ReadAsync(string path, AuditPlan plan, CancellationToken cancellation)
    {
        var named = ResultIn(path);
        if (File.Exists(named) && string.Equals(Path.GetExtension(named), ".json", StringComparison.OrdinalIgnoreCase))
            return await ResultFile.ReadAsync(named, cancellation);
        if (!Directory.Exists(path) && !File.Exists(path))
            return await ResultFile.ReadAsync(path, cancellation);

        var archived = await SnapshotFile.ReadAsync(SnapshotIn(path), cancellation);
        return Evaluator.Evaluate(archived.Snapshot, archived.Hash, plan, new(Product.Version));
    }

    /// <exception cref="Failure">The configuration is of another tenant.</exception>
    public static void RefuseOther(AuditResult result, Guid? tenant, string path)
    {
        if (tenant is { } configured && configured != result.Tenant.Id)
            throw new Failure(
                ExitCode.Usage,
                "The result is of another tenant.",
                $"The configuration names {configured:D}; {path} holds {result.Tenant.Id:D}.",
                "Nothing was compared and nothing was written.",
                "Give that tenant's configuration with --config."
            );
    }
}
