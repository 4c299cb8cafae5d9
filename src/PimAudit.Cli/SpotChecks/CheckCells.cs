using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PimAudit.Access.Questions.Diagnosis;
using PimAudit.Model;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>The lines of a guided check, and its advice, as rows of an answer.</summary>
internal static class CheckCells
{
    private static readonly ImmutableArray<Column> Columns =
    [
        new("Verdict", "verdict", Shown.File),
        new("Check", "check"),
        new("Seen", "seen"),
        new("Practice", "practice", Shown.File),
        new("Evidence", "evidence", Shown.Wide),
    ];

    private static readonly ImmutableArray<Column> AdviceColumns =
    [
        new("Advice", "advice"),
        new("Object", "object", Shown.File),
        new("Kind", "objectKind", Shown.Data),
        new("Object id", "objectId", Shown.File),
    ];

    public static Section Section(GuidedCheck found) =>
        new("Checks", found.Lines.Length, Caption(found.Lines), Columns, [.. found.Lines.Select(Row)])
        {
            Marks = [.. found.Lines.Select(line => Mark(line.Verdict))],
        };

    public static Section Advice(GuidedCheck found) =>
        new(
            "Do this",
            1,
            Aim(found.Lines),
            AdviceColumns,
            [
                [
                    found.Advice.Text,
                    found.Advice.Object.Label,
                    Words.Kind(found.Advice.Object.Kind),
                    found.Advice.Object.Id,
                ],
            ]
        )
        {
            Marks = [Glyph.Next],
        };

    private static ImmutableArray<Cell> Row(CheckLine line) =>
        [
            Word(line.Verdict),
            line.Name,
            line.Text,
            line.Practice,
            new(
                string.Join("; ", line.Evidence.Select(row => $"{PartNames.InSentence(row.Part)} {row.Id}")),
                () =>
                    new JsonArray([
                        .. line.Evidence.Select(row => new JsonObject
                        {
                            ["part"] = row.Part.ToString(),
                            ["id"] = row.Id,
                        }),
                    ])
            ),
        ];

    private static string Caption(ImmutableArray<CheckLine> lines)
    {
        var faults = lines.Count(line => line.Verdict is CheckVerdict.Fault);
        var unknown = lines.Count(line => line.Verdict is CheckVerdict.NotKnown);
        var found = faults == 0 ? "no fault found" : Say.Count(faults, "fault");
        return unknown == 0 ? found : $"{found}, {Say.Number(unknown)} not known";
    }

    private static string Aim(ImmutableArray<CheckLine> lines) =>
        lines.Any(line => line.Verdict is CheckVerdict.Fault) ? "it mends the earliest cause"
        : lines.Any(line => line.Verdict is CheckVerdict.NotKnown) ? "no fault is certain, but not everything is known"
        : "nothing is in the way";

    private static string Word(CheckVerdict verdict) =>
        verdict is CheckVerdict.Ok ? "ok" : Say.Word(verdict).ToLowerInvariant();

    private static Glyph Mark(CheckVerdict verdict) =>
        verdict switch
        {
            CheckVerdict.Ok => Glyph.Pass,
            CheckVerdict.Fault => Glyph.Fail,
            CheckVerdict.NotKnown => Glyph.Unknown,
            _ => Glyph.NotApplicable,
        };
}
