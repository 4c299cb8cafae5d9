using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Sections;

/// <summary>What is different from the run before: access, settings, groups, waivers, findings.</summary>
internal static class ChangesSection
{
    private const int Most = 30;
    private const int MostFindings = 20;

    private static readonly ImmutableArray<TableColumn> Columns =
    [
        new("Change", 68),
        new("Object", 170),
        new("Role, path or setting", 92),
        new("Before and after", 82),
        new("When, by whom", 73),
    ];

    private static readonly ImmutableArray<TableColumn> FindingColumns =
    [
        new("Rule", 110),
        new("Subject", 190),
        new("Observed", 129),
        new("Status", 62),
    ];

    public static Section Of(ReportSource source) =>
        new(
            Anchors.Changes,
            "Changes",
            "What is different from the run before, what opens access first; then the findings that are new and those that are "
                + "gone.",
            [.. Objects(source.Result), .. Findings(source)]
        )
        {
            Place = SectionPlace.RunsOn,
        };

    private static IEnumerable<Block> Objects(AuditResult result)
    {
        if (result.Earlier is not [.., var last])
        {
            yield return new Paragraph(
                result.Changes.IsEmpty
                    ? "No earlier run was given, so access, settings, groups and waivers are compared with nothing."
                    : "The run before is not named in this result."
            );
            if (result.Changes.IsEmpty)
                yield break;
        }
        else
        {
            yield return new Paragraph(Compared(result, last), Tone.Quiet);
        }

        yield return new DataTable(
            Title: null,
            Columns,
            [.. result.Changes.OrderBy(ChangeWords.Rank).Take(Most).Select(Row)],
            "Access, settings, groups and waivers are as they were, as far as both runs read them."
        )
        {
            Left = Math.Max(0, result.Changes.Length - Most),
            Sheet = "Changes",
        };
    }

    private static string Compared(AuditResult result, EarlierRun last) =>
        $"Compared with the run {last.Id} of {Say.Moment(last.TakenAt)}: {Say.Count(result.Changes.Length, "difference")}."
        + (
            result.Profiles is [var profile, ..]
            && !string.Equals(profile.Hash, last.ProfileHash, StringComparison.OrdinalIgnoreCase)
                ? $" It was judged under another profile, {last.Profile}, so the numbers of findings cannot be compared."
                : ""
        );

    private static TableRow Row(ChangeRow row) =>
        new([
            Rich.Stack(
                Rich.Of(ChangeWords.Of(row.Kind), Tone.Strong),
                Rich.Of(ChangeWords.Of(row.Subject), Tone.Quiet)
            ),
            Rich.Named(row.Object),
            Rich.Stack(
                row.Role is { } role ? Rich.Name(ChangeWords.At(role, row.Scope)) : Rich.Nothing,
                row.What is { } what ? Rich.Of(what, Tone.Quiet) : Rich.Nothing
            ),
            ChangeWords.BeforeAndAfter(row),
            ChangeWords.When(row),
        ]);

    private static IEnumerable<Block> Findings(ReportSource source)
    {
        var result = source.Result;
        if (!Outcomes.IsCompared(result))
        {
            yield return new Paragraph(
                "No baseline and no earlier run was given, so no finding is called new or resolved."
            );
            yield break;
        }

        var moved = Outcomes
            .Ranked(result.Findings)
            .Where(finding => finding.Status is FindingStatus.New or FindingStatus.Resolved)
            .OrderBy(finding => finding.Status)
            .ToList();
        yield return new DataTable(
            "Findings that are new or resolved",
            FindingColumns,
            [.. moved.Take(MostFindings).Select(Finding)],
            $"Against {Outcomes.Against(result)} no finding is new and none is resolved."
        )
        {
            TitleNote = $"against {Outcomes.Against(result)}",
            Left = Math.Max(0, moved.Count - MostFindings),
            Sheet = "Findings",
        };
    }

    private static TableRow Finding(Finding finding) =>
        new([
            Rich.Stack(
                Rich.Line(new SeverityRun(finding.Severity, IsNamed: false), new TextRun(finding.RuleId, Tone.Strong)),
                Rich.Of(finding.RuleName, Tone.Quiet)
            ),
            Rich.Named(finding.Subject),
            finding.Observed,
            Rich.Stack(Outcomes.Status(finding), Rich.Line(new IdRun(finding.ShortId, Tone.Quiet))),
        ]);
}
