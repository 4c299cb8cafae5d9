using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PimAudit.Access;
using PimAudit.Access.Questions;
using PimAudit.Model;

namespace PimAudit.Query;

internal sealed record PathRow(AccessPath Path, ObjectRef Scope, ImmutableArray<Gates> Gates, object? Approach)
{
    private static readonly Gap Untold = new(
        SnapshotParts.ActiveAssignments,
        MissingReason.Malformed,
        "PIM does not list an assignment on the way, so its kind and its end are unknown."
    );

    public static PathRow Of(AccessMap map, AccessPath path) =>
        new(
            path,
            map.Directory.ScopeReference(path.Scope),
            [.. path.Hops.Select(hop => hop.Gates).OfType<Gates>()],
            Approaches.Of(map, path)
        );

    private bool IsDoubtful => Path.Hops.Any(hop => hop.State is HopState.Unknown);

    /// <summary>A value that is nothing where a hop is of unknown kind and end.</summary>
    public object? Sure(object? value) => IsDoubtful ? new Doubt(value, Untold) : value;

    public object IsPermanent => IsDoubtful ? new Doubt(null, Untold) : Cells.Flag(Path.EndsAt is null);

    /// <summary>1 if any activation on the way asks; a hop that needs none asks nothing.</summary>
    public object Asks(Func<Gates, bool?> gate)
    {
        var asked = Maybe.Any(Gates.Select(gate));
        return asked is { } known ? Cells.Flag(known) : new Doubt(null, HoleIn(gate));
    }

    private Gap? HoleIn(Func<Gates, bool?> gate) => Hole(Gates.First(gates => gate(gates) is null));

    /// <summary>The way is open as long as its shortest activation.</summary>
    public object? Longest =>
        Gates.FirstOrDefault(gates => gates.Longest is null) is { } hole
            ? new Doubt(null, Hole(hole))
            : Cells.Minutes(Gates.IsEmpty ? null : Gates.Min(gates => gates.Longest));

    private static Gap Hole(Gates gates) =>
        gates.Gap
        ?? new(
            gates.Access is null ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings,
            MissingReason.Malformed,
            "The role settings lack a rule, so a gate is unknown."
        );
}

/// <summary><c>access_paths</c></summary>
internal static class AccessPathsView
{
    private const SnapshotParts OfGates = SnapshotParts.RoleSettings | SnapshotParts.GroupSettings;

    public static View Make() =>
        new View<PathRow>(
            "access_paths",
            "One way by which a user or service principal reaches a role at a scope, groups followed at any depth.",
            Lists.OfRoles | Lists.OfGroups,
            map => map.Paths.Concat(map.TakeoverPaths).Select(path => PathRow.Of(map, path)),
            row => row.Path.Principal,
            [
                new(
                    "id",
                    ColumnType.Text,
                    "A name for the path that stays while its ids stay.",
                    row => PathKey.Of(row.Path)
                ),
                .. PrincipalFields.Of<PathRow>(row => row.Path.Principal),
                .. PrincipalFields.Role<PathRow>(row => row.Path.Role, row => row.Scope),
                .. States,
                .. Asked,
                .. Way,
            ],
            map => map.HiddenHolders.Select(spot => new UnreadFact(spot.Subject, spot.Gap))
        );

    private static ImmutableArray<Field<PathRow>> States =>
        [
            new(
                "band",
                ColumnType.Text,
                "certain, or takeover: leads through an ownership, so an owner could add himself.",
                row => Cells.Word(row.Path.Band)
            ),
            new(
                "state",
                ColumnType.Text,
                "eligible if anything on the way must be activated first; else activated or standing; unknown where PIM does not tell.",
                row => row.Sure(Cells.Word(row.Path.State))
            ),
            new(
                "activations",
                ColumnType.Integer,
                "How many activations the way needs.",
                row => (long)row.Path.Hops.Count(hop => hop.State is HopState.Eligible)
            ),
            new(
                "approach",
                ColumnType.Text,
                "How the group carries the role: direct (no group), approach1, approach2, standing, mixed, dormant, unknown.",
                row => row.Approach
            ),
            new(
                "starts_at",
                ColumnType.Time,
                "The last start among its hops, UTC.",
                row => Cells.Time(row.Path.StartsAt),
                "no start is known"
            ),
            new(
                "ends_at",
                ColumnType.Time,
                "The first end among its hops, UTC.",
                row => row.Sure(Cells.Time(row.Path.EndsAt)),
                "without end, or the end of a hop is unknown"
            ),
            new(
                "is_permanent",
                ColumnType.Boolean,
                "No hop ends.",
                row => row.IsPermanent,
                "the end of a hop is unknown"
            ),
        ];

    private static ImmutableArray<Field<PathRow>> Asked =>
        [
            Asks("asks_mfa", "multifactor authentication", gates => gates.Mfa),
            Asks("asks_authentication_context", "an authentication context", gates => gates.ContextRequired),
            Asks("asks_justification", "a reason", gates => gates.Justification),
            Asks("asks_ticket", "a ticket", gates => gates.Ticket),
            Asks("asks_approval", "an approver's consent", gates => gates.Approval),
            new(
                "longest_activation_minutes",
                ColumnType.Real,
                "How long its shortest activation may last, in minutes.",
                row => row.Longest,
                "nothing is activated on it, or the settings were not read",
                OfGates
            ),
        ];

    private static ImmutableArray<Field<PathRow>> Way =>
        [
            new(
                "through",
                ColumnType.Text,
                "Names of the groups on the way, joined by ' > '; the id where no name was read; '' for a direct path.",
                row => string.Join(" > ", row.Path.Hops.Skip(1).Select(hop => hop.From.Label)),
                parts: SnapshotParts.Principals
            ),
            new(
                "holding_group_id",
                ColumnType.Text,
                "Object id of the group that holds the role.",
                row => row.Path.Holder?.Id,
                "a direct path"
            ),
            new(
                "holding_group_name",
                ColumnType.Text,
                "Its name.",
                row => row.Path.Holder?.DisplayName,
                "a direct path, or not read",
                SnapshotParts.Principals
            ),
            new(
                "hops",
                ColumnType.Json,
                "Its hops from principal to role: an array of objects with from_id, from_name, to_id, to_name, relation (member, owner, role), state, starts_at, ends_at, evidence_ids.",
                row => row.Sure(Cells.Json(Hops(row.Path))),
                parts: SnapshotParts.Principals
            ),
        ];

    private static Field<PathRow> Asks(string name, string what, Func<Gates, bool?> gate) =>
        new(
            name,
            ColumnType.Boolean,
            $"An activation on the way asks for {what}; 0 where nothing is activated.",
            row => row.Asks(gate),
            Cells.NotReadWords,
            OfGates
        );

    private static JsonArray Hops(AccessPath path) =>
        new([
            .. path.Hops.Select(hop => new JsonObject
            {
                ["from_id"] = hop.From.Id,
                ["from_name"] = hop.From.DisplayName,
                ["to_id"] = hop.To.Id,
                ["to_name"] = hop.To.DisplayName,
                ["relation"] = Cells.Word(hop.Relation),
                ["state"] = Cells.Word(hop.State),
                ["starts_at"] = Cells.Time(hop.StartsAt),
                ["ends_at"] = Cells.Time(hop.EndsAt),
                ["evidence_ids"] = Cells.Texts(hop.Evidence.Select(row => row.Id)),
            }),
        ]);
}
