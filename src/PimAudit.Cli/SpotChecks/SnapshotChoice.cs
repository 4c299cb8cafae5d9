using PimAudit.Archive;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>The snapshot that a spot check answers from.</summary>
internal static class SnapshotChoice
{
    private const string Pattern = "*.pimsnap";
    private const string NothingAnswered = "Nothing was answered.";

    /// <param name="from">As the user named it; null for the newest complete one under the output folder.</param>
    /// <exception cref="Failure">There is none, or several tenants' lie there.</exception>
    public static async Task<TenantSnapshot> ReadAsync(Run run, string? from, CancellationToken cancellation)
    {
        if (run.Demo)
            return from is null
                ? (await Collection.RunAsync(run, run.WorkFolder, cancellation)).Snapshot
                : throw new Failure(
                    ExitCode.Usage,
                    "--demo and --from exclude each other.",
                    $"--demo and --from {from}",
                    NothingAnswered,
                    "Give one of them."
                );

        var snapshot = from is null
            ? await NewestAsync(run, cancellation)
            : (
                await SnapshotFile.ReadAsync(Named(Path.GetFullPath(from, run.Surroundings.Folder)), cancellation)
            ).Snapshot;
        RefuseOther(run, snapshot);
        return snapshot;
    }

    /// <summary>What a tenant has no licence for, no other snapshot of it holds either; the answer says what that costs.</summary>
    public static bool IsComplete(TenantSnapshot snapshot) =>
        snapshot.Collection.Parts.All(part =>
            part.Status is PartStatus.Complete or PartStatus.NotAsked or PartStatus.Unlicensed
        );

    /// <summary>A file, a folder with the files of a snapshot, or a folder with one snapshot file.</summary>
    private static string Named(string path)
    {
        if (!Directory.Exists(path))
            return path;

        var files = Directory.EnumerateFiles(path, Pattern).Order(StringComparer.Ordinal).ToList();
        return files.Count switch
        {
            0 => path,
            1 => files[0],
            _ => throw new Failure(
                ExitCode.Usage,
                $"The folder {path} holds several snapshots.",
                string.Join(", ", files.Select(Path.GetFileName)),
                NothingAnswered,
                "Name one of the files with --from."
            ),
        };
    }

    /// <summary>Runs lie in <c>tenant/time</c>, so the names tell which is newest and no more is read than needed.</summary>
    private static async Task<TenantSnapshot> NewestAsync(Run run, CancellationToken cancellation)
    {
        var root = Path.GetFullPath(run.Settings.OutputFolder, run.Surroundings.Folder);
        string? incomplete = null;
        foreach (var file in NewestFirst(TenantFolder(root, run.Settings.Tenant)))
        {
            if (await TryReadAsync(run, file, cancellation) is not { } snapshot)
                continue;
            if (IsComplete(snapshot))
            {
                if (incomplete is not null)
                    Note(run, $"{incomplete} is newer but not complete; '--from' uses it.");
                return snapshot;
            }

            incomplete ??= file;
        }

        throw None(root, incomplete);
    }

    private static string? TenantFolder(string root, Guid? tenant)
    {
        if (tenant is { } id)
            return Path.Combine(root, id.ToString("D"));

        var folders = Directory.Exists(root)
            ? Directory
                .EnumerateDirectories(root)
                .Where(folder => Guid.TryParse(Path.GetFileName(folder), out _) && NewestFirst(folder).Any())
                .Order(StringComparer.Ordinal)
                .ToList()
            : [];
        return folders.Count <= 1
            ? folders.FirstOrDefault()
            : throw new Failure(
                ExitCode.Usage,
                $"{root} holds snapshots of several tenants.",
                string.Join(", ", folders.Select(Path.GetFileName)),
                NothingAnswered,
                "Name the tenant in pimaudit.yaml, or a snapshot with --from."
            );
    }

    private static IEnumerable<string> NewestFirst(string? folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateDirectories(folder)
                .OrderByDescending(run => Path.GetFileName(run), StringComparer.Ordinal)
                .SelectMany(run => Directory.EnumerateFiles(run, Pattern).Order(StringComparer.Ordinal))
            : [];

    private static async Task<TenantSnapshot?> TryReadAsync(Run run, string file, CancellationToken cancellation)
    {
        try
        {
            return (await SnapshotFile.ReadAsync(file, cancellation)).Snapshot;
        }
        catch (ArchiveException)
        {
            Note(run, $"{file} cannot be read and is passed over.");
            return null;
        }
    }

    private static void Note(Run run, string text) => run.Surroundings.Error.WriteLine($"Note: {Printable.Of(text)}");

    private static Failure None(string root, string? incomplete) =>
        new(
            ExitCode.Usage,
            "There is no complete snapshot to answer from.",
            incomplete is null ? $"No snapshot lies under {root}." : $"The newest, {incomplete}, is not complete.",
            NothingAnswered,
            incomplete is null
                ? "Run 'pimaudit scan' or 'pimaudit snapshot' first, name a snapshot with --from, or try --demo."
                : $"Give '--from {incomplete}' to answer from it all the same, or run 'pimaudit scan' again."
        );

    private static void RefuseOther(Run run, TenantSnapshot snapshot)
    {
        if (run.Settings.Tenant is { } tenant && tenant != snapshot.Tenant.Id)
            throw new Failure(
                ExitCode.Usage,
                "The snapshot is of another tenant.",
                $"The configuration names {tenant:D}; the snapshot is of {snapshot.Tenant.Id:D}.",
                NothingAnswered,
                "Give that tenant's configuration with --config."
            );
    }
}
