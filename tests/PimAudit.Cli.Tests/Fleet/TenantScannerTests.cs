using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.GraphEmulator;
using PimAudit.History;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.Fleet;

public sealed class TenantScannerTests
{
    [Test]
    public async Task A_tenant_is_scanned_as_a_run_of_its_own_in_the_folder_of_its_alias()
    {
        await using var fleet = (await new EmulatedFleet().AddAsync("contoso")).Write();

        var outcome = await fleet.Scanner().ScanAsync("contoso", slot: null, CancellationToken.None);

        Assert.That(outcome.WhyNot, Is.Null);
        Assert.That(
            Path.GetRelativePath(fleet.World.Folder, outcome.Folder!),
            Is.EqualTo(
                Path.Combine(
                    "pimaudit-out",
                    "contoso",
                    fleet.World.Now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)
                )
            )
        );
        Assert.That(
            outcome.ResultHash,
            Is.EqualTo(
                (
                    await ResultFile.ReadArchivedAsync(
                        Path.Combine(outcome.Folder!, "result.json"),
                        CancellationToken.None
                    )
                ).Hash
            )
        );
        Assert.That(fleet.World.Out, Is.Empty);
    }

    [Test]
    public async Task A_tenant_that_refuses_the_token_is_not_scanned_and_says_so_in_four_lines()
    {
        await using var fleet = (await new EmulatedFleet().AddAsync("contoso")).Write();
        fleet.World.With(EmulatedFleet.VariableOf("contoso"), "another");

        var outcome = await fleet.Scanner().ScanAsync("contoso", slot: null, CancellationToken.None);

        Assert.That(
            (outcome.Result, outcome.ExitCode, outcome.Folder),
            Is.EqualTo(((AuditResult?)null, 4, (string?)null))
        );
        Assert.That(outcome.WhyNot!.Split('\n'), Has.Length.EqualTo(4).And.None.Empty);
    }

    [Test]
    public async Task A_token_of_a_single_tenant_is_not_taken_for_one_of_the_list()
    {
        await using var fleet = (await new EmulatedFleet().AddAsync("contoso")).Write();
        fleet
            .World.With(
                "PIMAUDIT_ACCESS_TOKEN",
                fleet.World.Surroundings().Variable(EmulatedFleet.VariableOf("contoso"))!
            )
            .With("PIMAUDIT_GRAPH_ENDPOINT", "https://graph.invalid/")
            .With("PIMAUDIT_TENANT", Guid.Empty.ToString())
            .With(EmulatedFleet.VariableOf("contoso"), "");

        var outcome = await fleet.Scanner().ScanAsync("contoso", slot: null, CancellationToken.None);

        Assert.That(outcome.WhyNot, Does.StartWith("The secret auth.accessToken cannot be read."));
    }

    [Test]
    public async Task A_sign_in_that_was_mixed_up_does_not_tell_whose_it_is()
    {
        await using var fleet = (await (await new EmulatedFleet().AddAsync("contoso")).AddAsync("fabrikam")).Write();
        var text = await File.ReadAllTextAsync(fleet.World.PathOf("fleet.yaml"));
        var lines = text.Split('\n').Where(line => line.Contains("endpoint:", StringComparison.Ordinal)).ToArray();
        fleet
            .World.Write("fleet.yaml", text.Replace(lines[0], lines[1], StringComparison.Ordinal))
            .With(
                EmulatedFleet.VariableOf("contoso"),
                fleet.World.Surroundings().Variable(EmulatedFleet.VariableOf("fabrikam"))!
            );

        var outcome = await fleet.Scanner().ScanAsync("contoso", slot: null, CancellationToken.None);

        Assert.That(outcome.ExitCode, Is.EqualTo(2));
        Assert.That(
            outcome.WhyNot,
            Does.StartWith("Refused to read the tenant (another tenant of the list).")
                .And.Not.Contains(fleet.Tenants["fabrikam"].Tenant.Id.ToString())
        );
    }

    /// <summary>The time limit is over before the second answer: what was read is kept, the rest is missing and says so.</summary>
    [Test]
    public async Task A_tenant_that_stops_answering_leaves_a_result_that_says_what_is_missing()
    {
        var silent = new EmulatorFault("roleDefinitions|policies", FaultKind.Slow) { Delay = TimeSpan.FromHours(1) };
        await using var fleet = (await new EmulatedFleet().AddAsync("contoso", [silent], "    timeLimit: 1s")).Write();

        var outcome = await fleet.Scanner().ScanAsync("contoso", slot: null, CancellationToken.None);

        Assert.That((outcome.ExitCode, outcome.WhyNot), Is.EqualTo((3, (string?)null)));
        Assert.That(
            outcome.Result!.Coverage.Where(row => row.Status is PartStatus.Failed).Select(row => row.Part),
            Does.Contain(SnapshotParts.RoleSettings)
        );
    }

    [Test]
    public async Task A_tenant_that_never_answers_is_not_scanned()
    {
        var silent = new EmulatorFault(".", FaultKind.Slow) { Delay = TimeSpan.FromHours(1) };
        await using var fleet = (await new EmulatedFleet().AddAsync("contoso", [silent], "    timeLimit: 1s")).Write();

        var outcome = await fleet.Scanner().ScanAsync("contoso", slot: null, CancellationToken.None);

        Assert.That(outcome.Result, Is.Null);
        Assert.That(outcome.ExitCode, Is.EqualTo(3).Or.EqualTo(5), "nothing came in time, or nobody answered");
        Assert.That(outcome.WhyNot!.Split('\n'), Has.Length.EqualTo(4).And.None.Empty);
        Assert.That(
            Directory.EnumerateFiles(fleet.World.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName),
            Is.EqualTo(new[] { "fleet.yaml" })
        );
    }

    /// <summary>It hangs where no time limit of the collector reaches: another process holds the lock on the history for good.</summary>
    [Test]
    public async Task A_scan_that_does_not_end_by_itself_is_ended_after_twice_its_time_limit()
    {
        await using var fleet = (await new EmulatedFleet().AddAsync("contoso", keys: "    timeLimit: 10m")).Write(
            "history: { connection: Data Source=history.db }"
        );
        await using var held = new FileStream(
            fleet.World.PathOf("history.db.migrating"),
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None
        );
        var time = new FakeTimeProvider(fleet.World.Now);
        var scan = fleet.Scanner(time).ScanAsync("contoso", slot: null, CancellationToken.None);

        time.Advance(TimeSpan.FromMinutes(20) - TimeSpan.FromTicks(1));
        Assert.That(scan.IsCompleted, Is.False);
        time.Advance(TimeSpan.FromTicks(1));
        var outcome = await scan;

        Assert.That((outcome.Result, outcome.ExitCode), Is.EqualTo(((AuditResult?)null, 3)));
        Assert.That(outcome.WhyNot, Does.StartWith("The scan did not end in time.").And.Contain("after 20 min"));
    }

    [Test]
    public async Task A_tenant_that_refuses_every_request_is_not_scanned_for_want_of_consent()
    {
        await using var fleet = (await new EmulatedFleet().AddAsync("contoso", [new(".", FaultKind.Refused)])).Write();

        var outcome = await fleet.Scanner().ScanAsync("contoso", slot: null, CancellationToken.None);

        Assert.That((outcome.Result, outcome.ExitCode), Is.EqualTo(((AuditResult?)null, 4)));
    }

    /// <summary>Its files lie there whole, and the history does not know them: as after a kill between the two.</summary>
    [Test]
    public async Task What_a_node_that_died_had_finished_for_a_slot_is_recorded_for_it_and_not_scanned_again()
    {
        await using var fleet = (await new EmulatedFleet().AddAsync("contoso")).Write(
            "history: { connection: Data Source=history.db }"
        );
        var slot = fleet.World.Now.AddMinutes(-1);
        var first = await fleet.Scanner().ScanAsync("contoso", slot, CancellationToken.None);
        foreach (var file in Directory.EnumerateFiles(fleet.World.Folder, "history.db*"))
            File.Delete(file);

        fleet.World.Now = fleet.World.Now.AddMinutes(5);
        var second = await fleet.Scanner().ScanAsync("contoso", slot, CancellationToken.None);

        await using var history = await HistoryDatabase.OpenAsync(
            $"Data Source={fleet.World.PathOf("history.db")}",
            TimeProvider.System,
            CancellationToken.None
        );
        var runs = await history.ListAsync(new(first.Tenant), CancellationToken.None);
        Assert.That((second.Folder, second.ResultHash), Is.EqualTo((first.Folder, first.ResultHash)), second.WhyNot);
        Assert.That(runs.Select(run => (run.Slot, run.ResultHash)), Is.EqualTo(new[] { (slot, first.ResultHash) }));
        Assert.That(Directory.GetDirectories(fleet.World.PathOf("pimaudit-out/contoso")), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task A_cancellation_goes_through()
    {
        await using var fleet = (await new EmulatedFleet().AddAsync("contoso")).Write();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.That(
            () => fleet.Scanner().ScanAsync("contoso", slot: null, cancelled.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }

    [Test]
    public async Task An_alias_that_is_not_on_the_list_is_a_mistake_of_the_caller()
    {
        await using var fleet = (await new EmulatedFleet().AddAsync("contoso")).Write();

        Assert.That(
            () => fleet.Scanner().ScanAsync("nobody", slot: null, CancellationToken.None),
            Throws.ArgumentException
        );
    }
}
