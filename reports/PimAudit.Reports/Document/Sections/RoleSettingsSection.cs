using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Sections;

/// <summary>What an activation asks, where it is asked: at the role, at the group, or set but never asked.</summary>
internal static class RoleSettingsSection
{
    private const int MostOthers = 20;

    private static readonly ImmutableArray<TableColumn> OtherColumns =
    [
        new("Role or group", 150),
        new("Setting", 100),
        new("Observed", 115),
        new("Expected", 115),
    ];

    public static Section Of(ReportSource source) =>
        new(
            Anchors.RoleSettings,
            "Role settings",
            "What an activation asks, judged where it is asked: at the role, or at the group in front of it. Plain text meets the "
                + "profile; a marked value does not.",
            source.Result.RoleSettings.IsEmpty
                ? [new Paragraph("No role settings stand in this result. The coverage says whether they were read.")]
                :
                [
                    .. Unjudged(source.Result),
                    SettingsMatrix.Of(source),
                    .. Others(source.Result),
                    LegendOf(source.Result),
                ]
        )
        {
            Place = SectionPlace.RunsOn,
        };

    /// <summary>Plain text must not be taken for a pass where a rule could not judge it.</summary>
    private static IEnumerable<Block> Unjudged(AuditResult result)
    {
        var silent = SettingsJudgement.Silent(result);
        if (!silent.IsEmpty)
            yield return new Paragraph(
                Rich.Line(
                    new OutcomeRun(RuleOutcome.NotEvaluated, IsNamed: false),
                    new TextRun($"Not evaluated: {string.Join(", ", silent)} (see "),
                    new LinkRun("Coverage", Anchors.Coverage),
                    new TextRun(
                        "). What they would judge stands here as it was read, and plain text does not mean that it meets the "
                            + "profile."
                    )
                )
            );
    }

    /// <summary>Settings without a column of their own are said when they deviate.</summary>
    private static IEnumerable<Block> Others(AuditResult result)
    {
        var rows = result
            .RoleSettings.Where(row => row.Verdict is SettingVerdict.Deviates && !SettingsColumns.Has(row.Setting))
            .ToList();
        if (rows.Count > 0)
            yield return new DataTable(
                "Other settings that deviate",
                OtherColumns,
                [.. rows.Take(MostOthers).Select(Other)],
                "None."
            )
            {
                Left = Math.Max(0, rows.Count - MostOthers),
                Sheet = "Role Settings",
            };
    }

    private static TableRow Other(RoleSettingRow row) =>
        new([
            Rich.Of(row.Owner.Label, Tone.Strong),
            row.Setting,
            new TableCell(row.Value ?? "not read", row.Severity ?? Severity.Info),
            row.Expected ?? "",
        ]);

    private static Legend LegendOf(AuditResult result)
    {
        var hasContexts = result.RoleSettings.Any(row =>
            row is { Setting: "authenticationContext", Value: not (null or "none" or "") }
        );
        return new([
            .. Outcomes.Severities.Select(severity => new LegendItem(Rich.Line(new SeverityRun(severity)), "")),
            new(Rich.Unread("Not read"), ""),
            .. hasContexts ? [new(Rich.Of("c1, c2"), "authentication contexts")] : Array.Empty<LegendItem>(),
        ])
        {
            AtFoot = true,
        };
    }
}
