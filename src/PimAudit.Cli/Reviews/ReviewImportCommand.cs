using System.CommandLine;
using PimAudit.Archive;
using PimAudit.Engine;

namespace PimAudit.Cli;

/// <summary><c>review import FILE...</c>: decisions become data, or nothing at all is taken.</summary>
internal static class ReviewImportCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var files = new Argument<string[]>("FILE")
        {
            Description =
                "Workbooks that came back, and access review history reports (CSV) of Microsoft Entra or of 'review status "
                + "--csv'. One that was tampered with is refused, and then none is imported.",
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
                "Where a file answers otherwise than an earlier one, it counts. Default: such a file is refused.",
        };
        return ReviewCommand.Acting(
            new("import", "Take the answers of workbooks and of Microsoft's access reviews.")
            {
                files,
                review,
                replace,
            },
            surroundings,
            async (parsed, cancellation) =>
            {
                var path = ReviewPlace.Find(parsed.GetValue(review), surroundings);
                var before = (await ReviewFile.ReadAsync(path, cancellation)).Review;
                var after = before;
                var results = new List<(string Name, ReviewImportResult Taken)>();
                foreach (var name in parsed.GetValue(files)!)
                {
                    var file = new ReturnedFile(Path.GetFullPath(name, surroundings.Folder));
                    var taken = file.TakenInto(after, surroundings.LatestDay(), parsed.GetValue(replace));
                    results.Add((file.Name, taken));
                    after = taken.After;
                }

                if (!ReferenceEquals(before, after))
                    await ReviewFile.WriteAsync(after, path, cancellation);
                foreach (var (name, taken) in results)
                    new ReviewImportPrinter(surroundings).Print(name, taken);
                new ReviewPrinter(surroundings, noColor: false).State(after, surroundings.Today());
                return ExitCode.Clean;
            }
        );
    }
}
