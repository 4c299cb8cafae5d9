using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Query;

internal sealed record SettingsRow(ObjectRef Owner, AccessMap Map, RoleSettings Settings)
{
    /// <summary>The rule was not in the policy.</summary>
    public Gap Absent =>
        new(
            Settings.Owner.IsRole ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings,
            MissingReason.Malformed,
            "The role settings lack a rule, so a setting is unknown."
        );

    public object Flag(bool? value) => Cells.Flag(value, Absent);

    public object Sure(object? value) => value ?? new Doubt(null, Absent);

    public string NameOf(Approver approver) =>
        approver.Kind is ApproverKind.RequestorManager ? "the requestor's manager"
        : approver.Id is { } id ? Map.Directory.Reference(id).DisplayName ?? approver.Description ?? id.ToString("D")
        : approver.Description ?? "unknown";
}

/// <summary><c>role_settings</c></summary>
internal static class RoleSettingsView
{
    private const string NoRule = "the policy lacks the rule, so unknown";

    public static View Make() =>
        new View<SettingsRow>(
            "role_settings",
            "The settings of one role, or of the member or owner side of one group: what an activation asks.",
            SnapshotParts.RoleSettings | SnapshotParts.GroupSettings,
            map =>
                map.Snapshot.RoleSettings.DistinctBy(row => row.Owner)
                    .Where(row => map.SettingsOf(row.Owner).IsKnown)
                    .Select(row => new SettingsRow(map.Reference(row.Owner), map, row))
                    .OrderBy(row => row.Owner.Key, StringComparer.Ordinal)
                    .ThenBy(row => row.Settings.Owner.Access),
            row => row.Owner,
            [.. Owners, .. Gates, .. Ends, .. Approvers]
        );

    private static ImmutableArray<Field<SettingsRow>> Owners =>
        [
            new("owner_kind", ColumnType.Text, "role or group.", row => row.Settings.Owner.IsRole ? "role" : "group"),
            new("owner_id", ColumnType.Text, "Role definition id, or object id of the group.", row => row.Owner.Id),
            new(
                "owner_name",
                ColumnType.Text,
                "Name of the role or group.",
                row => row.Owner.DisplayName,
                Cells.NotReadWords,
                SnapshotParts.RoleDefinitions | SnapshotParts.Principals
            ),
            new(
                "access",
                ColumnType.Text,
                "Side of the group: member or owner.",
                row => row.Settings.Owner.Access is { } access ? Cells.Word(access) : null,
                "settings of a role"
            ),
            new(
                "changed_at",
                ColumnType.Time,
                "When the settings were last changed, UTC.",
                row => Cells.Time(row.Settings.ChangedAt),
                "never changed"
            ),
        ];

    private static ImmutableArray<Field<SettingsRow>> Gates =>
        [
            Flag("asks_mfa", "Activation asks for multifactor authentication.", row => row.Mfa),
            Flag(
                "asks_authentication_context",
                "Activation asks for an authentication context.",
                row => row.ContextRequired
            ),
            new(
                "authentication_context",
                ColumnType.Text,
                "Claim value of the context, such as c1.",
                row => row.Settings.AuthenticationContext,
                "none is asked for"
            ),
            Flag("asks_justification", "Activation asks for a reason.", row => row.Justification),
            Flag("asks_ticket", "Activation asks for a ticket.", row => row.Ticket),
            Flag("asks_approval", "Activation waits for an approver.", row => row.ApprovalRequired),
            new(
                "longest_activation_minutes",
                ColumnType.Real,
                "Longest activation, in minutes.",
                row => row.Sure(Cells.Minutes(row.Settings.LongestActivation)),
                NoRule
            ),
        ];

    private static ImmutableArray<Field<SettingsRow>> Ends =>
        [
            Flag(
                "allows_permanent_eligible",
                "Eligible assignments without end are allowed.",
                row => row.PermanentEligibleAllowed
            ),
            Days(
                "longest_eligible_days",
                "Longest eligible assignment where an end is required, in days of 24 h.",
                row => row.LongestEligible
            ),
            Flag(
                "allows_permanent_active",
                "Active assignments without end are allowed.",
                row => row.PermanentActiveAllowed
            ),
            Days(
                "longest_active_days",
                "Longest active assignment where an end is required, in days of 24 h.",
                row => row.LongestActive
            ),
            Flag(
                "assigning_asks_mfa",
                "Making somebody active asks for multifactor authentication.",
                row => row.AssigningMfa
            ),
            Flag(
                "assigning_asks_justification",
                "Making somebody active asks for a reason.",
                row => row.AssigningJustification
            ),
        ];

    private static ImmutableArray<Field<SettingsRow>> Approvers =>
        [
            new(
                "approver_count",
                ColumnType.Integer,
                "Named approvers; they may stay listed while asks_approval is 0. 0 with approval on: all Global and Privileged Role Administrators.",
                row => (long)row.Settings.Approvers.Length
            ),
            new(
                "approvers",
                ColumnType.Json,
                "Named approvers: an array of objects with kind, id, name, is_backup.",
                row => Cells.Json(Array(row)),
                parts: SnapshotParts.Principals
            ),
        ];

    private static JsonArray Array(SettingsRow row) =>
        new([
            .. row.Settings.Approvers.Select(approver => new JsonObject
            {
                ["kind"] = Cells.Word(approver.Kind),
                ["id"] = Cells.Id(approver.Id),
                ["name"] = row.NameOf(approver),
                ["is_backup"] = approver.IsBackup,
            }),
        ]);

    private static Field<SettingsRow> Flag(string name, string meaning, Func<RoleSettings, bool?> setting) =>
        new(name, ColumnType.Boolean, meaning, row => row.Flag(setting(row.Settings)), NoRule);

    private static Field<SettingsRow> Days(string name, string meaning, Func<RoleSettings, TimeSpan?> setting) =>
        new(name, ColumnType.Real, meaning, row => row.Sure(Cells.Days(setting(row.Settings))), NoRule);
}
