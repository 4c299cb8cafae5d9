using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Access.Questions;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary>A read-only table that queries see.</summary>
/// <param name="name">As SQL writes it.</param>
/// <param name="meaning">What one row is.</param>
/// <param name="parts">Parts without which rows may be missing.</param>
/// <param name="columns">In their order.</param>
public abstract class View(string name, string meaning, SnapshotParts parts, ImmutableArray<ViewColumn> columns)
{
    public string Name { get; } = name;

    public string Meaning { get; } = meaning;

    public SnapshotParts Parts { get; } = parts;

    public ImmutableArray<ViewColumn> Columns { get; } = columns;

    /// <summary>Rows in an order that the snapshot alone decides.</summary>
    internal abstract IEnumerable<ViewRow> Rows(AccessMap map);

    /// <summary>What may hide rows besides its parts.</summary>
    internal abstract IEnumerable<UnreadFact> Blind(AccessMap map);
}

/// <summary>One row of a view.</summary>
/// <param name="Subject">Whom it is about.</param>
/// <param name="Values">long, double, string, null, or a <see cref="Doubt"/>; one per column.</param>
internal sealed record ViewRow(ObjectRef Subject, object?[] Values);

/// <summary>A column with the way to its value.</summary>
internal sealed record Field<TRow>(ViewColumn Column, Func<TRow, object?> Value)
{
    public Field(
        string name,
        ColumnType type,
        string meaning,
        Func<TRow, object?> value,
        string? isNull = null,
        SnapshotParts parts = SnapshotParts.None
    )
        : this(new ViewColumn(name, type, meaning, isNull, parts), value) { }
}

/// <summary>A view whose rows are made from one kind of fact.</summary>
internal sealed class View<TRow>(
    string name,
    string meaning,
    SnapshotParts parts,
    Func<AccessMap, IEnumerable<TRow>> rows,
    Func<TRow, ObjectRef> subject,
    ImmutableArray<Field<TRow>> fields,
    Func<AccessMap, IEnumerable<UnreadFact>>? blind = null
) : View(name, meaning, parts, [.. fields.Select(field => field.Column)])
{
    internal override IEnumerable<ViewRow> Rows(AccessMap map) =>
        rows(map).Select(row => new ViewRow(subject(row), [.. fields.Select(field => field.Value(row))]));

    internal override IEnumerable<UnreadFact> Blind(AccessMap map) => blind?.Invoke(map) ?? [];
}
