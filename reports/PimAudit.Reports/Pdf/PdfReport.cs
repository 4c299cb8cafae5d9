using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;
using PimAudit.Reports.Pdf.Pages;
using PimAudit.Reports.Wording;

namespace PimAudit.Reports.Pdf;

/// <summary>The printed report: A4, two embedded fonts, outline, no date but those of the result.</summary>
public static class PdfReport
{
    private const string Title = "Privileged access audit";
    private const int MostPasses = 4;
    private const int HashLength = 64;

    /// <returns>A PDF file; the same input gives the same bytes.</returns>
    /// <exception cref="ArgumentException">The hash of the result is not 64 hex digits.</exception>
    public static byte[] Write(AuditResult result, ReportFacts facts)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(facts);
        if (facts.ResultSha256 is not { Length: HashLength } hash || !hash.All(char.IsAsciiHexDigit))
            throw new ArgumentException(
                $"The hash of result.json must be {HashLength} hex digits, not '{facts.ResultSha256}'.",
                nameof(facts)
            );

        var flow = Compose(result, facts, PageIndex.Empty);
        for (var pass = 1; pass < MostPasses && !flow.Found.Pages.SequenceEqual(flow.Index.Pages); pass++)
            flow = Compose(result, facts, flow.Found);

        return PdfFile.Write(
            (flow.Paper.Width, flow.Paper.Height),
            Drawn(flow, FurnitureOf(result, facts)),
            PropertiesOf(result, facts),
            [.. flow.Bookmarks]
        );
    }

    private static Flow Compose(AuditResult result, ReportFacts facts, PageIndex index)
    {
        var flow = new Flow(Paper.A4, index);
        var context = new ReportContext(result, facts, flow);
        CoverPage.Add(context);
        SummaryPage.Add(context);
        ContentsPage.Add(context);
        ScopePage.Add(context);
        HighestRolesPage.Add(context);
        ArchitecturePage.Add(context);
        FindingsPages.Add(context);
        RoleSettingsPage.Add(context);
        EmergencyPage.Add(context);
        WaiversPage.Add(context);
        CoveragePage.Add(context);
        SignOffPage.Add(context);
        return flow;
    }

    private static IEnumerable<Action<Pen>> Drawn(Flow flow, Furniture furniture) =>
        flow.Pages.Select(
            (page, at) =>
                (Action<Pen>)(
                    pen =>
                    {
                        if (page.Section is { } section)
                            furniture.Draw(pen, flow.Paper, section, at + 1, flow.Pages.Count);
                        foreach (var draw in page.Drawings)
                            draw(pen);
                    }
                )
        );

    private static Furniture FurnitureOf(AuditResult result, ReportFacts facts) =>
        new(
            Words.Tenant(result.Tenant),
            $"{Title}, {Say.Day(result.Snapshot.TakenAt)}",
            facts.Classification,
            result.Run.Id,
            Say.Moment(result.Snapshot.TakenAt),
            result.Profiles.FirstOrDefault()?.Name ?? "none"
        );

    private static PdfProperties PropertiesOf(AuditResult result, ReportFacts facts) =>
        new(
            Printable.Plain($"{Title}: {Words.Tenant(result.Tenant)}"),
            $"PimAudit {result.Run.ToolVersion}",
            $"Microsoft Entra Privileged Identity Management, {Say.Moment(result.Snapshot.TakenAt)}",
            $"{facts.Classification}, run {result.Run.Id}",
            result.Snapshot.TakenAt
        );
}
