using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PimAudit.Access;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>Ways as rows of an answer.</summary>
internal sealed class WayCells(AccessMap map, bool unicode, bool isAboutRole)
{
    private const int MaxApprovers = 2;

    private readonly ImmutableHashSet<Guid> emergency =
    [
        .. map.Snapshot.EmergencyAccounts.Select(entry => entry.ObjectId).OfType<Guid>(),
    ];

    public ImmutableArray<Column> Columns { get; } =
    [
        new("Principal", "principal", isAboutRole ? Shown.Always : Shown.Data),
        new("Object id", "principalId", Shown.Data),
        new("User principal name", "userPrincipalName", Shown.Data),
        new("Role", "role", isAboutRole ? Shown.Data : Shown.Always),
        new("Role id", "roleId", Shown.Data),
        new("Scope", "scope", Shown.Data),
        new("Path", "drawing", Shown.Drawing),
        new("Through", "path"),
        new("State", "state", Shown.Data),
        new("Gates", "gates"),
        new("Weakest gate", "weakestGate", Shown.Data),
        new("Activations", "activations", Shown.Data),
        new("Approvals", "approvals", Shown.Data),
        new("Approvers", "approvers", Shown.Data),
        new("Longest", "longest", Shown.Wide),
        new("Until", "until"),
        new("Ready", "readyAt", Shown.File),
        new("Note", "note"),
    ];

    public Section Section(string name, string caption, IEnumerable<Way> ways)
    {
        var all = ways.ToList();
        var counted = all.Select(way => isAboutRole ? way.Path.Principal.Id : $"{way.Path.Role.Id} {way.Path.Scope}");
        return new(
            name,
            counted.Distinct(StringComparer.Ordinal).Count(),
            caption,
            Columns,
            [.. all.Select(way => Row(way))]
        );
    }

    private ImmutableArray<Cell> Row(Way way)
    {
        var path = way.Path;
        return
        [
            path.Principal.Label,
            path.Principal.Id,
            map.Directory.User(Guid.Parse(path.Principal.Id))?.UserPrincipalName ?? "",
            path.Role.Label,
            path.Role.Id,
            path.Scope,
            PathDrawing.Of(path, unicode),
            new(Through(path), () => new JsonArray([.. path.Hops.Select(Json)])),
            Words.State(path.State),
            way.Activations == 0 ? "none" : Letters(way.Asks),
            way.Weakest is null ? "" : Letter(way.Weakest),
            new(Say.Number(way.Activations), () => way.Activations),
            new(Say.Number(way.Approvals.Length), () => way.Approvals.Length),
            new(
                string.Join("; ", Approvers(way).Select(one => one.Label)),
                () => new JsonArray([.. Approvers(way).Select(one => AnswerFiles.Json(one))])
            ),
            new(Longest(way), () => way.Longest?.TotalMinutes),
            new(
                path.State is HopState.Unknown ? "unknown" : Say.End(path.EndsAt),
                () => AnswerFiles.Moment(path.EndsAt)
            ),
            new(Ready(way), () => AnswerFiles.Moment(way.ReadyAt)),
            Note(way),
        ];
    }

    public string Through(AccessPath path)
    {
        var groups = path
            .Hops.Where(hop => hop.Relation is not HopRelation.Role)
            .Select(hop => hop.Relation is HopRelation.Owner ? $"owner of {hop.To.Label}" : hop.To.Label)
            .ToList();
        var at = string.Equals(path.Scope, "/", StringComparison.Ordinal)
            ? ""
            : $", at {map.Directory.ScopeReference(path.Scope).Label}";
        return (groups.Count == 0 ? "direct" : string.Join(" > ", groups)) + at;
    }

    private static string Letter(WayGate gate) => $"{gate.Owner.Label}: {Letters(question => question(gate))}";

    /// <summary>M J T A in fixed places; a dash where nothing is asked, a question mark where that was not read.</summary>
    public static string Letters(Func<Func<WayGate, bool?>, bool?> asks) =>
        string.Join(
            ' ',
            Mark(asks(gate => gate.Mfa), "M"),
            Mark(asks(gate => gate.Gates.Justification), "J"),
            Mark(asks(gate => gate.Gates.Ticket), "T"),
            Mark(asks(gate => gate.Gates.Approval), "A")
        );

    private static string Mark(bool? asked, string letter) =>
        asked switch
        {
            true => letter,
            false => "-",
            null => "?",
        };

    private static string Longest(Way way) =>
        way.Activations == 0 ? "-"
        : way.Longest is { } time ? Say.Duration(time)
        : "?";

    private static string Ready(Way way) =>
        way.ReadyAt is not { } at ? "never"
        : Consents(way) > 0 ? $"once approved, by {Say.Moment(at)} at the latest"
        : way.OpensAt == at ? $"from {Say.Moment(at)}"
        : "at once";

    private static int Consents(Way way) => way.Approvals.Count(approval => approval.State is ApproverState.Living);

    private static IEnumerable<ObjectRef> Approvers(Way way) =>
        way.Approvals.SelectMany(approval => approval.People).DistinctBy(one => one.Id, StringComparer.Ordinal);

    private string Note(Way way)
    {
        var notes = way.Blockers.ToList();
        if (way.OpensAt is { } opens)
            notes.Add($"by schedule from {Say.Moment(opens)}");
        if (emergency.Contains(Guid.Parse(way.Path.Principal.Id)))
            notes.Add("emergency account");
        notes.AddRange(way.Approvals.Where(approval => approval.State is not ApproverState.Nobody).Select(Who));
        notes.AddRange(way.Gates.Select(ContextWords.Of).OfType<string>());
        if (way.Path.State is HopState.Activated)
            notes.Add("activated");
        if (way.Path.State is HopState.Unknown)
            notes.Add("kind unknown");
        return string.Join("; ", notes.Distinct(StringComparer.Ordinal));
    }

    private static string Who(Approval approval) =>
        approval switch
        {
            { State: ApproverState.Unknown } => $"approver of {approval.Owner.Label} not read",
            { People.Length: <= MaxApprovers } =>
                $"approved by {string.Join(" or ", approval.People.Select(one => one.Label))}{First(approval)}",
            _ => $"approved by one of {Say.Number(approval.People.Length)} people{First(approval)}",
        };

    private static string First(Approval approval) => approval.MustActivate ? ", who must activate first" : "";

    public static JsonObject Json(Hop hop) =>
        new()
        {
            ["from"] = AnswerFiles.Json(hop.From),
            ["to"] = AnswerFiles.Json(hop.To),
            ["relation"] = hop.Relation.ToString(),
            ["state"] = hop.State.ToString(),
            ["endsAt"] = AnswerFiles.Moment(hop.EndsAt),
            ["evidence"] = new JsonArray([
                .. hop.Evidence.Select(row => new JsonObject { ["part"] = row.Part.ToString(), ["id"] = row.Id }),
            ]),
        };
}
