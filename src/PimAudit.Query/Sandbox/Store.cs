using Microsoft.Data.Sqlite;
using PimAudit.Access;
using SQLitePCL;

namespace PimAudit.Query;

/// <summary>The views as tables of a database in memory, each filled when it is first asked for.</summary>
internal sealed class Store : IDisposable
{
    private const int DefensiveSwitch = 1010;
    private const int TrustedSchemaSwitch = 1017;
    private const int QuotedTextInQueriesSwitch = 1013;
    private const int PageBytes = 4096;

    private readonly AccessMap map;
    private readonly SqliteConnection connection = new("Data Source=:memory:;Pooling=False");
    private readonly PresentFunctions present;
    private readonly Dictionary<string, Doubts> filled = new(StringComparer.Ordinal);
    private readonly HashSet<string> withRows = new(StringComparer.Ordinal);
    private readonly long tableBytes;

    public Store(AccessMap map, long tableBytes)
    {
        this.map = map;
        this.tableBytes = tableBytes;
        present = new(map.Snapshot.TakenAt);
        connection.Open();
        present.Register(connection);
        TrimFunctions.Register(connection);
        Run($"PRAGMA page_size={PageBytes}");
        Run($"PRAGMA max_page_count={tableBytes / PageBytes}");
        Run("PRAGMA temp_store=MEMORY");
        foreach (var view in ViewCatalogue.All)
            Run(
                $"CREATE TABLE {view.Name} ({string.Join(", ", view.Columns.Select(column => $"{column.Name} {column.Sql}"))})"
            );
        Modules = [.. Texts("SELECT name FROM pragma_module_list")];
        Lock();
    }

    public sqlite3 Handle => connection.Handle!;

    /// <summary>Virtual tables that this SQLite has.</summary>
    public IReadOnlyList<string> Modules { get; }

    public Doubts DoubtsOf(View view) => filled[view.Name];

    /// <summary>A view that was filled has a row.</summary>
    public bool HasRows(View view) => withRows.Contains(view.Name);

    /// <exception cref="QueryRefusedException">The rows do not fit.</exception>
    public void Fill(View view, CancellationToken cancellation)
    {
        if (filled.ContainsKey(view.Name))
            return;

        using var limits = StringLimit.Lifted(Handle);
        Run("BEGIN");
        try
        {
            var filler = new TableFiller(Handle, map, view, tableBytes);
            filled[view.Name] = filler.Fill(cancellation);
            if (filler.Rows > 0)
                withRows.Add(view.Name);
            Run("COMMIT");
        }
        catch
        {
            // SQLite has ended the transaction by itself where the rows did not fit.
            if (raw.sqlite3_get_autocommit(Handle) == 0)
                Run("ROLLBACK");
            filled.Remove(view.Name);
            throw;
        }
    }

    public void Dispose()
    {
        connection.Dispose();
        present.Dispose();
    }

    private void Lock()
    {
        foreach (var (id, value) in StatementLimits.All)
            raw.sqlite3_limit(Handle, id, value);
        raw.sqlite3_db_config(Handle, DefensiveSwitch, 1, out _);
        raw.sqlite3_db_config(Handle, TrustedSchemaSwitch, 0, out _);
        // Else a misspelt "column" in double quotes would be taken for a text, and the answer be wrong.
        raw.sqlite3_db_config(Handle, QuotedTextInQueriesSwitch, 0, out _);
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private List<string> Texts(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return texts;
    }
}
