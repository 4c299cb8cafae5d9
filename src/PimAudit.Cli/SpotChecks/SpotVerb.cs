using System.CommandLine;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>A verb that answers a question from a snapshot: finds it, asks, prints, and ends with an exit code.</summary>
internal static class SpotVerb
{
    /// <param name="symbols">The verb's own options and arguments.</param>
    /// <param name="ask">Gets the access map, the moment of the question in UTC, and whether drawings may leave ASCII.</param>
    public static Command Make(
        Command command,
        Surroundings surroundings,
        IEnumerable<Symbol> symbols,
        Func<ParseResult, Asked, Answer> ask
    )
    {
        var json = new Option<bool>("--json") { Description = "JSON, with ids and evidence." };
        var markdown = new Option<bool>("--markdown") { Description = "Markdown, for a ticket." };
        var csv = new Option<bool>("--csv") { Description = "CSV, with ids." };
        return Make(
            command,
            new CommonOptions(),
            surroundings,
            [.. symbols, json, markdown, csv],
            (run, parsed) =>
            {
                var format = Format(parsed.GetValue(json), parsed.GetValue(markdown), parsed.GetValue(csv));
                var paint = Paint.For(surroundings, surroundings.OutIsTerminal, run.NoColor);
                return (asked, _) =>
                {
                    var answer = ask(parsed, asked with { Unicode = paint.IsUnicode });
                    Print(answer, format, paint, surroundings);
                    return Task.FromResult(answer);
                };
            }
        );
    }

    /// <summary>A verb that puts its answer down in a way of its own.</summary>
    /// <param name="prepare">Refuses what cannot be meant before anything is read; what it gives asks and writes.</param>
    public static Command Make(
        Command command,
        CommonOptions options,
        Surroundings surroundings,
        IEnumerable<Symbol> symbols,
        Func<Run, ParseResult, Func<Asked, CancellationToken, Task<Answer>>> prepare
    )
    {
        var from = new Option<string?>("--from")
        {
            Description =
                "A .pimsnap file, or a folder with one. Default: the newest complete snapshot under the output folder.",
            HelpName = "FILE|DIR",
        };
        options.AllowIncomplete.Description = "Exit 0 although evidence is missing (instead of 3).";
        return RunVerb.Make(
            command,
            options,
            surroundings,
            [.. symbols, from, options.Demo, options.Config, options.AllowIncomplete, options.Quiet, options.NoColor],
            async (run, parsed, cancellation) =>
            {
                var write = prepare(run, parsed);
                var snapshot = await SnapshotChoice.ReadAsync(run, parsed.GetValue(from), cancellation);
                var asked = new Asked(AccessMap.Resolve(snapshot), Now(run, snapshot), Unicode: true);
                var answer = await write(asked, cancellation);
                return answer.Unread.IsEmpty || run.AllowIncomplete ? ExitCode.Clean : ExitCode.Incomplete;
            }
        );
    }

    /// <summary>The sample tenant's clock stands still. A clock that runs behind the collector's makes no snapshot of the future.</summary>
    private static DateTimeOffset Now(Run run, TenantSnapshot snapshot)
    {
        var now = run.Surroundings.Time.GetUtcNow();
        return run.Demo || now < snapshot.TakenAt ? snapshot.TakenAt : now;
    }

    private static string Format(bool json, bool markdown, bool csv)
    {
        var asked = new[] { (json, "--json"), (markdown, "--markdown"), (csv, "--csv") }
            .Where(one => one.Item1)
            .Select(one => one.Item2)
            .ToList();
        return asked.Count <= 1
            ? asked.FirstOrDefault("")
            : throw new Failure(
                ExitCode.Usage,
                "An answer has one format.",
                string.Join(' ', asked),
                "Nothing was answered.",
                "Give one of --json, --markdown and --csv."
            );
    }

    private static void Print(Answer answer, string format, Paint paint, Surroundings surroundings)
    {
        switch (format)
        {
            case "--json":
                surroundings.Out.WriteLine(AnswerFiles.Json(answer));
                break;
            case "--markdown":
                surroundings.Out.WriteLine(AnswerFiles.Markdown(answer));
                break;
            case "--csv":
                surroundings.Out.WriteLine(AnswerFiles.Csv(answer));
                foreach (var line in answer.Notes.Concat(answer.Coverage).Prepend(answer.Taken))
                    surroundings.Error.WriteLine(Printable.Of(line));
                break;
            default:
                new AnswerText(answer, paint, surroundings.Out, surroundings.Width).Print();
                break;
        }
    }
}

/// <summary>What a question is asked of.</summary>
/// <param name="Now">UTC; never before the snapshot.</param>
internal sealed record Asked(AccessMap Map, DateTimeOffset Now, bool Unicode);
