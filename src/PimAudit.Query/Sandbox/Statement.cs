using System.Text;
using SQLitePCL;

namespace PimAudit.Query;

/// <summary>One prepared statement that passed the gatekeeper.</summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3_stmt prepared;

    private Statement(sqlite3_stmt prepared) => this.prepared = prepared;

    /// <exception cref="QueryRefusedException">No SQL, refused, or more than one statement.</exception>
    /// <param name="values">long or string, by name without the colon.</param>
    public static Statement Prepare(
        sqlite3 database,
        string sql,
        IReadOnlyDictionary<string, object> values,
        Gatekeeper gate,
        Func<Refusal?> stopped
    )
    {
        var bytes = Encoding.UTF8.GetBytes(sql);
        if (bytes.Length > StatementLimits.SqlBytes)
            throw SqliteFaults.TooLong($"The query has {bytes.Length} bytes.").ToException();

        var code = raw.sqlite3_prepare_v2(database, bytes.AsSpan(), out var prepared, out var tail);
        try
        {
            if (code != raw.SQLITE_OK)
                throw (gate.Refusal ?? stopped() ?? SqliteFaults.Of(database, code, sql)).ToException();
            RefuseSecond(database, tail);
            RefuseOther(prepared, sql, gate);
            Bind(prepared, sql, values);
            return new(prepared);
        }
        catch
        {
            prepared.Dispose();
            throw;
        }
    }

    public sqlite3_stmt Handle => prepared;

    public void Dispose() => prepared.Dispose();

    /// <summary>Comments and white space may follow. Whatever else follows is refused, never left out in silence.</summary>
    private static void RefuseSecond(sqlite3 database, ReadOnlySpan<byte> tail)
    {
        while (!tail.IsEmpty)
        {
            var code = raw.sqlite3_prepare_v2(database, tail, out var second, out var rest);
            using (second)
                if (code != raw.SQLITE_OK || !IsNothing(second))
                    throw Refusal.OfSecond(Encoding.UTF8.GetString(tail)).ToException();
            if (rest.Length == tail.Length)
                return;
            tail = rest;
        }
    }

    private static void RefuseOther(sqlite3_stmt prepared, string sql, Gatekeeper gate)
    {
        if (IsNothing(prepared))
            throw new QueryRefusedException("There is no statement.", Refusal.Short(sql), Refusal.UseViews);
        if (!gate.HasSelect || raw.sqlite3_stmt_readonly(prepared) == 0)
            throw Refusal.OfNoSelect(sql).ToException();
        if (raw.sqlite3_stmt_isexplain(prepared) != 0)
            throw new QueryRefusedException("EXPLAIN is refused.", Refusal.Short(sql), Refusal.UseViews);
    }

    private static void Bind(sqlite3_stmt prepared, string sql, IReadOnlyDictionary<string, object> values)
    {
        for (var place = 1; place <= raw.sqlite3_bind_parameter_count(prepared); place++)
        {
            var name = raw.sqlite3_bind_parameter_name(prepared, place).utf8_to_string();
            if (name is not [':', .. var bare] || !values.TryGetValue(bare, out var value))
                throw Unvalued(name, sql, values);
            if (value is long number)
                raw.sqlite3_bind_int64(prepared, place, number);
            else
                raw.sqlite3_bind_text(prepared, place, Encoding.UTF8.GetBytes((string)value).AsSpan());
        }
    }

    private static QueryRefusedException Unvalued(
        string? name,
        string sql,
        IReadOnlyDictionary<string, object> values
    ) =>
        values.Count == 0
            ? new(
                "Parameters are refused: nothing gives them a value.",
                Refusal.Short(sql),
                "Write the value itself, a text in 'single quotes'."
            )
            : new(
                "The query uses a parameter that nothing gives a value.",
                name ?? "?",
                $"These have one: {string.Join(", ", values.Keys.Order(StringComparer.Ordinal).Select(key => $":{key}"))}."
            );

    private static bool IsNothing(sqlite3_stmt statement) => statement is null || statement.IsInvalid;
}
