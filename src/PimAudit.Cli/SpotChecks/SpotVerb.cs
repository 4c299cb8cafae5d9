using System.CommandLine;
using PimAudit.Access;
using PimAudit.Collect;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>A verb that answers a question from a snapshot: finds it, asks, prints, and ends with an exit code.</summary>
internal static class SpotVerb
{
    /// <param name="symbols">The verb's own options and arguments.</param>
    /// <param name="ask">Gets the access map, the moment of the question in UTC, and whether drawings may leave ASCII.</param>
    /// <param name="touches">
    /// What the question touches, by the snapshot: what <c>--fresh</c> reads again. Null: the verb has no <c>--fresh</c>.
    /// </param>
    public static Command Make(
        Command command,
        Surroundings surroundings,
        IEnumerable<Symbol> symbols,
        Func<ParseResult, Asked, Answer> ask,
        Func<ParseResult, AccessMap, Touched>? touches = null
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
                return (asked, cancellation) =>
                {
                    var answer = ask(parsed, asked with { Unicode = paint.IsUnicode, Cancellation = cancellation }) with
                    {
                        Fresh = asked.Fresh,
                    };
                    Print(answer, format, paint, surroundings);
                    return Task.FromResult(answer);
                };
            },
            touches
        );
    }

    /// <summary>A verb that puts its answer down in a way of its own.</summary>
    /// <param name="prepare">Refuses what cannot be meant before anything is read; what it gives asks and writes.</param>
    /// <param name="touches">As above.</param>
    public static Command Make(
        Command command,
        CommonOptions options,
        Surroundings surroundings,
        IEnumerable<Symbol> symbols,
        Func<Run, ParseResult, Func<Asked, CancellationToken, Task<Answer>>> prepare,
        Func<ParseResult, AccessMap, Touched>? touches = null
    )
    {
        var from = new Option<string?>("--from")
        {
            Description =
                "A .pimsnap file, or a folder with one. Default: the newest complete snapshot under the output folder.",
            HelpName = "FILE|DIR",
        };
        var fresh = new Option<bool>("--fresh")
        {
            Description =
                "First read again, over Graph, what the question touches. The snapshot's file stays as it was.",
        };
        options.AllowIncomplete.Description = "Exit 0 although evidence is missing (instead of 3).";
        return RunVerb.Make(
            command,
            options,
            surroundings,
            [
                .. symbols,
                from,
                .. touches is null ? [] : new Symbol[] { fresh },
                options.Demo,
                options.Config,
                options.AllowIncomplete,
                options.Quiet,
                options.NoColor,
            ],
            async (run, parsed, cancellation) =>
            {
                var write = prepare(run, parsed);
                var isFresh = touches is not null && parsed.GetValue(fresh);
                if (isFresh)
                    Refresh.RefuseDemo(run);
                var snapshot = await SnapshotChoice.ReadAsync(run, parsed.GetValue(from), cancellation);
                var map = AccessMap.Resolve(snapshot);
                var refreshed = isFresh
                    ? await Refresh.RunAsync(run, snapshot, touches!(parsed, map), cancellation)
                    : null;
                if (refreshed is not null)
                    map = AccessMap.Resolve(refreshed.Snapshot);
                var asked = new Asked(map, Now(run, map.Snapshot), Unicode: true, refreshed?.Freshness);
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

    internal static string Format(bool json, bool markdown, bool csv)
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
/// <param name="Fresh">What was read again for this question; null when nothing was.</param>
internal sealed record Asked(AccessMap Map, DateTimeOffset Now, bool Unicode, Freshness? Fresh = null)
{
    public CancellationToken Cancellation { get; init; }
}
