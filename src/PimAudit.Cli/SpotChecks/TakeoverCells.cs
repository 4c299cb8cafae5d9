using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PimAudit.Access;
using PimAudit.Access.Questions;
using PimAudit.Access.Takeovers;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>Takeovers by power as rows of an answer.</summary>
internal sealed class TakeoverCells(AccessMap map, WayCells ways, bool isAboutRole)
{
    private const int MaxNamed = 1;

    private ImmutableArray<Column> Columns { get; } =
    [
        new("Principal", "principal", isAboutRole ? Shown.Always : Shown.Data),
        new("Object id", "principalId", Shown.Data),
        new("User principal name", "userPrincipalName", Shown.Data),
        new("Roles", "roles", isAboutRole ? Shown.Data : Shown.Always),
        new("Means", "means", Shown.Data),
        new("Could", "could"),
        new("As", "powers", Shown.Wide),
        new("Through", "path", Shown.Wide),
        new("State", "state", Shown.Data),
        new("Gates", "gates"),
        new("Over", "targets"),
        new("Note", "note"),
        new("Confidence", "confidence", Shown.File),
        new("Source", "source", Shown.File),
        new("Evidence", "evidence", Shown.Data),
    ];

    public Section Section(ImmutableArray<TakeoverWay> takeovers) =>
        new(
            "Takeover by power",
            takeovers.DistinctBy(one => one.Takeover.Principal.Id, StringComparer.Ordinal).Count(),
            "have power over what leads to it; possible, not assigned",
            Columns,
            [.. takeovers.Select(Row)]
        );

    private ImmutableArray<Cell> Row(TakeoverWay one)
    {
        var (takeover, way) = (one.Takeover, one.Way);
        return
        [
            takeover.Principal.Label,
            takeover.Principal.Id,
            map.Directory.User(Guid.Parse(takeover.Principal.Id))?.UserPrincipalName ?? "",
            Named(one.Roles),
            takeover.Means.ToString(),
            Could(takeover.Means),
            takeover.Powers.IsEmpty ? "owner" : Named([.. takeover.Powers.Select(path => path.Role)]),
            new(
                way is null ? "" : ways.Through(way.Path),
                () => way is null ? null : new JsonArray([.. way.Path.Hops.Select(WayCells.Json)])
            ),
            way is null ? "" : Words.State(way.Path.State),
            way is null or { Activations: 0 } ? "none" : WayCells.Letters(way.Asks),
            Named(takeover.Targets),
            Note(one),
            takeover.Confidence.ToString(),
            takeover.Source,
            new(
                string.Join("; ", takeover.Evidence.Select(row => row.Id)),
                () =>
                    new JsonArray([
                        .. takeover.Evidence.Select(row => new JsonObject
                        {
                            ["part"] = row.Part.ToString(),
                            ["id"] = row.Id,
                        }),
                    ])
            ),
        ];
    }

    private static string Could(TakeoverMeans means) =>
        means switch
        {
            TakeoverMeans.RoleAssignment => "assign the role",
            TakeoverMeans.CredentialReset => "reset a holder",
            TakeoverMeans.PasswordReset => "reset a password",
            TakeoverMeans.ApplicationCredential or TakeoverMeans.ApplicationOwnership => "add a credential",
            TakeoverMeans.GroupMembership => "edit the members",
            _ => throw new InvalidOperationException($"No words for {means}."),
        };

    private static Cell Named(ImmutableArray<ObjectRef> objects) =>
        new(
            objects.Length <= MaxNamed
                ? string.Join(", ", objects.Select(one => one.Label))
                : $"{string.Join(", ", objects.Take(MaxNamed).Select(one => one.Label))} and {Say.Number(objects.Length - MaxNamed)} more",
            () => new JsonArray([.. objects.Select(one => AnswerFiles.Json(one))])
        );

    private static string Note(TakeoverWay one)
    {
        var contested = one.Takeover.Confidence is Confidence.Contested ? "contested" : null;
        var activates = one is { Blocker: null, Way.Activations: > 0 } ? "after activation" : null;
        return string.Join("; ", new[] { one.Blocker, activates, contested }.OfType<string>());
    }
}
