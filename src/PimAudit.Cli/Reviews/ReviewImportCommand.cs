using System.CommandLine;
using PimAudit.Archive;
using PimAudit.Engine;
using PimAudit.Model;
using PimAudit.Reports.Excel.Returned;

namespace PimAudit.Cli;

/// <summary><c>review import FILE...</c>: decisions become data, or nothing at all is taken.</summary>
internal static class ReviewImportCommand
{
    private const int MaxProblems = 40;
    private const long MaxBytes = 256L << 20;

    public static Command Make(Surroundings surroundings)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Workbooks that came back. One that was tampered with is refused, and then none is imported.",
            Arity = ArgumentArity.OneOrMore,
        };
        var review = new Option<string?>("--review")
        {
            Description = "The review-NAME.json that 'review new' wrote. Default: the only one in this folder.",
            HelpName = "FILE",
        };
        var replace = new Option<bool>("--replace")
        {
            Description =
                "Where a workbook answers otherwise than an earlier one, it counts. Default: such a workbook is refused.",
        };
        return ReviewCommand.Acting(
            new("import", "Take the answers of workbooks that came back.") { files, review, replace },
            surroundings,
            async (parsed, cancellation) =>
            {
                var path = ReviewPlace.Find(parsed.GetValue(review), surroundings);
                var before = (await ReviewFile.ReadAsync(path, cancellation)).Review;
                var after = before;
                var notes = new List<string>();
                foreach (var file in parsed.GetValue(files)!)
                {
                    var full = Path.GetFullPath(file, surroundings.Folder);
                    var taken = Take(after, full, parsed.GetValue(replace), surroundings);
                    notes.Add(Note(Path.GetFileName(full), taken));
                    after = taken.After;
                }

                if (!ReferenceEquals(before, after))
                    await ReviewFile.WriteAsync(after, path, cancellation);
                foreach (var note in notes)
                    surroundings.Out.WriteLine(note);
                new ReviewPrinter(surroundings, noColor: false).State(after, surroundings.Today());
                return ExitCode.Clean;
            }
        );
    }

    private static ReviewImportResult Take(ReviewRecord review, string path, bool replace, Surroundings surroundings)
    {
        var returned = Read(path);
        var result = ReviewImport.Of(review, returned, surroundings.LatestDay(), replace);
        if (result.Problems.IsEmpty)
            return result;

        var shown = result.Problems.Take(MaxProblems).Select(Printable.Of).ToList();
        if (result.Problems.Length > MaxProblems)
            shown.Add($"and {Say.Number(result.Problems.Length - MaxProblems)} more");
        throw new Failure(
            ExitCode.Usage,
            $"The workbook {Printable.Of(path)} is refused.",
            string.Join('\n', shown),
            "Nothing was imported, not from the other files either.",
            "Undo what is named, or ask for the workbook again as it was sent out; only the yellow columns are to be filled."
        );
    }

    private static ReturnedReview Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                throw new InvalidDataException("It is larger than any workbook of a review.");
            return ReviewReader.Read(File.ReadAllBytes(path), Path.GetFileName(path));
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new Failure(
                ExitCode.Usage,
                $"The workbook {Printable.Of(path)} cannot be read.",
                error.Message,
                "Nothing was imported, not from the other files either.",
                "Name a workbook that 'pimaudit review new' wrote, as it came back."
            );
        }
    }

    private static string Note(string name, ReviewImportResult taken) =>
        taken.IsKnown
            ? $"{Printable.Of(name)}: imported before, nothing new."
            : $"{Printable.Of(name)}: {Say.Count(taken.Answers, "row")} with an answer.";
}
