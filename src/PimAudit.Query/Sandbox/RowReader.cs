using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SQLitePCL;

namespace PimAudit.Query;

/// <summary>Reads the rows of a statement, up to the limits of an answer.</summary>
internal sealed class RowReader(sqlite3 database, sqlite3_stmt statement, string sql)
{
    /// <summary>What a value takes here and on its way to the reader, be it empty.</summary>
    private const int CellBytes = 128;

    private long bytes;

    public ImmutableArray<string> Columns()
    {
        var names = new List<string>();
        for (var at = 0; at < raw.sqlite3_column_count(statement); at++)
            names.Add(Once(names, raw.sqlite3_column_name(statement, at).utf8_to_string()));
        return [.. names];
    }

    /// <exception cref="QueryRefusedException">Ended by the stopper, or too large.</exception>
    public (ImmutableArray<ImmutableArray<object?>> Rows, bool IsCut) Read(
        QueryLimits limits,
        Stopper stopper,
        CancellationToken cancellation
    )
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<object?>>();
        for (var code = raw.sqlite3_step(statement); code != raw.SQLITE_DONE; code = raw.sqlite3_step(statement))
        {
            cancellation.ThrowIfCancellationRequested();
            if (code != raw.SQLITE_ROW)
                throw (stopper.Refusal ?? SqliteFaults.Of(database, code, sql)).ToException();
            if (rows.Count == limits.Rows)
                return (rows.ToImmutable(), true);
            rows.Add([.. Enumerable.Range(0, raw.sqlite3_column_count(statement)).Select(Value)]);
            RefuseLarge(limits);
        }

        cancellation.ThrowIfCancellationRequested();
        return stopper.Look() == 0 ? (rows.ToImmutable(), false) : throw stopper.Refusal!.ToException();
    }

    private object? Value(int at)
    {
        bytes += CellBytes;
        switch (raw.sqlite3_column_type(statement, at))
        {
            case raw.SQLITE_NULL:
                return null;
            case raw.SQLITE_INTEGER:
                return raw.sqlite3_column_int64(statement, at);
            case raw.SQLITE_FLOAT:
                return Finite(raw.sqlite3_column_double(statement, at));
            case raw.SQLITE_TEXT:
                return Counted(Encoding.UTF8.GetString(raw.sqlite3_column_blob(statement, at)));
            default:
                return Counted(Convert.ToHexStringLower(raw.sqlite3_column_blob(statement, at)));
        }
    }

    private string Counted(string text)
    {
        bytes += 2 * text.Length;
        return text;
    }

    /// <summary>JSON has no infinity.</summary>
    private static object Finite(double number) =>
        double.IsFinite(number) ? number : number.ToString(CultureInfo.InvariantCulture);

    private void RefuseLarge(QueryLimits limits)
    {
        if (bytes > QueryLimits.AnswerBytes)
            throw new QueryRefusedException(
                "The answer is too large.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Its rows take more than {QueryLimits.AnswerBytes >> 20} MiB."
                ),
                limits.FewerRows
            );
    }

    private static string Once(List<string> taken, string name)
    {
        var unique = name;
        for (var number = 2; taken.Contains(unique, StringComparer.Ordinal); number++)
            unique = string.Create(CultureInfo.InvariantCulture, $"{name}_{number}");
        return unique;
    }
}
