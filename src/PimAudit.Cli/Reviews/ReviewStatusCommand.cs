using System.CommandLine;
using PimAudit.Archive;

namespace PimAudit.Cli;

/// <summary><c>review status</c>: who has decided, what is undecided, and whether it is late.</summary>
internal static class ReviewStatusCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var options = new CommonOptions();
        var file = new Argument<string?>("FILE")
        {
            Description = "The review-NAME.json. Default: the only one in this folder.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var json = new Option<bool>("--json") { Description = "JSON." };
        var csv = new Option<bool>("--csv")
        {
            Description = "Every row as CSV, its columns named as in Microsoft's access review history report.",
        };
        return ReviewCommand.Acting(
            new("status", "Who has decided, what is undecided or overdue, and who decided about himself.")
            {
                file,
                json,
                csv,
                options.NoColor,
            },
            surroundings,
            async (parsed, cancellation) =>
            {
                var path = ReviewPlace.Find(parsed.GetValue(file), surroundings);
                var review = (await ReviewFile.ReadAsync(path, cancellation)).Review;
                var printer = new ReviewPrinter(surroundings, parsed.GetValue(options.NoColor));
                if (parsed.GetValue(csv))
                    ReviewHistory.Write(review, surroundings.Out);
                else if (parsed.GetValue(json))
                    printer.Json(review, surroundings.Today());
                else
                {
                    printer.State(review, surroundings.Today());
                    printer.Reviewers(review, surroundings.Today());
                }

                return ExitCode.Clean;
            }
        );
    }
}
