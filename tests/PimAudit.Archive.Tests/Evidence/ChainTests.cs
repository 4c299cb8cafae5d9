using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.Archive.Tests.Evidence;

/// <summary>Runs that were removed, exchanged, added or moved.</summary>
public sealed class ChainTests
{
    [Test]
    public async Task Each_run_names_the_one_before_it()
    {
        using var runs = await ChainedRuns.OfAsync(3);

        Assert.That(
            Enumerable.Range(0, 3).Select(day => runs.ManifestOf(day).Previous),
            Is.EqualTo(new[] { null, runs.HashOf(0), runs.HashOf(1) })
        );
    }

    [Test]
    public async Task A_chain_holds_and_its_end_is_told()
    {
        using var runs = await ChainedRuns.OfAsync(3);
        var verified = await runs.VerifyAsync(runs.Output);

        Assert.That((verified.Holds, verified.Runs.Length), Is.EqualTo((true, 3)));
        Assert.That(
            verified.Ends,
            Is.EqualTo(new[] { new ChainEnd(ChainedRuns.Tenant, 3, ChainedRuns.RunId(2), runs.HashOf(2)) })
        );
    }

    /// <summary>Runs are chained in the order in which they are written, so that no two continue the same one.</summary>
    [Test]
    public async Task An_older_snapshot_that_is_judged_later_continues_the_newest_run_and_is_continued()
    {
        using var runs = await ChainedRuns.OfAsync(2);
        await runs.AddAsync(-5);
        await runs.AddAsync(4);

        Assert.That(
            (runs.ManifestOf(-5).Previous, runs.ManifestOf(4).Previous),
            Is.EqualTo((runs.HashOf(1), runs.HashOf(-5)))
        );
    }

    [TestCase(0, "1: MissingRun manifest.json")]
    [TestCase(1, "2: MissingRun manifest.json")]
    public async Task A_run_that_was_removed_is_named_by_the_one_after_it(int removed, string expected)
    {
        using var runs = await ChainedRuns.OfAsync(4);
        Directory.Delete(runs.FolderOf(removed), recursive: true);

        Assert.That(await runs.ProblemsAsync(), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public async Task The_folder_of_a_run_whose_files_were_all_removed_is_named_too()
    {
        using var runs = await ChainedRuns.OfAsync(3);
        foreach (var file in Directory.EnumerateFiles(runs.FolderOf(1)))
            File.Delete(file);

        Assert.That(
            await runs.ProblemsAsync(),
            Is.EqualTo(new[] { "1: BadManifest manifest.json", "2: MissingRun manifest.json" })
        );
    }

    [Test]
    public async Task A_run_that_was_never_finished_is_said_and_is_no_fault()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        Directory.CreateDirectory(runs.FolderOf(1));
        await File.WriteAllTextAsync(runs.PathOf(1, $".result.json.{new string('0', 32)}.tmp"), "half");
        var verified = await runs.VerifyAsync();

        Assert.That((verified.Holds, verified.Runs.Length), Is.EqualTo((true, 2)));
        await File.WriteAllTextAsync(runs.PathOf(1, "result.json"), "{}");
        Assert.That(await runs.ProblemsAsync(), Is.EqualTo(new[] { "1: BadManifest manifest.json" }));
    }

    [Test]
    public async Task A_pruned_run_still_stands_in_the_chain()
    {
        using var runs = await ChainedRuns.OfAsync(3);
        File.Move(runs.PathOf(1, "manifest.json"), runs.PathOf(1, "manifest.pruned.json"));
        File.Delete(runs.PathOf(1, "result.json"));
        File.Delete(runs.PathOf(1, "snapshot.pimsnap"));
        File.Delete(runs.PathOf(1, "findings.csv"));

        Assert.That(await runs.ProblemsAsync(), Is.Empty);
        Assert.That(
            (await runs.VerifyAsync()).Runs.Select(run => run.IsPruned),
            Is.EqualTo(new[] { false, true, false })
        );
    }

    [Test]
    public async Task What_is_left_of_a_pruned_run_still_has_to_hold()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        File.Move(runs.PathOf(0, "manifest.json"), runs.PathOf(0, "manifest.pruned.json"));
        await File.WriteAllTextAsync(runs.PathOf(0, "findings.csv"), "forged");

        Assert.That(await runs.ProblemsAsync(), Is.EqualTo(new[] { "0: ChangedFile findings.csv" }));
    }

