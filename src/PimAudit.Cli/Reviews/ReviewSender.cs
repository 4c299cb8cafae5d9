using System.Globalization;
using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Reports.Excel;
using PimAudit.Reports.Excel.Returned;

namespace PimAudit.Cli;

/// <summary>Writes the files of a review.</summary>
/// <param name="folder">Absolute.</param>
internal sealed class ReviewSender(Surroundings surroundings, Settings settings, string folder, bool force)
{
    public async Task SendAsync(
        ArchivedResult archived,
        ReviewIssue issue,
        bool perReviewer,
        CancellationToken cancellation
    )
    {
        var (result, facts) = (archived.Result, settings.FactsOf(archived.Hash));
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
        using var staged = new StagedFiles();
        foreach (var (name, content) in workbooks)
            await staged.WriteAsync(
                Path.Combine(folder, name),
                (stream, token) => stream.WriteAsync(content, token).AsTask(),
                cancellation
            );
        var path = Path.Combine(folder, ReviewPlace.RecordOf(issue.Name));
        await staged.WriteAsync(path, (stream, token) => ReviewFile.WriteAsync(record, stream, token), cancellation);
        staged.Commit();
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
        var record = Path.GetFileName(path);
        var column = names.Append(record).Max(name => name.Length);
        foreach (var name in names)
            writer.WriteLine($"  {name.PadRight(column)}  to send out");
        writer.WriteLine($"  {record.PadRight(column)}  what was asked: keep it, the answers go into it");
        writer.WriteLine(
            "'pimaudit review import' takes the workbooks back; 'pimaudit review status' says who has decided."
        );
    }
}
