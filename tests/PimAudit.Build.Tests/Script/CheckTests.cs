using NUnit.Framework;

namespace PimAudit.Build.Tests;

public sealed class CheckTests
{
    [Test]
    public void Check_takes_the_steps_of_the_continuous_integration_in_its_order()
    {
        var dotnet = new FakeDotnet(null, (2, 2));

        PowerShellHost.Run(Repository.Root, dotnet, "check");

        Assert.That(dotnet.Calls, Is.EqualTo(ContinuousIntegration.Steps));
    }

    [Test]
    public void Check_ends_with_the_sum_of_all_projects()
    {
        var ran = PowerShellHost.Run(Repository.Root, new FakeDotnet(null, (40, 40), (2, 2)), "check");

        Assert.That((ran.LastLine, ran.ExitCode), Is.EqualTo(("42 passed, 0 failed", 0)));
    }

    [Test]
    public void Check_fails_when_one_test_did_not_pass_whatever_the_test_command_said()
    {
        var ran = PowerShellHost.Run(Repository.Root, new FakeDotnet(null, (40, 41), (2, 2)), "check");

        Assert.That((ran.LastLine, ran.ExitCode), Is.EqualTo(("42 passed, 1 failed", 1)));
    }

    [Test]
    public void Check_fails_when_the_test_command_does_though_every_counted_test_passed()
    {
        var ran = PowerShellHost.Run(Repository.Root, new FakeDotnet("test", (40, 40)), "check");

        Assert.That((ran.LastLine, ran.ExitCode), Is.EqualTo(("40 passed, 0 failed", 3)));
    }

    [Test]
    public void Check_fails_when_no_test_ran()
    {
        var ran = PowerShellHost.Run(Repository.Root, new FakeDotnet(), "check");

        Assert.That((ran.LastLine, ran.ExitCode), Is.EqualTo(("0 passed, 0 failed", 1)));
    }

    [Test]
    public void Check_stops_when_the_packages_cannot_be_restored_and_says_so()
    {
        var dotnet = new FakeDotnet("restore", (2, 2));

        var ran = PowerShellHost.Run(Repository.Root, dotnet, "check");

        Assert.That(
            (dotnet.Calls[^1], ran.ExitCode, ran.Error),
            Is.EqualTo(
                (
                    "restore --locked-mode",
                    3,
                    "'dotnet restore --locked-mode' ended with 3. What came before says why; the steps after it did not run.\n"
                )
            )
        );
    }

    [TestCase("csharpier")]
    [TestCase("run")]
    public void Check_fails_on_format_and_stale_documents_and_runs_the_tests_all_the_same(string step)
    {
        var dotnet = new FakeDotnet(step, (2, 2));

        var ran = PowerShellHost.Run(Repository.Root, dotnet, "check");

        Assert.That(dotnet.Calls, Is.EqualTo(ContinuousIntegration.Steps));
        Assert.That(ran.Output, Does.Contain("A step ended with 3: what it said stands above.\n"));
        Assert.That((ran.LastLine, ran.ExitCode), Is.EqualTo(("2 passed, 0 failed", 3)));
    }

    [Test]
    public void Test_runs_the_tests_alone()
    {
        var dotnet = new FakeDotnet(null, (7, 7));

        var ran = PowerShellHost.Run(Repository.Root, dotnet, "test");

        Assert.That(dotnet.Calls, Is.EqualTo(new[] { "test" }));
        Assert.That((ran.LastLine, ran.ExitCode), Is.EqualTo(("7 passed, 0 failed", 0)));
    }

    [Test]
    public void Docs_writes_and_with_check_only_compares()
    {
        var (writes, compares) = (new FakeDotnet(), new FakeDotnet());

        PowerShellHost.Run(Repository.Root, writes, "docs");
        PowerShellHost.Run(Repository.Root, compares, "docs", "-Check");

        Assert.That(writes.Calls[^1], Is.EqualTo("run --project build/PimAudit.Docs --no-restore --"));
        Assert.That(compares.Calls[^1], Is.EqualTo("run --project build/PimAudit.Docs --no-restore -- --check"));
    }

    [Test]
    public void Samples_scans_the_sample_tenant_into_the_committed_reports()
    {
        var dotnet = new FakeDotnet();

        PowerShellHost.Run(Repository.Root, dotnet, "samples", "-NoPictures");

        Assert.That(
            dotnet.Calls,
            Is.EqualTo(
                new[]
                {
                    "run --project src/PimAudit.Cli --configuration Release -- scan --demo --out reports/samples --force --format xlsx,pdf,json,html,md,sarif,junit,csv,ndjson",
                }
            )
        );
    }

    [Test]
    public void The_real_command_runs_at_the_root_and_its_complaint_and_exit_code_are_handed_on()
    {
        using var scratch = Scratch.With("build.ps1");

        var ran = PowerShellHost.Run(scratch.Root, dotnet: null, "test");

        Assert.That(ran.Output, Does.Contain("MSB1003"));
        Assert.That((ran.LastLine, ran.ExitCode), Is.EqualTo(("0 passed, 0 failed", 1)));
    }

    [TestCase("")]
    [TestCase("Check")]
    [TestCase("publish")]
    public void Another_verb_is_refused_with_the_verbs_that_there_are(string verb)
    {
        var ran = PowerShellHost.Run(Repository.Root, new FakeDotnet(), verb);

        Assert.That(ran.ExitCode, Is.EqualTo(2));
        Assert.That(ran.Error, Does.StartWith($"Cannot run the verb '{verb}': the verbs are check, test, docs"));
    }
}
