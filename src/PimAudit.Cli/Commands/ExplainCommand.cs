using System.CommandLine;
using PimAudit.Archive;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary><c>explain RULE</c> or <c>explain FINDING --from RESULT</c>.</summary>
internal static class ExplainCommand
{
    private const int ShortestId = 6;

    public static Command Make(Surroundings surroundings)
    {
        var what = new Argument<string>("RULE|FINDING")
        {
            Description = "A rule id or name, or the first digits of a finding's id.",
        };
        var from = new Option<string?>("--from")
        {
            Description = "The result.json that holds the finding, or the folder of its run.",
            HelpName = "FILE|DIR",
        };
        var options = new CommonOptions();
        var command = new Command("explain", "What a rule or a finding means and how to mend it.")
        {
            what,
            from,
            options.Config,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Guard.RunAsync(
                    surroundings,
                    token =>
                        ExplainAsync(
                            parsed.GetValue(what)!,
                            parsed.GetValue(from),
                            options.Arguments(parsed),
                            surroundings,
                            token
                        ),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<ExitCode> ExplainAsync(
        string what,
        string? from,
        Arguments arguments,
        Surroundings surroundings,
        CancellationToken cancellation
    )
    {
        if (from is null)
        {
            RulePageText.Print(RuleShelf.Find(what, arguments, surroundings), surroundings);
            return ExitCode.Clean;
        }

        var result = await ResultFile.ReadAsync(
            ResultSource.ResultIn(Path.GetFullPath(from, surroundings.Folder)),
            cancellation
        );
        var width = surroundings.OutIsTerminal ? surroundings.Width : int.MaxValue;
        new FindingText(surroundings.Out, width).Print(Find(result, what, from));
        return ExitCode.Clean;
    }

    private static Finding Find(AuditResult result, string what, string from)
    {
        var found = result
            .Findings.Where(finding => finding.Fingerprint.StartsWith(what, StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (found.Count == 1 && what.Length >= ShortestId)
            return found[0];

        throw new Failure(
            ExitCode.Usage,
            found.Count > 1 ? "Several findings have that id." : "There is no such finding.",
            found.Count > 0
                ? $"'{what}' begins {string.Join(", ", found.Take(5).Select(finding => finding.Fingerprint[..16]))}."
                : $"None of the {Say.Count(result.Findings.Length, "finding")} in {from} begins with '{what}'.",
            "Nothing is explained.",
            $"Give at least {ShortestId} digits of the id in the column Finding."
        );
    }
}
