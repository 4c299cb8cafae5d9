using System.CommandLine;
using PimAudit.Archive;
using PimAudit.History;

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
        var whole = new Option<bool>("--history")
        {
            Description = "All runs that the configured history holds: manifests and results.",
        };
        var json = new Option<bool>("--json") { Description = "JSON." };
        var common = new CommonOptions();
        var command = new Command("verify", "Whether runs are what they were: files, the chain of runs, signatures.")
        {
            paths,
            whole,
            trust,
            common.Config,
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
                        await using var history = parsed.GetValue(whole)
                            ? await HistoryAccess.OpenNeededAsync(
                                SettingsLoader.Load(common.Arguments(parsed), surroundings),
                                surroundings,
                                token
                            )
                            : null;
                        var found = await VerifyAsync(
                            parsed.GetValue(paths) ?? [],
                            history,
                            new(trusted),
                            surroundings,
                            token
                        );
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
        IRunHistory? history,
        Verifier verifier,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        if (paths.Length == 0 && history is null)
            throw Nothing("No folder and no archive is named.");
        var recorded = history is null ? [] : await HistoryPlace.AllAsync(history, cancellation);
        using var found = FoundEvidence.In(paths.Select(path => Path.GetFullPath(path, surroundings.Folder)));
        if (found.IsEmpty && recorded.IsEmpty)
            throw Nothing(
                paths.Length == 0
                    ? "The history holds no run."
                    : $"No manifest.json is in {string.Join(", ", paths)}, nor two folders below."
            );

        var verified = await verifier.VerifyAsync(
            [.. recorded, .. found.Places],
            found.IsSingle && recorded.IsEmpty,
            cancellation
        );
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
