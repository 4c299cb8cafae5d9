using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using PimAudit.Model;

namespace PimAudit.Query;

/// <summary><c>activations</c></summary>
internal static class ActivationsView
{
    private const string Mark = "PIM activation";

    public static View Make() =>
        new View<PimEvent>(
            "activations",
            "One entry that PIM wrote into the audit log within the time that was collected: the steps of activations, and other changes.",
            SnapshotParts.AuditEvents,
            map => map.Snapshot.Events,
            row => new(ObjectKind.Other, row.Id),
            [.. Steps, .. Actors, .. Details]
        );

    private static ImmutableArray<Field<PimEvent>> Steps =>
        [
            new("id", ColumnType.Text, "Id of the entry.", row => row.Id),
            new("at", ColumnType.Time, "When, UTC.", row => Cells.Time(row.At)),
            new(
                "activity",
                ColumnType.Text,
                "Graph's words, such as 'Add member to role completed (PIM activation)'.",
                row => row.Activity
            ),
            new(
                "is_activation",
                ColumnType.Boolean,
                "1 for every step of an activation, by its words: requested, approved, denied, completed, expired.",
                row => Cells.Flag(row.Activity.Contains(Mark, StringComparison.OrdinalIgnoreCase))
            ),
            new(
                "category",
                ColumnType.Text,
                "RoleManagement for roles, GroupManagement for PIM for Groups.",
                row => row.Category
            ),
            new("result", ColumnType.Text, "success, failure, ...", row => row.Result, "not told"),
            new(
                "reason",
                ColumnType.Text,
                "Justification of an activation, or why something failed.",
                row => row.Reason,
                "none"
            ),
        ];

    private static ImmutableArray<Field<PimEvent>> Actors =>
        [
            new(
                "initiator_id",
                ColumnType.Text,
                "Object id of who did it.",
                row => Cells.Id(row.InitiatorId),
                "PIM itself"
            ),
            new("initiator_name", ColumnType.Text, "As the log wrote it.", row => row.InitiatorName, "none"),
            Target(
                "principal_id",
                "Object id of the user or service principal that it is about.",
                one => one.Id,
                "User",
                "ServicePrincipal"
            ),
            Target("principal_name", "Its name, as the log wrote it.", one => one.Name, "User", "ServicePrincipal"),
            Target("role_id", "Role that it is about.", one => one.Id, "Role"),
            Target("role_name", "Its name, as the log wrote it.", one => one.Name, "Role"),
            Target("group_id", "Object id of the group that it is about.", one => one.Id, "Group"),
            Target("group_name", "Its name, as the log wrote it.", one => one.Name, "Group"),
        ];

    private static ImmutableArray<Field<PimEvent>> Details =>
        [
            Detail("ticket_number", "Ticket of an activation, as typed.", "TicketNumber"),
            Detail("ticket_system", "System of that ticket, as typed.", "TicketSystem"),
            Moment("starts_at", "Start of the activation, UTC, as the log wrote it.", "StartTime"),
            Moment("ends_at", "End of the activation, UTC, as the log wrote it.", "ExpirationTime"),
            new(
                "targets",
                ColumnType.Json,
                "All that it speaks of: an array of objects with id, type, name.",
                row =>
                    Cells.Json(
                        new JsonArray([
                            .. row.Targets.Select(one => new JsonObject
                            {
                                ["id"] = one.Id,
                                ["type"] = one.Type,
                                ["name"] = one.Name,
                            }),
                        ])
                    )
            ),
            new(
                "details",
                ColumnType.Json,
                "Further details, ticket and timing among them: an array of objects with key, value.",
                row =>
                    Cells.Json(
                        new JsonArray([
                            .. row.Details.Select(one => new JsonObject { ["key"] = one.Key, ["value"] = one.Value }),
                        ])
                    )
            ),
        ];

    private static Field<PimEvent> Detail(string name, string meaning, string key) =>
        new(name, ColumnType.Text, meaning, row => Told(row, key), "the log names none");

    private static Field<PimEvent> Moment(string name, string meaning, string key) =>
        new(
            name,
            ColumnType.Time,
            meaning,
            row =>
                DateTimeOffset.TryParse(
                    Told(row, key),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var moment
                )
                    ? Cells.Time(moment)
                    : null,
            "the log names none, or writes it in a way that this version cannot read"
        );

    private static string? Told(PimEvent row, string key) =>
        row.Details.FirstOrDefault(one => string.Equals(one.Key, key, StringComparison.OrdinalIgnoreCase))?.Value
            is { Length: > 0 } value
            ? value
            : null;

    private static Field<PimEvent> Target(
        string name,
        string meaning,
        Func<PimEventTarget, string?> value,
        params string[] types
    ) =>
        new(
            name,
            ColumnType.Text,
            meaning,
            row =>
                row.Targets.FirstOrDefault(one => types.Contains(one.Type, StringComparer.OrdinalIgnoreCase)) is { } one
                    ? Lower(value(one))
                    : null,
            "the log names none"
        );

    /// <summary>An id in the case that every view writes ids in; a name as it is.</summary>
    private static string? Lower(string? text) => Guid.TryParseExact(text, "D", out var id) ? id.ToString("D") : text;
}
