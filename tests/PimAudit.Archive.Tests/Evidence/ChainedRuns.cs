using System.Globalization;
using System.IO.Compression;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Rules;
using PimAudit.TestKit;

namespace PimAudit.Archive.Tests.Evidence;

/// <summary>Runs of a tenant in the default layout, each a day after the one before.</summary>
internal sealed class ChainedRuns : IDisposable
{
    private static readonly AuditResult Judged = Audit.Judge(
        Snapshots.Rich,
        AuditConfiguration.Empty,
        [.. Catalogue.All.Take(3)]
    );

    private readonly Scratch scratch = new();

    public static Guid Tenant => Judged.Tenant.Id;

    public string Output => scratch.Folder;

    public string Folder => scratch[Tenant.ToString("D")];

    public static async Task<ChainedRuns> OfAsync(int runs, ManifestSigner? signer = null)
    {
        var made = new ChainedRuns();
        foreach (var day in Enumerable.Range(0, runs))
            await made.AddAsync(day, signer);
        return made;
    }

    /// <summary>When the run of a day ended, UTC.</summary>
    public static DateTimeOffset EndOf(int day) => A.TakenAt.AddDays(day).AddMinutes(2);

    public static string RunId(int day) =>
        (0xabcdef0000000000UL + (ulong)day).ToString("x16", CultureInfo.InvariantCulture);

    public string FolderOf(int day) => Path.Combine(Folder, RunChain.NameOf(A.TakenAt.AddDays(day)));

    public string PathOf(int day, string name) => Path.Combine(FolderOf(day), name);

    /// <param name="at">Null for the default layout.</param>
    public async Task AddAsync(int day, ManifestSigner? signer = null, string? at = null, bool force = false)
    {
        var snapshot = Snapshots.Rich with { TakenAt = A.TakenAt.AddDays(day) };
        var hash = await SnapshotFile.HashAsync(snapshot, CancellationToken.None);
        var result = Judged with
        {
            Run = Judged.Run with { Id = RunId(day) },
            Snapshot = Judged.Snapshot with { Hash = hash, TakenAt = snapshot.TakenAt },
        };
        var path = at ?? FolderOf(day);
        using var folder = RunFolder.Open(path, result.Run.Id, ["result.json", "snapshot.pimsnap"], force, Tenant);
        await folder.StageAsync(
            "snapshot.pimsnap",
            (stream, token) => SnapshotFile.WriteAsync(snapshot, stream, token),
            CancellationToken.None
        );
        await folder.StageAsync(
            "result.json",
            (stream, token) => ResultFile.WriteAsync(result, stream, token),
            CancellationToken.None
        );
        await folder.StageAsync("findings.csv", [.. "rule,subject\n"u8, (byte)('0' + day)], CancellationToken.None);
        var chain = at is null ? RunChain.In(Folder, Tenant) : null;
        await folder.CommitAsync(
            new(
                RunManifest.CurrentSchemaVersion,
                result.Run.Id,
                result.Run.ToolVersion,
                Tenant,
                hash,
                result.Profiles[0].Hash,
                result.Run.ConfigurationHash,
                chain?.NewestBeside(path),
                EndOf(day).AddMinutes(-1),
                EndOf(day),
                []
            ),
            CancellationToken.None,
            signer,
            chain
        );
    }

    public RunManifest ManifestOf(int day) => ManifestFile.Read(File.ReadAllBytes(PathOf(day, "manifest.json")));

    public string HashOf(int day) => ManifestFile.HashOf(File.ReadAllBytes(PathOf(day, "manifest.json")));

    /// <param name="path">Null for the folder of the tenant.</param>
    public async Task<Verification> VerifyAsync(string? path = null, TrustedCertificates? trusted = null)
    {
        using var found = FoundEvidence.In([path ?? Folder]);
        var verified = await new Verifier(trusted).VerifyAsync(found.Places, found.IsSingle, CancellationToken.None);
        return verified with { Runs = [.. found.Damaged, .. verified.Runs] };
    }

    /// <summary>What does not hold: the name of the run's folder, the fault, the file.</summary>
    /// <inheritdoc cref="VerifyAsync"/>
    public async Task<IEnumerable<string>> ProblemsAsync(string? path = null, TrustedCertificates? trusted = null) =>
        from run in (await VerifyAsync(path, trusted)).Runs
        from problem in run.Problems
        select $"{DayOf(run.Place)}: {problem.Fault} {problem.File}";

    /// <summary>All of it in an archive.</summary>
    public string Zip()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Path.GetFileName(Output)}.zip");
        File.Delete(path);
        ZipFile.CreateFromDirectory(Output, path);
        return path;
    }

    public void Dispose()
    {
        scratch.Dispose();
        File.Delete(Path.Combine(Path.GetTempPath(), $"{Path.GetFileName(Output)}.zip"));
    }

    private static string DayOf(string place) =>
        DateTime.TryParseExact(
            Path.GetFileName(place),
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? Math.Round((time - A.TakenAt.UtcDateTime).TotalDays).ToString(CultureInfo.InvariantCulture)
            : Path.GetFileName(place);
}
