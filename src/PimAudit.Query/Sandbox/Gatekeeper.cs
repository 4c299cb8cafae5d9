using System.Collections.Immutable;
using SQLitePCL;

namespace PimAudit.Query;

/// <summary>Judges every action of a statement while SQLite prepares it: reading the views is let through, nothing else.</summary>
/// <remarks>What is not on the list is refused, so that an action of a later SQLite is refused too.</remarks>
internal sealed class Gatekeeper
{
    private static readonly ImmutableArray<string> Expanders = ["json_each", "json_tree"];

    private readonly Dictionary<string, HashSet<string>> read = new(StringComparer.Ordinal);
    private readonly string sql;
    private readonly HashSet<string> modules;

    /// <param name="sql">The statement, for the words of a refusal.</param>
    /// <param name="modules">Virtual tables that this SQLite has besides ours.</param>
    public Gatekeeper(string sql, IEnumerable<string> modules)
    {
        this.sql = sql;
        this.modules = modules
            .Except(Expanders, StringComparer.OrdinalIgnoreCase)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The first action that was refused; null when none was.</summary>
    public Refusal? Refusal { get; private set; }

    /// <summary>The statement selects something.</summary>
    public bool HasSelect { get; private set; }

    /// <summary>Columns by view; a view without one was counted only.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Read => read;

    /// <summary>SQLite's authorizer callback.</summary>
    public int Judge(int action, string? first, string? second)
    {
        var refusal = action switch
        {
            raw.SQLITE_SELECT => Select(),
            raw.SQLITE_READ => ReadFrom(first ?? "", second ?? ""),
            raw.SQLITE_FUNCTION => AllowedFunctions.Has(second) ? null : Refusal.OfFunction(second),
            raw.SQLITE_RECURSIVE => null,
            _ => Refusal.OfAction(action, first, sql),
        };
        Refusal ??= refusal;
        return refusal is null ? raw.SQLITE_OK : raw.SQLITE_DENY;
    }

    private Refusal? Select()
    {
        HasSelect = true;
        return null;
    }

    private Refusal? ReadFrom(string table, string column)
    {
        if (ViewCatalogue.Find(table) is { } view)
        {
            if (!read.TryGetValue(view.Name, out var columns))
                read[view.Name] = columns = new(StringComparer.OrdinalIgnoreCase);
            if (column.Length > 0)
                columns.Add(column);
            return null;
        }

        if (Expanders.Contains(table, StringComparer.OrdinalIgnoreCase))
            return null;

        // Without a column it may be a table that the query itself makes with WITH, whose name SQLite passes here.
        return column.Length > 0 || IsSystem(table) ? Refusal.OfTable(table) : null;
    }

    private bool IsSystem(string table) =>
        table.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase)
        || table.StartsWith("pragma_", StringComparison.OrdinalIgnoreCase)
        || modules.Contains(table);
}
