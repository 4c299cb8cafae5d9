using PimAudit.Model;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>What an activation asks, where it is asked: at the role, at the group, or set but never asked.</summary>
internal static class RoleSettingsPage
{
    private const int Most = 60;
    private const int MostMeeting = 30;

    public static void Add(ReportContext context)
    {
        var flow = context.Flow;
        flow.Section("Role settings", Anchors.RoleSettings);
        flow.Add(
            Blocks.Opening(
                "Role settings",
                "What an activation asks, judged where it is asked: at the role, or at the group in front of it. Plain text "
                    + "meets the profile; a marked value does not."
            )
        );
        var owners = SettingsOwnerRows.Of(context.Result);
        if (owners.Count == 0)
        {
            flow.Add(
                Blocks.Sentence("No role settings stand in this result. The coverage says whether they were read.")
            );
            return;
        }

        if (SettingsJudgement.Unjudged(context) is { } note)
            flow.Add(note);
        var expects = Piece.Stack(SettingsMatrix.Table.Heads(), SettingsMatrix.Expects(context.Result.RoleSettings));
        flow.Add(expects);
        var left = Most;
        left -= Part(
            context,
            expects,
            "Asked at the role",
            "direct and Approach 1 paths; the highest roles always",
            owners.Where(owner => owner is { IsAsked: true, Access: null }),
            left
        );
        left -= Part(
            context,
            expects,
            "Asked at the group",
            "Approach 2: only these settings count",
            owners.Where(owner => owner is { IsAsked: true, Access: not null }),
            left
        );
        left -= Part(
            context,
            expects,
            "Set, but never asked",
            "nobody passes these on a path; not judged",
            owners.Where(owner => !owner.IsAsked),
            left
        );
        Others(context);
        flow.AtFoot(Legend(context.Result));
    }

    /// <returns>How many rows were printed.</returns>
    private static int Part(
        ReportContext context,
        Piece expects,
        string title,
        string note,
        IEnumerable<SettingsOwnerRow> owners,
        int most
    )
    {
        var flow = context.Flow;
        var isJudged = SettingsJudgement.Silent(context).Count == 0;
        var ranked = owners.OrderBy(owner => owner.Rank).ThenBy(owner => owner.Order).ToList();
        var meeting = ranked.Where(owner => owner is { IsAsked: true, Meets: true }).ToList();
        var named = isJudged && meeting.Count > MostMeeting ? meeting : [];
        var listed = ranked.Except(named).ToList();
        var heading = Piece.Stack(
            Blocks.Heading(title, note).Inset(11, 0),
            Piece.Rule(Blocks.Width, 0.75f, Palette.Ink)
        );
        flow.Table(
            continued => continued ? Piece.Stack(Table.Continued(title, Blocks.Width), expects) : heading,
            [
                .. listed
                    .Take(most)
                    .Select(owner => new FlowRow(
                        SettingsMatrix.Row(owner, row => SettingsJudgement.Fault(context, row), isJudged)
                    )),
            ]
        );
        Blocks.More(flow, listed.Count - most, "Role Settings");
        if (named.Count > 0)
            flow.Add(
                Text.Of(
                        $"{Say.Count(named.Count, "more meets", "more meet")} everything: "
                            + $"{string.Join(", ", named.Select(owner => owner.Owner.Label))}.",
                        Styles.Small.Label,
                        Blocks.Width,
                        12
                    )
                    .Inset(6)
            );
        if (ranked.Count == 0)
            flow.Add(Piece.Stack(heading, Text.Of("None.", Styles.Table.Label, Blocks.Width, 1)), before: 0);
        return Math.Min(most, listed.Count);
    }

    /// <summary>Settings without a column of their own are said when they deviate.</summary>
    private static void Others(ReportContext context)
    {
        var rows = context
            .Result.RoleSettings.Where(row =>
                row.Verdict is SettingVerdict.Deviates
                && !SettingsMatrix.Names.Contains(row.Setting, StringComparer.Ordinal)
            )
            .Select(row => new FlowRow(SettingsMatrix.Other(row)))
            .ToList();
        context.Flow.Table(
            SettingsMatrix.OtherTable.Head("Other settings", Blocks.Heading("Other settings that deviate").Inset(12)),
            rows
        );
    }

    private static Piece Legend(AuditResult result)
    {
        var contexts = result.RoleSettings.Any(row =>
            row is { Setting: "authenticationContext", Value: not (null or "none" or "") }
        );
        var words = new List<Span>();
        foreach (var severity in Wording.Outcomes.Severities)
        {
            words.Add(Marks.Of(severity, Styles.Table, 7));
            words.Add(new($"  {Say.Word(severity)}      ", Styles.Table));
        }

        words.Add(Marks.Of(RuleOutcome.NotEvaluated, Styles.Table, 7));
        words.Add(new("  Not read", Styles.Table));
        return Piece.Stack(
            Piece.Rule(Blocks.Width, 0.75f, Palette.Ink),
            Piece.Gap(4),
            Piece.Beside(
                (0, Text.Of(words, 380, 1)),
                (
                    Blocks.Width - 150,
                    Text.Of(contexts ? "c1, c2: authentication contexts" : "", Styles.Small.Label, 150, 1, Align.Right)
                )
            )
        );
    }
}
