using System.CommandLine;
using System.Globalization;
using PimAudit.Archive;
using PimAudit.Model;
using PimAudit.Reports.Excel;

namespace PimAudit.Cli;

/// <summary><c>review new</c>: a workbook to send out, and the file that knows what was asked.</summary>
internal static class ReviewNewCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var from = new Option<string>("--from")
        {
            Description = "The result.json, or the folder of the run, whose paths are asked about.",
            HelpName = "FILE|DIR",
            Required = true,
        };
        var name = new Option<string>("--name")
        {
            Description = "Name of the review, such as 2026-Q3: letters, digits, points, hyphens and underscores.",
            HelpName = "NAME",
            Required = true,
        };
        var due = new Option<string>("--due")
        {
            Description = "Last day on which decisions are taken, UTC, such as 2026-12-31.",
            HelpName = "DAY",
            Required = true,
        };
        var each = new Option<bool>("--per-reviewer")
        {
            Description = "One workbook for each reviewer of the configuration, with that reviewer's rows alone.",
        };
        var folder = new Option<string?>("--out")
        {
            Description = "Folder to write to. Default: this one.",
            HelpName = "DIR",
        };
        options.Force.Description = "Replace the files of a review that are there, with every answer in them.";
        return ReviewCommand.Acting(
            new("new", "Write the workbook of a review, and the file that takes its answers.")
            {
                from,
                name,
                due,
                each,
                folder,
                options.Config,
                options.Force,
            },
            surroundings,
            async (parsed, cancellation) =>
            {
                var settings = SettingsLoader.Load(options.Arguments(parsed), surroundings);
                var path = ResultSource.ResultIn(Path.GetFullPath(parsed.GetValue(from)!, surroundings.Folder));
                var issue = new ReviewIssue(NameOf(parsed.GetValue(name)!), DayOf(parsed.GetValue(due)!));
                var read = await ResultFile.ReadArchivedAsync(path, cancellation);
                ResultSource.RefuseOther(read.Result, settings.Tenant, path);
                RefuseOver(issue, read.Result);
                var to = Path.GetFullPath(parsed.GetValue(folder) ?? ".", surroundings.Folder);
                await new ReviewSender(surroundings, settings, to, parsed.GetValue(options.Force)).SendAsync(
                    read,
                    issue,
                    parsed.GetValue(each),
                    cancellation
                );
                return ExitCode.Clean;
            }
        );
    }

    private static string NameOf(string text) =>
        ReviewColumns.IsName(text)
            ? text
            : throw Refused(
                "The name of the review cannot stand in the name of a file.",
                $"'{text}'",
                "Use up to 40 letters, digits, points, hyphens and underscores, such as 2026-Q3."
            );

    private static DateOnly DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Refused("The last day of the review cannot be understood.", $"'{text}'", "Write it as 2026-12-31.");

    private static void RefuseOver(ReviewIssue issue, AuditResult result)
    {
        if (issue.DueOn < DateOnly.FromDateTime(result.Snapshot.TakenAt.UtcDateTime))
            throw Refused(
                "The last day of the review lies before the snapshot.",
                $"{issue.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}; the snapshot is of {Say.Moment(result.Snapshot.TakenAt)}.",
                "Give a later day with --due."
            );
    }

    private static Failure Refused(string failed, string seen, string remedy) =>
        new(ExitCode.Usage, failed, seen, "Nothing was written.", remedy);
}
