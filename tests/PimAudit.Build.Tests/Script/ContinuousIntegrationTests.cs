using System.Runtime.Versioning;
using NUnit.Framework;

namespace PimAudit.Build.Tests;

/// <summary>The script of the continuous integration, with a stand-in for the .NET command on its path.</summary>
[Platform(Exclude = "Win", Reason = "a script for bash")]
[UnsupportedOSPlatform("windows")]
public sealed class ContinuousIntegrationTests
{
    private const string Steps =
        "tool restore\nrestore --locked-mode\ncsharpier check .\nrun --project build/PimAudit.Docs --no-restore -- --check\ntest --no-restore\n"
        + Stop;

    private const string Stop = "build-server shutdown --vbcscompiler\n";

    [Test]
    public void Takes_every_step_and_ends_with_the_sum_of_all_projects()
    {
        using var scratch = Checkout("", (40, 40), (2, 2));

        var ran = Run(scratch);

        Assert.That((ran.LastLine, ran.ExitCode, scratch["calls"]), Is.EqualTo(("42 passed, 0 failed", 0, Steps)));
    }

    [Test]
    public void Fails_when_one_test_did_not_pass_whatever_the_test_command_said()
    {
        using var scratch = Checkout("", (40, 41), (2, 2));

        var ran = Run(scratch);

        Assert.That((ran.LastLine, ran.ExitCode), Is.EqualTo(("42 passed, 1 failed", 1)));
    }

    [Test]
    public void Fails_when_the_test_command_does_though_every_counted_test_passed()
    {
        using var scratch = Checkout("test", (40, 40));

        var ran = Run(scratch);

        Assert.That((ran.LastLine, ran.ExitCode), Is.EqualTo(("40 passed, 0 failed", 3)));
    }

    [Test]
    public void Fails_when_no_test_ran()
    {
        using var scratch = Checkout("");

        var ran = Run(scratch);

        Assert.That((ran.LastLine, ran.ExitCode), Is.EqualTo(("0 passed, 0 failed", 1)));
    }

    [Test]
    public void Stops_when_the_packages_cannot_be_restored()
    {
        using var scratch = Checkout("restore", (2, 2));

        var ran = Run(scratch);

        Assert.That(
            (ran.LastLine, ran.ExitCode, scratch["calls"]),
            Is.EqualTo(("== dotnet restore --locked-mode", 3, "tool restore\nrestore --locked-mode\n" + Stop))
        );
    }

    [TestCase("csharpier")]
    [TestCase("run")]
    public void Fails_on_format_and_stale_documents_and_runs_the_tests_all_the_same(string step)
    {
        using var scratch = Checkout(step, (2, 2));

        var ran = Run(scratch);

        Assert.That(ran.Output, Does.Contain("A step ended with 3: what it said stands above.\n"));
        Assert.That((ran.LastLine, ran.ExitCode, scratch["calls"]), Is.EqualTo(("2 passed, 0 failed", 3, Steps)));
    }

    private static Ran Run(Scratch scratch) =>
        External.Run(
            "bash",
            [Path.Combine(scratch.Root, ContinuousIntegration.Path)],
            scratch.Root,
            ("PATH", $"{Path.Combine(scratch.Root, "bin")}:{Environment.GetEnvironmentVariable("PATH")}")
        );

    private static Scratch Checkout(string failing, params (int Passed, int Total)[] results)
    {
        var scratch = Scratch.With(ContinuousIntegration.Path);
        foreach (var (index, (passed, total)) in results.Index())
            scratch.Write($"trx/{index}.trx", FakeDotnet.Trx(passed, total));
        scratch.Write(
            "bin/dotnet",
            $"""
            #!/bin/sh
            echo "$*" >>calls
            if [ "$1" = test ] && [ -d trx ]; then cp trx/* "$PIMAUDIT_TEST_RESULTS"; fi
            if [ "$1" = '{failing}' ]; then exit 3; fi

            """
        );
        File.SetUnixFileMode(
            Path.Combine(scratch.Root, "bin/dotnet"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
        return scratch;
    }
}
