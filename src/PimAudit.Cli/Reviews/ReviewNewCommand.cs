using System.CommandLine;
using System.Globalization;
using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Reports;
using PimAudit.Reports.Excel;
using PimAudit.Reports.Excel.Returned;

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
                await new ReviewSender(surroundings, to, parsed.GetValue(options.Force)).SendAsync(
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

/// <summary>Writes the files of a review.</summary>
/// <param name="folder">Absolute.</param>
internal sealed class ReviewSender(Surroundings surroundings, string folder, bool force)
{
    public async Task SendAsync(
        ArchivedResult archived,
        ReviewIssue issue,
        bool perReviewer,
        CancellationToken cancellation
    )
    {
        var (result, facts) = (archived.Result, new ReportFacts(archived.Hash));
        var whole = ExcelReport.WriteReview(result, facts, issue);
        var record = ReviewDesk.Issue(
            result,
            issue.Name,
            issue.DueOn,
            archived.Hash,
            ReviewReader.Read(whole, "issued")
        );
        List<(string Name, byte[] Content)> workbooks = perReviewer
            ?
            [
                .. ExcelReport
                    .Reviewers(result)
                    .Select(
                        (reviewer, at) =>
                            (
                                ReviewPlace.WorkbookOf(issue.Name, reviewer, at + 1),
                                ExcelReport.WriteReview(result, facts, issue, reviewer)
                            )
                    ),
            ]
            : [(ReviewPlace.WorkbookOf(issue.Name, null, 1), whole)];

        RefuseTaken([.. workbooks.Select(one => one.Name), ReviewPlace.RecordOf(issue.Name)]);
        foreach (var (name, content) in workbooks)
            await AtomicFile.WriteAsync(
                Path.Combine(folder, name),
                (stream, token) => stream.WriteAsync(content, token).AsTask(),
                cancellation
            );
        var path = Path.Combine(folder, ReviewPlace.RecordOf(issue.Name));
        await ReviewFile.WriteAsync(record, path, cancellation);
        Tell(record, workbooks.ConvertAll(one => one.Name), path);
    }

    private void RefuseTaken(IReadOnlyList<string> names)
    {
        if (force || names.Where(name => File.Exists(Path.Combine(folder, name))).ToList() is not { Count: > 0 } taken)
            return;

        throw new Failure(
            ExitCode.Usage,
            $"The folder {folder} holds files of this review already.",
            $"In the way: {string.Join(", ", taken)}.",
            "Nothing was written.",
            "Give another --name or --out, or --force to replace them with every answer that they hold."
        );
    }

    private void Tell(ReviewRecord review, List<string> names, string path)
    {
        var writer = surroundings.Out;
        writer.WriteLine(
            $"Review {review.Name}: {Say.Count(review.Rows.Length, "row")} to decide by "
                + $"{review.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} (UTC), of the snapshot of {Say.Moment(review.TakenAt)}."
        );
        writer.WriteLine($"Written to {Printable.Of(folder)}");
        foreach (var name in names)
            writer.WriteLine($"  {name}   to send out");
        writer.WriteLine($"  {Path.GetFileName(path)}   what was asked: keep it, the answers go into it");
        writer.WriteLine(
            "'pimaudit review import' takes the workbooks back; 'pimaudit review status' says who has decided."
        );
    }
}
