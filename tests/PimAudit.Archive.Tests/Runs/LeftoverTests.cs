using NUnit.Framework;
using PimAudit.Archive.Tests.Evidence;

namespace PimAudit.Archive.Tests.Runs;

/// <summary>What a process that was killed left in the folder of a run.</summary>
public sealed class LeftoverTests
{
    private static readonly string[] Whole = ["findings.csv", "manifest.json", "result.json", "snapshot.pimsnap"];

    /// <summary>Killed after the files, before the manifest.</summary>
    [Test]
    public async Task A_run_that_was_never_finished_is_written_again()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        Unfinish(runs);
        await runs.AddAsync(0);

        Assert.That(Names(runs), Is.EqualTo(Whole));
        Assert.That(await runs.ProblemsAsync(), Is.Empty);
    }

    [Test]
    public async Task Another_run_may_take_its_place_without_force()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        Unfinish(runs);
        await runs.AddAsync(1, at: runs.FolderOf(0));

        Assert.That((Names(runs), runs.ManifestOf(0).RunId), Is.EqualTo((Whole, ChainedRuns.RunId(1))));
    }

    [Test]
    public async Task A_file_that_somebody_changed_meanwhile_is_in_the_way()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        Unfinish(runs);
        await File.WriteAllTextAsync(runs.PathOf(0, "result.json"), "mine");

        Assert.That(async () => await runs.AddAsync(0), Throws.InstanceOf<ArchiveException>());
    }

    /// <summary>Killed while files were staged.</summary>
    [Test]
    public async Task Temporary_files_of_a_dead_process_are_swept_and_others_are_not()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        var digits = new string('a', 32);
        await File.WriteAllTextAsync(runs.PathOf(0, $".result.json.{digits}.tmp"), "half");
        await File.WriteAllTextAsync(runs.PathOf(0, $".manifest.json.{digits}.tmp"), "{ half");
        await File.WriteAllTextAsync(runs.PathOf(0, ".result.json.mine.tmp"), "mine");
        await runs.AddAsync(0);

        Assert.That(Names(runs), Is.EqualTo(Whole.Prepend(".result.json.mine.tmp")));
    }

    [Test]
    public async Task Two_processes_do_not_write_to_a_folder_at_once()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        using var first = RunFolder.Open(runs.FolderOf(0), ChainedRuns.RunId(0), ["a.txt"], force: false);
        await first.StageAsync("a.txt", [1], CancellationToken.None);

        Assert.That(async () => await runs.AddAsync(0), Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task A_signature_over_an_older_manifest_does_not_stay()
    {
        using var certificate = TestCertificates.EllipticCurve("CN=Signer");
        using var runs = await ChainedRuns.OfAsync(1, TestCertificates.Signer(certificate));
        await runs.AddAsync(1, at: runs.FolderOf(0), force: true);

        Assert.That(Names(runs), Is.EqualTo(Whole));
    }

    private static void Unfinish(ChainedRuns runs) =>
        File.Move(runs.PathOf(0, "manifest.json"), runs.PathOf(0, $".manifest.json.{new string('0', 32)}.tmp"));

    private static string[] Names(ChainedRuns runs) =>
        [
            .. Directory
                .EnumerateFiles(runs.FolderOf(0))
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal),
        ];
}
