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

    public static Refusal OfAction(int action, string? first, string? second) =>
        new($"{Verb(action)} is refused: a query only reads.", Words(action, first, second), UseViews);

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

    private static string Verb(int action) =>
        action switch
        {
            raw.SQLITE_INSERT or raw.SQLITE_UPDATE or raw.SQLITE_DELETE => "Writing",
            raw.SQLITE_ATTACH or raw.SQLITE_DETACH => "Opening or closing another database",
            raw.SQLITE_PRAGMA => "PRAGMA",
            raw.SQLITE_TRANSACTION or raw.SQLITE_SAVEPOINT => "A transaction",
            raw.SQLITE_ALTER_TABLE or raw.SQLITE_REINDEX or raw.SQLITE_ANALYZE => "Changing a table",
            raw.SQLITE_DROP_INDEX
            or raw.SQLITE_DROP_TABLE
            or raw.SQLITE_DROP_TEMP_INDEX
            or raw.SQLITE_DROP_TEMP_TABLE
            or raw.SQLITE_DROP_TEMP_TRIGGER
            or raw.SQLITE_DROP_TEMP_VIEW
            or raw.SQLITE_DROP_TRIGGER
            or raw.SQLITE_DROP_VIEW
            or raw.SQLITE_DROP_VTABLE => "Dropping something",
            _ => "Creating or changing something",
        };

    private static string Words(int action, string? first, string? second)
    {
        var word = action switch
        {
            raw.SQLITE_INSERT => "INSERT",
            raw.SQLITE_UPDATE => "UPDATE",
            raw.SQLITE_DELETE => "DELETE",
            raw.SQLITE_ATTACH => "ATTACH",
            raw.SQLITE_DETACH => "DETACH",
            raw.SQLITE_PRAGMA => "PRAGMA",
            _ => "",
        };
        return string.Join(' ', new[] { word, first, second }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
