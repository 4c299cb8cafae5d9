using PimAudit.Model;

namespace PimAudit.Reports.Fleet;

/// <summary>Why a tenant was not scanned.</summary>
internal sealed record WhyNot(string Failed, string Seen, string Cost, string Remedy)
{
    public static WhyNot Of(TenantSummary tenant)
    {
        var lines = (tenant.WhyNot ?? "").Split('\n', 4);
        return new(Line(0), Line(1), Line(2), Line(3));

        string Line(int at) => at < lines.Length ? lines[at] : "";
    }
}
