using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Sections;

/// <summary>What an activation asks, where it is asked: at the role, at the group, or set but never asked.</summary>
internal static class RoleSettingsSection
{
    private const int Most = 60;
    private const int MostMeeting = 30;
    private const int MostOthers = 20;

    private static readonly ImmutableArray<TableColumn> OtherColumns =
    [
        new("Role or group", 150),
        new("Setting", 100),
        new("Observed", 115),
        new("Expected", 115),
    ];

    private static readonly ImmutableArray<(string Title, string Note, Func<OwnerSettings, bool> Holds)> Parts =
    [
        (
            "Asked at the role",
            "direct and Approach 1 paths; the highest roles always",
            owner => owner is { IsAsked: true, Access: null }
        ),
        (
            "Asked at the group",
            "Approach 2: only these settings count",
            owner => owner is { IsAsked: true, Access: not null }
        ),
        ("Set, but never asked", "nobody passes these on a path; not judged", owner => !owner.IsAsked),
    ];

    public static Section Of(ReportSource source) =>
        new(
            Anchors.RoleSettings,
            "Role settings",
            "What an activation asks, judged where it is asked: at the role, or at the group in front of it. Plain text meets the "
                + "profile; a marked value does not.",
            source.Result.RoleSettings.IsEmpty
                ? [new Paragraph("No role settings stand in this result. The coverage says whether they were read.")]
                : [.. Unjudged(source.Result), Matrix(source), .. Others(source.Result), LegendOf(source.Result)]
        )
        {
            Place = SectionPlace.RunsOn,
        };

    private static DataTable Matrix(ReportSource source)
    {
        var owners = SettingsOwners.Of(source.Result);
        var named = NamedOnly(source, owners);
        var table = new SettingsTable(source);
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        var (room, left) = (Most, 0);
        foreach (var part in Parts)
        {
            ImmutableArray<OwnerSettings> all = [.. owners.Where(part.Holds)];
            ImmutableArray<OwnerSettings> meeting = [.. all.Where(named.Contains)];
            ImmutableArray<OwnerSettings> listed = [.. all.Except(meeting)];
            var aside =
                all.IsEmpty ? "None."
                : meeting.IsEmpty ? null
                : Meeting(meeting);
            rows.Add(SettingsTable.Title(part.Title, part.Note, aside));
            rows.AddRange(listed.Take(room).Select(table.Row));
            left += Math.Max(0, listed.Length - room);
            room -= Math.Min(room, listed.Length);
        }

        return table.Of(rows.ToImmutable(), left);
    }

    /// <summary>Where very many meet everything, a sentence names them; only where every rule could judge them.</summary>
    private static ImmutableArray<OwnerSettings> NamedOnly(ReportSource source, ImmutableArray<OwnerSettings> owners)
    {
        ImmutableArray<OwnerSettings> meeting = [.. owners.Where(owner => owner is { IsAsked: true, Meets: true })];
        return meeting.Length > MostMeeting && SettingsJudgement.Silent(source.Result).IsEmpty ? meeting : [];
    }

    private static string Meeting(ImmutableArray<OwnerSettings> owners)
    {
        const int MostNames = 60;
        var names = string.Join(", ", owners.Take(MostNames).Select(owner => owner.Owner.Label));
        var more = owners.Length <= MostNames ? "" : $" and {Say.Count(owners.Length - MostNames, "more", "more")}";
        return $"{Say.Count(owners.Length, "more meets", "more meet")} everything: {names}{more}.";
    }

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
