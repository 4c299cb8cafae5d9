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
        new("Part", 104),
        new("Request", 244),
        new("Pages", 26, IsFigure: true),
        new("Rows", 30, IsFigure: true),
        new("State", 76),
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
                .. CoverageGaps.Unnamed(result) is { } all ? new Block[] { new Paragraph(all, Tone.Quiet) } : [],
                new DataTable(
                    "What was read",
                    Parts,
                    [.. result.Coverage.Where(row => !IsUnneeded(row)).Select(Part)],
                    "The result records no part of the snapshot."
                )
                {
                    IsDense = true,
                },
                .. Unneeded(result) is { } unneeded ? new Block[] { new Paragraph(unneeded, Tone.Quiet) } : [],
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

    /// <summary>Nobody asked for it, and no rule is blind for the lack of it.</summary>
    private static bool IsUnneeded(CoverageRow row) =>
        row.Status is PartStatus.NotAsked && row.BlindRules.IsEmpty && row.Gaps.IsEmpty;

    private static string? Unneeded(AuditResult result)
    {
        var names = result.Coverage.Where(IsUnneeded).Select(row => PartNames.Of(row.Part)).ToList();
        return names.Count == 0
            ? null
            : $"Not asked, and no rule of this run is blind for the lack of it: {string.Join("; ", names)}.";
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
