using System.Globalization;
using PimAudit.Model;
using PimAudit.Reports.Fleet;
using PimAudit.Reports.Wording;

namespace PimAudit.Cli;

/// <summary>A line for each tenant: those that were not scanned first, with the reason, then the worst.</summary>
internal sealed class FleetTable(FleetRollUp rollUp, Paint paint, TextWriter writer, int width)
{
    private const int MostScanned = 30;
    private const int Column = 9;

    private readonly int alias = Math.Max(8, rollUp.Tenants.Max(tenant => tenant.Alias.Length));

    public void Print()
    {
        NotScanned([.. rollUp.Tenants.Where(tenant => tenant.Figures is null)]);
        Scanned([.. rollUp.Tenants.Where(tenant => tenant.Figures is not null)]);
    }

    private void NotScanned(List<TenantSummary> tenants)
    {
        if (tenants.Count == 0)
            return;

        writer.WriteLine();
        writer.WriteLine(
            paint.Bold($"Not scanned: {Say.Count(tenants.Count, "tenant")}, about which nothing is known")
        );
        foreach (var tenant in tenants)
        {
            var lines = (tenant.WhyNot ?? "").Split('\n');
            writer.WriteLine($"  {paint.Mark(Glyph.Unknown)} {tenant.Alias.PadRight(alias)}  {Cut(lines[0])}");
            foreach (var line in lines.Skip(1).Take(1).Where(line => line.Length > 0))
                writer.WriteLine(paint.Quiet($"    {"".PadRight(alias)}  {Cut(line)}"));
        }
    }

    private void Scanned(List<TenantSummary> tenants)
    {
        if (tenants.Count == 0)
            return;

        writer.WriteLine();
        var heads = Outcomes.Severities.Select(severity => Say.Word(severity).PadLeft(Column));
        writer.WriteLine(
            paint.Bold($"    {"Scanned".PadRight(alias)}{string.Concat(heads)}{"Rules".PadLeft(Column)}  Verdict")
        );
        foreach (var tenant in tenants.Take(MostScanned))
            Line(tenant, tenant.Figures!);
        if (tenants.Count > MostScanned)
            writer.WriteLine(paint.Quiet($"    and {Say.Number(tenants.Count - MostScanned)} more, in the roll-up"));
    }

    private void Line(TenantSummary tenant, TenantFigures figures)
    {
        var counts = Outcomes.Severities.Select(severity => Figure(RollUps.Count(tenant, severity)));
        var rules = string.Create(
            CultureInfo.InvariantCulture,
            $"{figures.Rules.Count(rule => rule.Outcome is not RuleOutcome.NotEvaluated)}/{figures.Rules.Length}"
        );
        var mark =
            figures.Open.FirstOrDefault(one => one.Count > 0) is { } worst ? paint.Mark(worst.Severity)
            : figures.IsComplete ? paint.Mark(Glyph.Pass)
            : paint.Mark(Glyph.NotApplicable);
        writer.WriteLine(
            $"  {mark} {tenant.Alias.PadRight(alias)}{string.Concat(counts)}{rules.PadLeft(Column)}  {figures.Verdict}"
        );
    }

    private static string Figure(int count) => count.ToString(CultureInfo.InvariantCulture).PadLeft(Column);

    private string Cut(string text)
    {
        var plain = Printable.Of(text);
        var most = Math.Max(20, width - alias - 7);
        return plain.Length <= most ? plain : string.Concat(plain.AsSpan(0, most - 1), "…");
    }
}
