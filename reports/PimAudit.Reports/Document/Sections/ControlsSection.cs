using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;

namespace PimAudit.Reports.Document.Sections;

/// <summary>Controls of other frameworks and the rules that are evidence for them; beside that the profiles, where there are several.</summary>
internal static class ControlsSection
{
    private const int Most = 60;
    private const int AlwaysShown = 20;
    private const int MostDiffering = 30;
    private const int MostProfiles = 4;

    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Control, in its own words", 306),
        new("Rules and their outcome", 184),
    ];

    public static Section Of(ReportSource source)
    {
        var controls = ControlEvidence.Of(source.Result);
        return new(
            Anchors.Controls,
            "Controls",
            "The outcome of a rule supports evidence for a control; whether the control holds is for the auditor to say. A rule that "
                + "is off says nothing.",
            [Table(controls), .. Profiles(source.Result)]
        )
        {
            Place = SectionPlace.RunsOn,
        };
    }

    private static DataTable Table(ImmutableArray<ControlEvidence> controls)
    {
        var rows = controls
            .Take(Most)
            .GroupBy(row => row.Control.Framework, StringComparer.Ordinal)
            .SelectMany(framework =>
                framework.Select(Row).Prepend(new TableRow([Rich.Of(framework.Key, Tone.Strong)], RowKind.Group))
            );
        return new(Title: null, Columns, [.. rows], "No rule of this run names a control of another framework.")
        {
            Left = Math.Max(0, controls.Length - Most),
            Sheet = "Controls",
            AtLeast = AlwaysShown,
            IsDense = true,
        };
    }

    private static TableRow Row(ControlEvidence row) =>
        new([
            Rich.Line(new IdRun(row.Control.Id, Tone.Strong), new TextRun($"  {row.Control.Title}", Tone.Quiet)),
            Outcomes(row),
        ])
        {
            Rank = Rank(row),
        };

    /// <summary>What failed or was not evaluated is told before what passed.</summary>
    private static int Rank(ControlEvidence row) =>
        row.Rules.Min(one =>
            one.Rule.Outcome switch
            {
                RuleOutcome.Fail => 0,
                RuleOutcome.NotEvaluated => 1,
                RuleOutcome.Waived => 2,
                RuleOutcome.Pass => 3,
                _ => 4,
            }
        );

    private static Rich Outcomes(ControlEvidence row)
    {
        var lines = row
            .Rules.Where(one => one.Rule.Outcome is not RuleOutcome.Off)
            .GroupBy(one => one.Rule.Outcome)
            .Select(alike =>
                Rich.Line(
                    new OutcomeRun(alike.Key),
                    new TextRun($": {string.Join(", ", alike.Select(one => one.Rule.Id + Relation(one.Relation)))}")
                )
            )
            .ToList();
        return lines.Count > 0
            ? Rich.Stack([.. lines])
            : Rich.Line(
                new OutcomeRun(RuleOutcome.Off),
                new TextRun($": {string.Join(", ", row.Rules.Select(one => one.Rule.Id))}")
            );
    }

    /// <summary>What most of them have in common is said once, above.</summary>
    private static string Relation(string relation) =>
        relation switch
        {
            "supports evidence for" => "",
            "supports part of the evidence for" => " in part",
            _ => $" ({relation})",
        };

    private static IEnumerable<Block> Profiles(AuditResult result)
    {
        if (result.Profiles.Length < 2)
            yield break;

        var profiles = result.Profiles.Take(MostProfiles).Select(profile => profile.Name).ToList();
        var common = result.Crosswalk.Where(row =>
            row.Verdicts.Count(verdict => verdict.Outcome is not RuleOutcome.Off) > 1
        );
        ImmutableArray<CrosswalkRow> differing = [.. common.Where(row => !row.Alike)];
        var alone = result.Crosswalk.Length - common.Count();
        yield return new DataTable(
            "The profiles side by side",
            [new("Rule", 130), .. profiles.Select(name => new TableColumn(name, 350f / profiles.Count))],
            [.. differing.Take(MostDiffering).Select(row => Row(row, profiles))],
            "Every rule that several profiles ask for comes out the same under all of them."
        )
        {
            TitleNote =
                $"{Say.Count(differing.Length, "rule")} that several ask for and that "
                + $"{(differing.Length == 1 ? "differs" : "differ")}; {Say.Number(alone)} are asked for by one profile alone",
            Left = Math.Max(0, differing.Length - MostDiffering),
            Sheet = "Rules",
            IsDense = true,
        };
    }

    private static TableRow Row(CrosswalkRow row, List<string> profiles) =>
        new([
            Rich.Line(new TextRun(row.RuleId, Tone.Strong), new TextRun($" {row.RuleName}", Tone.Quiet)),
            .. profiles.Select(name => (TableCell)Verdict(row, name)),
        ]);

    private static Rich Verdict(CrosswalkRow row, string profile)
    {
        var verdict = row.Verdicts.FirstOrDefault(one => string.Equals(one.Profile, profile, StringComparison.Ordinal));
        if (verdict is null)
            return Rich.Of("–", Tone.Quiet);
        if (verdict.Outcome is RuleOutcome.Off)
            return Rich.Line(new OutcomeRun(RuleOutcome.Off));

        var thresholds = string.Join(", ", verdict.Parameters.Select(pair => $"{pair.Key} {pair.Value}"));
        var findings = verdict.Findings == 0 ? "" : $", {Say.Count(verdict.Findings, "finding")}";
        return Rich.Stack(
            Rich.Line(
                new OutcomeRun(verdict.Outcome),
                new TextRun($"{findings}, {Say.Word(verdict.Severity).ToLowerInvariant()}")
            ),
            thresholds.Length == 0 ? Rich.Nothing : Rich.Of(thresholds, Tone.Quiet)
        );
    }
}
