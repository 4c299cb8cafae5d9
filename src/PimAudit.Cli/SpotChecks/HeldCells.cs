using System.Collections.Immutable;
using PimAudit.Access;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>Assignments as rows of an answer.</summary>
/// <param name="last">The last column: what the verb tells of each row.</param>
/// <param name="tell">Its text.</param>
internal sealed class HeldCells(AccessMap map, Column last, Func<HeldRow, string> tell)
{
    private ImmutableArray<Column> Columns { get; } =
    [
        new("Principal", "principal"),
        new("Object id", "principalId", Shown.Data),
        new("Kind", "principalKind", Shown.Data),
        new("Holds", "target"),
        new("Target id", "targetId", Shown.Data),
        new("As", "relation"),
        new("State", "state", Shown.Wide),
        new("Scope", "scope", Shown.Data),
        new("Through", "through", Shown.Data),
        new("Since", "startsAt", Shown.Data),
        new("Until", "endsAt"),
        last,
        new("Evidence", "evidence", Shown.Data),
    ];

    public Section Section(string name, string caption, IEnumerable<HeldRow> rows)
    {
        var cells = rows.Select(Row).ToImmutableArray();
        return new(name, cells.Length, caption, Columns, cells);
    }

    private ImmutableArray<Cell> Row(HeldRow row) =>
        [
            row.Principal.Label,
            row.Principal.Id,
            Words.Kind(row.Principal.Kind),
            row.Target.Label + At(row.Scope),
            row.Target.Id,
            row.Relation is HopRelation.Role ? "role" : Say.Word(row.Relation).ToLowerInvariant(),
            Words.State(row.State),
            row.Scope,
            row.Through?.Label ?? "",
            new(row.StartsAt is { } start ? Say.Moment(start) : "", () => AnswerFiles.Moment(row.StartsAt)),
            new(
                row.State is HopState.Unknown ? "unknown"
                    : row.EndsAt is { } end ? Say.Moment(end)
                    : "permanent",
                () => AnswerFiles.Moment(row.EndsAt)
            ),
            tell(row),
            row.Evidence[0].Id,
        ];

    private string At(string scope) =>
        string.Equals(scope, "/", StringComparison.Ordinal) ? "" : $", at {map.Directory.ScopeReference(scope).Label}";
}
