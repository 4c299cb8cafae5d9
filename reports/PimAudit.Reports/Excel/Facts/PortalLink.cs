using PimAudit.Model;
using PimAudit.Reports.Excel.Cells;

namespace PimAudit.Reports.Excel.Facts;

/// <summary>Links to the Microsoft Entra admin center, made of a known address and a validated id only.</summary>
/// <param name="endpoint">Origin of the Graph that answered: it tells the cloud, and an unknown one gets no link.</param>
internal sealed class PortalLink(string endpoint)
{
    private readonly string? portal = endpoint.TrimEnd('/') switch
    {
        "https://graph.microsoft.com" => "https://entra.microsoft.com",
        "https://graph.microsoft.us" or "https://dod-graph.microsoft.us" => "https://entra.microsoft.us",
        "https://microsoftgraph.chinacloudapi.cn" => "https://entra.microsoftonline.cn",
        _ => null,
    };

    public static PortalLink For(AuditResult result) => new(result.Snapshot.Collection.Endpoint);

    /// <summary>Blank for kinds without a page of their own, unknown clouds and ids that are no GUID.</summary>
    public CellValue To(ObjectRef subject) =>
        portal is not null && Guid.TryParseExact(subject.Id, "D", out var id) && Page(subject.Kind) is { } page
            ? new FormulaCell($"HYPERLINK(\"{portal}/#view/{page}/{id:D}\",\"open\")", "open")
            : Cell.Blank;

    private static string? Page(ObjectKind kind) =>
        kind switch
        {
            ObjectKind.User => "Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId",
            ObjectKind.Group => "Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId",
            ObjectKind.ServicePrincipal => "Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId",
            ObjectKind.AdministrativeUnit =>
                "Microsoft_AAD_IAM/AdminUnitDetailsMenuBlade/~/Properties/adminUnitObjectId",
            _ => null,
        };
}