    [Test]
    public async Task A_file_of_another_run_is_named_with_that_run()
    {
        using var runs = await ChainedRuns.OfAsync(3);
        File.Copy(runs.PathOf(0, "findings.csv"), runs.PathOf(2, "findings.csv"), overwrite: true);

        var problem = (await runs.VerifyAsync()).Runs.SelectMany(run => run.Problems).Single();
        Assert.That(
            (problem.Fault, problem.Failed),
            Is.EqualTo((EvidenceFault.SwappedFile, $"findings.csv is the findings.csv of run {ChainedRuns.RunId(0)}."))
        );
    }

    [Test]
    public async Task Two_runs_in_each_others_folder_are_named()
    {
        using var runs = await ChainedRuns.OfAsync(2);
        Directory.Move(runs.FolderOf(0), runs.FolderOf(9));
        Directory.Move(runs.FolderOf(1), runs.FolderOf(0));
        Directory.Move(runs.FolderOf(9), runs.FolderOf(1));

        Assert.That(await runs.ProblemsAsync(), Is.EqualTo(new[] { "1: Misplaced ", "0: Misplaced " }));
    }

    [Test]
    public async Task A_run_in_the_folder_of_another_tenant_is_named()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        Directory.Move(runs.Folder, Path.Combine(runs.Output, Guid.NewGuid().ToString("D")));

        Assert.That(await runs.ProblemsAsync(runs.Output), Is.EqualTo(new[] { "0: Misplaced " }));
    }

    [Test]
    public async Task Two_runs_that_continue_the_same_one_are_named_both()
    {
        using var runs = await ChainedRuns.OfAsync(2);
        var kept = Path.Combine(runs.Output, "kept");
        Directory.Move(runs.FolderOf(1), kept);
        await runs.AddAsync(2);
        Directory.Move(kept, runs.FolderOf(1));

        Assert.That(await runs.ProblemsAsync(), Is.EqualTo(new[] { "1: Fork manifest.json", "2: Fork manifest.json" }));
    }

    [Test]
    public async Task A_run_that_begins_anew_although_there_are_older_ones_is_named()
    {
        using var runs = await ChainedRuns.OfAsync(1);
        var kept = Path.Combine(runs.Output, "kept");
        Directory.Move(runs.Folder, kept);
        await runs.AddAsync(1);
        Directory.Move(Path.Combine(kept, Path.GetFileName(runs.FolderOf(0))), runs.FolderOf(0));

        Assert.That(await runs.ProblemsAsync(), Is.EqualTo(new[] { "1: SecondBeginning manifest.json" }));
    }

    [Test]
    public async Task A_run_in_a_folder_of_its_own_is_no_part_of_the_chain()
    {
        using var runs = await ChainedRuns.OfAsync(2);
        await runs.AddAsync(2, at: Path.Combine(runs.Folder, "mine"));
        await runs.AddAsync(3);

        Assert.That(await runs.ProblemsAsync(), Is.Empty);
        Assert.That(runs.ManifestOf(3).Previous, Is.EqualTo(runs.HashOf(1)));
    }

    [Test]
    public async Task A_run_that_is_named_by_itself_is_not_asked_for_those_before_it()
    {
        using var runs = await ChainedRuns.OfAsync(2);
        var verified = await runs.VerifyAsync(runs.FolderOf(1));

        Assert.That(verified.Holds, Is.True);
        Assert.That(verified.Runs.Single().Notes.Single(), Does.Contain(runs.HashOf(0)).And.Contain("was not given"));
    }

    [Test]
    public async Task The_same_run_twice_is_a_copy_and_no_fork()
    {
        using var runs = await ChainedRuns.OfAsync(2);
        using var zip = new Scratch();
        var archive = runs.Zip();
        using var found = FoundEvidence.In([runs.Folder, archive]);
        var verified = await new Verifier(trusted: null).VerifyAsync(
            found.Places,
            found.IsSingle,
            CancellationToken.None
        );

        Assert.That((verified.Holds, verified.Ends.Single().Runs), Is.EqualTo((true, 2)));
    }

    [Test]
    public async Task The_manifest_of_another_tenant_is_not_continued()
    {
        using var runs = await ChainedRuns.OfAsync(1);

        Assert.That(RunChain.In(runs.Folder, Guid.NewGuid()).NewestBeside(runs.FolderOf(1)), Is.Null);
    }

    [Test]
    public void A_folder_that_is_not_there_is_a_chain_without_runs()
    {
        using var scratch = new Scratch();

        Assert.That(RunChain.In(scratch["none"], A.Id("t")).NewestBeside(scratch["none/run"]), Is.Null);
    }
}
