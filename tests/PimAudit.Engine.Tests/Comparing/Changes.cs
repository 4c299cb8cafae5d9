using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Comparing;

/// <summary>What the comparison of two tenants says, in one line for each change.</summary>
internal static class Changes
{
    public static string[] Between(TenantSnapshot before, TenantSnapshot after) => Between(Judge(before), Judge(after));

    public static string[] Between(AuditResult before, AuditResult after) =>
        [.. RunComparison.Of(before, after).Select(Line)];

    public static AuditResult Judge(TenantSnapshot tenant) => Audit.Judge(tenant, AuditConfiguration.Empty);

    private static string Line(ChangeRow row) =>
        $"{row.Subject} {row.Kind}: {row.Object.Label}"
        + (row.What is null ? "" : $", {row.What}")
        + $": {row.Before ?? "-"} => {row.After ?? "-"}";
}
