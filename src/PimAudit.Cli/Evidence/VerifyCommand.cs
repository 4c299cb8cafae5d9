using System.CommandLine;
using PimAudit.Archive;

namespace PimAudit.Cli;

/// <summary><c>verify PATH...</c>: whether runs are what they were; needs no token and no network.</summary>
internal static class VerifyCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "The folder of a run, a folder of such folders, or a zip archive of either.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var trust = new Option<string?>("--trust")
        {
            Description =
                "Certificates that signatures must come from: the signer's own, or the root that issued it. PEM, or a folder of such files.",
            HelpName = "FILE|DIR",
        };
        var json = new Option<bool>("--json") { Description = "JSON." };
        var common = new CommonOptions();
        var command = new Command("verify", "Whether runs are what they were: files, the chain of runs, signatures.")
        {
            paths,
            trust,
            json,
            common.NoColor,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    async token =>
                    {
                        var trusted = parsed.GetValue(trust) is { } named
                            ? TrustedCertificates.Read(Path.GetFullPath(named, surroundings.Folder))
                            : null;
                        var found = await VerifyAsync(parsed.GetValue(paths) ?? [], trusted, surroundings, token);
                        if (parsed.GetValue(json))
                            surroundings.Out.WriteLine(VerificationJson.Of(found));
                        else
                            new VerificationText(surroundings, parsed.GetValue(common.NoColor)).Print(found);
                        return found.Holds ? ExitCode.Clean : ExitCode.Findings;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static async Task<Verification> VerifyAsync(
        string[] paths,
        TrustedCertificates? trusted,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        if (paths.Length == 0)
            throw Nothing("No folder and no archive is named.");
        using var found = FoundEvidence.In(paths.Select(path => Path.GetFullPath(path, surroundings.Folder)));
        if (found.IsEmpty)
            throw Nothing($"No manifest.json is in {string.Join(", ", paths)}, nor two folders below.");

        var verified = await new Verifier(trusted).VerifyAsync(found.Places, found.IsSingle, cancellation);
        if (found.Damaged.IsEmpty && verified.Runs.All(run => run.Manifest is null && run.Problems.IsEmpty))
            throw Nothing("No run there was ever finished.");
        return verified with { Runs = [.. found.Damaged, .. verified.Runs] };
    }

    private static Failure Nothing(string seen) =>
        new(
            ExitCode.Usage,
            "There is nothing to verify.",
            seen,
            "Nothing was verified.",
            "Name the folder of a run, a folder of such folders, or a zip archive of either."
        );
}
