using System.Globalization;
using System.Text;
using PimAudit.Access;
using SQLitePCL;

namespace PimAudit.Query;

/// <summary>Writes the rows of one view into its table, and keeps what was doubtful about them.</summary>
internal sealed class TableFiller(sqlite3 database, AccessMap map, View view, long tableBytes)
{
    private readonly Doubts doubts = new(map.Snapshot.Collection, view);

    /// <summary>How many were written.</summary>
    public long Rows { get; private set; }

    /// <exception cref="QueryRefusedException">The rows do not fit.</exception>
    public Doubts Fill(CancellationToken cancellation)
    {
        var places = string.Join(',', Enumerable.Repeat('?', view.Columns.Length));
        raw.sqlite3_prepare_v2(database, $"INSERT INTO {view.Name} VALUES ({places})", out var statement);
        using (statement)
            foreach (var row in view.Rows(map))
            {
                cancellation.ThrowIfCancellationRequested();
                for (var at = 0; at < row.Values.Length; at++)
                    Bind(statement, at + 1, doubts.Take(row.Subject, at, row.Values[at]));
                Check(raw.sqlite3_step(statement));
                raw.sqlite3_reset(statement);
                Rows++;
            }

        return doubts;
    }

    private static void Bind(sqlite3_stmt statement, int place, object? value)
    {
        switch (value)
        {
            case null:
                raw.sqlite3_bind_null(statement, place);
                break;
            case long number:
                raw.sqlite3_bind_int64(statement, place, number);
                break;
            case double number:
                raw.sqlite3_bind_double(statement, place, number);
                break;
            default:
                raw.sqlite3_bind_text(statement, place, Encoding.UTF8.GetBytes((string)value).AsSpan());
                break;
        }
    }

    private void Check(int code)
    {
        if (code == raw.SQLITE_DONE)
            return;
        if (code is raw.SQLITE_FULL or raw.SQLITE_NOMEM)
            throw new QueryRefusedException(
                $"The view {view.Name} does not fit into memory.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Its rows and those of the views read before take more than {tableBytes >> 20} MiB."
                ),
                "Collect a shorter time of the audit log (collect: audit), or ask another view."
            );
        throw new InvalidOperationException(
            $"SQLite answered {code} to a row of {view.Name}: {raw.sqlite3_errmsg(database).utf8_to_string()}"
        );
    }
}
