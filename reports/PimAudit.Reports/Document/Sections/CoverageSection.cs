using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Sections;

/// <summary>What was not evaluated and its cure, then what was read.</summary>
internal static class CoverageSection
{
    private static readonly ImmutableArray<TableColumn> Cures = [new("Rules", 96), new("Why", 216), new("Cure", 163)];

    private static readonly ImmutableArray<TableColumn> Parts =
    [
        new("Part", 106),
        new("Request", 208),
        new("Pages", 30, IsFigure: true),
        new("Rows", 34, IsFigure: true),
        new("State", 96),
    ];

    public static Section Of(ReportSource source)
    {
        var result = source.Result;
        return new(
            Anchors.Coverage,
            "Coverage",
            "What was read, how completely, and which rules stay blind. An unread part is never counted as a pass.",
            [
                OutcomeFacts.Of(source) with
                {
                    Title = "What became of the rules",
                },
                new DataTable(
                    "Not evaluated, and the cure",
                    Cures,
                    [.. CoverageGaps.Of(result).Select(Gap)],
                    "Every rule of the profile could be evaluated."
                ),
                new DataTable(
                    "What was read",
                    Parts,
                    [.. result.Coverage.Select(Part)],
                    "The result records no part of the snapshot."
                )
                {
                    IsDense = true,
                },
                new Paragraph(Reader(result.Snapshot.Collection), Tone.Quiet),
            ]
        )
        {
            Place = SectionPlace.RunsOn,
        };
    }

    private static TableRow Gap(CoverageGap gap) =>
        new([
            Rich.Stack(
                Rich.Line(new OutcomeRun(RuleOutcome.NotEvaluated, IsNamed: false), new TextRun(gap.Rules)),
                gap.What.Length == 0 ? Rich.Nothing : Rich.Of(gap.What, Tone.Quiet)
            ),
            gap.Why,
            gap.Cure,
        ]);

    private static TableRow Part(CoverageRow row)
    {
        var request = row.Request.StartsWith("GET ", StringComparison.Ordinal) ? row.Request[4..] : row.Request;
        return new([
            PartNames.Of(row.Part),
            Rich.Of(request.Length == 0 ? "–" : request, Tone.Quiet),
            Digits.Of(row.Pages),
            row.Status is PartStatus.Complete || row.Rows > 0 ? Digits.Of(row.Rows) : "–",
            State(row),
        ]);
    }

    private static Rich State(CoverageRow row)
    {
        var outcome = row.Status switch
        {
            PartStatus.Complete => RuleOutcome.Pass,
            PartStatus.NotAsked => RuleOutcome.NotApplicable,
            _ => RuleOutcome.NotEvaluated,
        };
        var tone = row.Status is PartStatus.Complete ? Tone.Plain : Tone.Strong;
        var missing = row.Gaps.IsEmpty ? "" : $"  {Say.Count(row.Gaps.Length, "object")} missing";
        return Rich.Line(
            new OutcomeRun(outcome, IsNamed: false),
            new TextRun(Say.Word(row.Status), tone),
            new TextRun(missing, Tone.Quiet)
        );
    }

    private static Rich Reader(CollectionRecord collection)
    {
        var reader = Words.Reader(collection) is { } identity
            ? $"Read as {identity}"
            : "Read with a token that does not name its holder";
        return Rich.Stack(
            $"{reader}, from {collection.Endpoint} in {Say.Count(collection.Requests, "request")}. Writes none: the client "
                + "refuses anything but read requests.",
            collection.Permissions.IsEmpty
                ? "The token does not say which permissions it holds."
                : $"Permissions seen: {string.Join(", ", collection.Permissions)}."
        );
    }
}
