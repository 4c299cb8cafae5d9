using System.CommandLine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>history export --out DIR</c>.</summary>
internal static class HistoryExportCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var tenant = HistoryCommand.Tenant();
        var folder = new Option<string>("--out")
        {
            Description = "Folder to write to; empty or new.",
            HelpName = "DIR",
            Required = true,
        };
        return HistoryCommand.Acting(
            new("export", "Write result.json and manifest.json of each run, and runs.ndjson.") { folder, tenant },
            options,
            surroundings,
            async (history, settings, parsed, cancellation) =>
            {
                var path = Path.GetFullPath(parsed.GetValue(folder)!, surroundings.Folder);
                if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any())
                    throw new Failure(
                        ExitCode.Usage,
                        $"The folder {path} is not empty.",
                        "An export must not mix with other files.",
                        "Nothing was written.",
                        "Name a new folder with --out."
                    );
                var count = await history.ExportAsync(
                    path,
                    new(HistoryCommand.IdOf(parsed.GetValue(tenant)) ?? settings.Tenant),
                    cancellation
                );
                surroundings.Out.WriteLine($"{Say.Count(count, "run")} written to {Printable.Of(path)}.");
                return ExitCode.Clean;
            }
        );
    }
}
