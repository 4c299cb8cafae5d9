using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>What a column holds.</summary>
public enum ColumnType
{
    Text,
    Integer,
    Real,

    /// <summary>1 or 0.</summary>
    Boolean,

    /// <summary>UTC text such as <c>2026-10-01T06:00:00Z</c>.</summary>
    Time,

    /// <summary>Text for <c>json_each</c> and <c>-&gt;&gt;</c>.</summary>
    Json,
}

/// <summary>A column of a view.</summary>
/// <param name="Null">What NULL means; null where there is no NULL.</param>
/// <param name="Parts">Parts of the snapshot that it comes from, beyond those of the view's rows.</param>
public sealed record ViewColumn(string Name, ColumnType Type, string Meaning, string? Null, SnapshotParts Parts)
{
    public string Sql =>
        Type switch
        {
            ColumnType.Integer or ColumnType.Boolean => "INTEGER",
            ColumnType.Real => "REAL",
            _ => "TEXT",
        };
}
