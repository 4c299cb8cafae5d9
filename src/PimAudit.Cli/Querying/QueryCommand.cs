using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;
using PimAudit.Model;
using PimAudit.Query;

namespace PimAudit.Cli;

/// <summary><c>query SQL</c>: a question of the user's own to the snapshot.</summary>
internal static class QueryCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var sql = new Argument<string?>("SQL")
        {
            Description = "One SELECT over the views that --schema describes.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var schema = new Option<bool>("--schema")
        {
            Description = "Describe the views, column by column, with examples; --markdown and --json too.",
        };
        var limit = new Option<int>("--limit")
        {
            Description = "At most so many rows; a cut is said.",
            HelpName = "ROWS",
            DefaultValueFactory = _ => QueryLimits.Default.Rows,
        };
        var time = new Option<string>("--time-limit")
        {
            Description = "End the query after this time: 30s, 5m at most.",
            HelpName = "TIME",
            DefaultValueFactory = _ => "10s",
        };
        var command = SpotVerb.Make(
            new("query", "Ask the snapshot in SQL: people, groups, assignments, access paths, role settings, reviews."),
            surroundings,
            [sql, schema, limit, time],
            (parsed, asked) =>
                Ask(asked, Text(parsed.GetValue(sql)), Limits(parsed.GetValue(limit), parsed.GetValue(time)!))
        );
        var answer = (AsynchronousCommandLineAction)command.Action!;
        command.SetAction(
            (parsed, cancellation) =>
                parsed.GetValue(schema)
                    ? Task.FromResult(Guard.Run(surroundings, () => SchemaPrinter.Print(parsed, surroundings)))
                    : answer.InvokeAsync(parsed, cancellation)
        );
        return command;
    }

    private static Answer Ask(Asked asked, string sql, QueryLimits limits)
    {
        using var query = SnapshotQuery.Open(asked.Map);
        var found = query.Ask(sql, limits, asked.Cancellation);
        return new(
            "query",
            "Query",
            found.Views.IsEmpty ? "no view" : string.Join(", ", found.Views),
            asked.Map.Snapshot,
            asked.Now,
            [QueryCells.Section(found)],
            [.. Notes(sql, found, limits)],
            found.Unread
        );
    }

    private static IEnumerable<string> Notes(string sql, QueryAnswer found, QueryLimits limits)
    {
        if (found.IsCut)
            yield return $"Cut: there are more than {Say.Count(limits.Rows, "row")}. --limit shows more.";
        if (!found.Rows.IsEmpty && found.Rows.Any(row => row.Contains(null)))
            yield return "NULL means what 'query --schema' says of the column; a NULL that was not read meets no condition.";
        yield return $"Asked: {string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
    }

    private static string Text(string? sql) =>
        sql
        ?? throw new Failure(
            ExitCode.Usage,
            "The query is missing.",
            "'pimaudit query' without SQL.",
            "Nothing was answered.",
            "Give one SELECT in quotes; 'pimaudit query --schema' describes the views and has examples."
        );

    private static QueryLimits Limits(int rows, string time)
    {
        if (rows is < 1 or > QueryLimits.MostRows)
            throw Usage(
                "The rows of --limit cannot be meant.",
                rows.ToString(CultureInfo.InvariantCulture),
                "Give a number from 1 to 1000000."
            );
        return DurationText.Parse(time) is { } span && span <= QueryLimits.LongestTime
            ? new(span, rows)
            : throw Usage(
                "The time of --time-limit cannot be meant.",
                $"'{time}'",
                "Give a second to five minutes: 30s, 2m."
            );
    }

    private static Failure Usage(string failed, string seen, string remedy) =>
        new(ExitCode.Usage, failed, seen, "Nothing was answered.", remedy);
}
