using System.CommandLine;
using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>baseline create|update|show</c>.</summary>
internal static class BaselineCommand
{
    public static Command Make(Surroundings surroundings) =>
        new("baseline", "Findings that are accepted as known, so that a run tells what is new.")
        {
            Create(surroundings),
            Update(surroundings),
            Show(surroundings),
        };

    private static Command Create(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var from = From();
        var to = new Option<string?>("--out")
        {
            Description =
                "The file to write. Default: 'baseline' of the configuration, else baseline.json in this folder.",
            HelpName = "FILE",
        };
        options.Force.Description = "Replace a baseline that is there.";
        return Acting(
            new("create", "Accept the open findings of a result; waived ones are not accepted.")
            {
                from,
                to,
                options.Config,
                options.Force,
                options.NoColor,
            },
            surroundings,
            async (parsed, cancellation) =>
            {
                var settings = SettingsLoader.Load(options.Arguments(parsed), surroundings);
                var path = PathOf(parsed.GetValue(to) ?? settings.Baseline, surroundings);
                RefuseTaken(path, parsed.GetValue(options.Force));
                var result = await ResultAsync(settings, parsed.GetValue(from)!, surroundings, cancellation);
                var baseline = Baselines.Of(result);
                await BaselineFile.WriteAsync(baseline, path, cancellation);
                new BaselinePrinter(surroundings, parsed.GetValue(options.NoColor)).Created(path, baseline, result);
                return ExitCode.Clean;
            }
        );
    }

    private static Command Update(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var from = From();
        options.Baseline.Description =
            "The baseline to update. Default: 'baseline' of the configuration, else baseline.json in this folder.";
        return Acting(
            new("update", "Accept what is new in a result and let go what it resolved; says each of them.")
            {
                from,
                options.Baseline,
                options.Config,
                options.NoColor,
            },
            surroundings,
            async (parsed, cancellation) =>
            {
                var settings = SettingsLoader.Load(options.Arguments(parsed), surroundings);
                var path = PathOf(settings.Baseline, surroundings);
                var before = await BaselineChoice.ReadAsync(path, cancellation);
                var result = await ResultAsync(settings, parsed.GetValue(from)!, surroundings, cancellation);
                BaselineChoice.RefuseOther(before, path, result.Tenant.Id);
                RefuseOlder(before, result);
                var printer = new BaselinePrinter(surroundings, parsed.GetValue(options.NoColor));
                if (BaselineChoice.ProfileNote(before, result.Profiles[0].Name) is { } note)
                    surroundings.Error.WriteLine($"Note: {Printable.Of(note)}");
                var update = Baselines.Update(before, result);
                await BaselineFile.WriteAsync(update.After, path, cancellation);
                printer.Updated(path, update);
                return ExitCode.Clean;
            }
        );
    }

    private static Command Show(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var file = new Argument<string?>("FILE")
        {
            Description = "Default: 'baseline' of the configuration, else baseline.json in this folder.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = new Option<bool>("--json") { Description = "The file as it is, checked." };
        return Acting(
            new("show", "What a baseline accepts.") { file, json, options.Config, options.NoColor },
            surroundings,
            async (parsed, cancellation) =>
            {
                var named =
                    parsed.GetValue(file) ?? SettingsLoader.Load(options.Arguments(parsed), surroundings).Baseline;
                var path = PathOf(named, surroundings);
                var baseline = await BaselineChoice.ReadAsync(path, cancellation);
                if (parsed.GetValue(json))
                    surroundings.Out.WriteLine(BaselineFile.Text(baseline));
                else
                    new BaselinePrinter(surroundings, parsed.GetValue(options.NoColor)).Show(path, baseline);
                return ExitCode.Clean;
            }
        );
    }

    private static Command Acting(
        Command command,
        Surroundings surroundings,
        Func<ParseResult, CancellationToken, Task<ExitCode>> act
    )
    {
        command.SetAction(
            (parsed, cancellation) => Guard.RunAsync(surroundings, token => act(parsed, token), cancellation)
        );
        return command;
    }

    private static Option<string> From() =>
        new("--from")
        {
            Description = "The result.json, or the folder of the run, whose findings are accepted.",
            HelpName = "FILE|DIR",
            Required = true,
        };

    private static string PathOf(string? named, Surroundings surroundings) =>
        Path.GetFullPath(named ?? BaselineChoice.DefaultName, surroundings.Folder);

    private static async Task<AuditResult> ResultAsync(
        Settings settings,
        string from,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        var path = ResultSource.ResultIn(Path.GetFullPath(from, surroundings.Folder));
        var result = await ResultFile.ReadAsync(path, cancellation);
        ResultSource.RefuseOther(result, settings.Tenant, path);
        return result;
    }

    private static void RefuseTaken(string path, bool force)
    {
        if (force || !File.Exists(path))
            return;

        throw new Failure(
            ExitCode.Usage,
            $"There is a file {path} already.",
            "It would be replaced, with every day of acceptance in it.",
            "Nothing was written.",
            "Run 'pimaudit baseline update' to keep what is in it, name another file with --out, or give --force."
        );
    }

    /// <summary>An older result would let go what a newer one accepted.</summary>
    private static void RefuseOlder(Baseline before, AuditResult result)
    {
        if (result.Snapshot.TakenAt >= before.TakenAt)
            return;

        throw new Failure(
            ExitCode.Usage,
            "The result is older than the baseline.",
            $"The result is of {Say.Moment(result.Snapshot.TakenAt)}, the baseline of {Say.Moment(before.TakenAt)}.",
            "Nothing was written.",
            "Name a newer result, or make the baseline anew with 'pimaudit baseline create --force'."
        );
    }
}
