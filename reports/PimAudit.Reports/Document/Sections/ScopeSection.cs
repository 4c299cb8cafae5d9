using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Document.Sections;

/// <summary>What was asked, what stays outside, who may have been missed, and the words used.</summary>
internal static class ScopeSection
{
    public static Section Of(ReportSource source) =>
        new(
            Anchors.Scope,
            "Scope, method, limits",
            "What this report can say, and where it ends.",
            [new FactList([.. Rows(source).Select(row => new Fact(row.Label, row.Text))])]
        )
        {
            Place = SectionPlace.WhereItFits,
        };

    private static IEnumerable<(string Label, string Text)> Rows(ReportSource source)
    {
        var result = source.Result;
        yield return (
            "Asked",
            "Who can reach which Microsoft Entra role, by which path and through which gates, and whether that follows "
                + $"the profile {source.Profile}. PIM for Groups is part of the question."
        );
        yield return ("Outside", Outside.Sentence);
        yield return ("Use", Use.Sentence(result));
        yield return (
            "Method",
            "One snapshot was read over Microsoft Graph by read requests alone. Access is worked out over groups of any "
                + "depth; each rule judges whole paths and the weakest gate on them. The same snapshot, profile and "
                + "configuration give the same report."
        );
        if (result.Profiles.Length > 1)
            yield return ("Profiles", Compared(result));
        yield return ("Missed, perhaps", Missed(result));
        foreach (var note in result.Snapshot.Collection.Notes)
            yield return ("Note", note);
        yield return (
            "Words",
            "Standing: assigned, usable without activation, with or without an end. Eligible: must be activated first. "
                + "Just-in-time group: has an eligible or activated member. Approach 1: the group is eligible for the role. "
                + "Approach 2: the group is active on the role, people are eligible as members. Global Administrators are "
                + "counted as distinct enabled people over all certain paths at the whole tenant, eligible ones included."
        );
    }

    private static string Compared(AuditResult result) =>
        $"{result.Profiles[0].Name} alone decided findings, waivers and outcome. Beside it the same access was judged by "
        + $"{string.Join(", ", result.Profiles.Skip(1).Select(profile => profile.Name))}: of "
        + $"{Say.Count(result.Crosswalk.Length, "rule")}, {Say.Number(result.Crosswalk.Count(row => !row.Alike))} differ in "
        + "outcome, severity or threshold. The columns stand in the workbook, sheet Rules.";

    private static string Missed(AuditResult result)
    {
        var parts = result
            .Coverage.Where(row => row.Status is not PartStatus.Complete && !Outcomes.IsLeftOut(row))
            .Select(row => PartNames.InSentence(row.Part))
            .ToList();
        return parts.Count == 0
            ? "Every part that was asked for was read as a whole."
            : $"Not read as a whole: {string.Join(", ", parts)}. Whoever reaches a role through these may be missing here.";
    }
}
