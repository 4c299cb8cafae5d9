using SQLitePCL;

namespace PimAudit.Query;

/// <summary>Why a query is not answered, in plain words.</summary>
internal sealed record Refusal(string Failed, string Seen, string Remedy)
{
    private const string OneSelect = "A query is one SELECT (or WITH ... SELECT) over these views: ";

    public static string UseViews => $"{OneSelect}{ViewCatalogue.Names}.";

    public static Refusal OfFunction(string? name) =>
        new(
            "The query calls a function that is refused.",
            $"{name}()",
            $"These may be called: {AllowedFunctions.Listed}. They reach no file, and the same snapshot gives the same answer."
        );

    public static Refusal OfTable(string name) =>
        new("The query reads a table that is refused.", name, $"{UseViews} 'query --schema' describes them.");

    /// <param name="table">What the action is about; the database's own table where something is made or dropped.</param>
    public static Refusal OfAction(int action, string? table, string sql) =>
        new($"{Verb(action, table)} is refused: a query only reads.", Short(sql), UseViews);

    public static Refusal OfSecond(string rest) =>
        new(
            "A second statement is refused.",
            $"After the first ';' stands: {Short(rest)}",
            "Give one statement; ask the second one in a second query."
        );

    public static Refusal OfNoSelect(string sql) => new("Only SELECT is answered.", Short(sql), UseViews);

    public QueryRefusedException ToException() => new(Failed, Seen, Remedy);

    /// <summary>As much of a statement as helps to find the place.</summary>
    public static string Short(string sql)
    {
        const int Most = 120;
        var line = string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Most ? line : $"{line[..Most]} ...";
    }

    private static string Verb(int action, string? table) =>
        action switch
        {
            _ when table?.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase) is true =>
                "Creating, changing or dropping a table",
            raw.SQLITE_INSERT or raw.SQLITE_UPDATE or raw.SQLITE_DELETE => "Writing",
            raw.SQLITE_ATTACH or raw.SQLITE_DETACH => "Opening or closing another database",
            raw.SQLITE_PRAGMA => "PRAGMA",
            raw.SQLITE_TRANSACTION or raw.SQLITE_SAVEPOINT => "A transaction",
            raw.SQLITE_ALTER_TABLE or raw.SQLITE_REINDEX or raw.SQLITE_ANALYZE => "Changing a table",
            _ => "Anything but reading",
        };
}
