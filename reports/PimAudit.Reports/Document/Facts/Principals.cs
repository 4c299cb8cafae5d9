using System.Collections.Frozen;
using PimAudit.Model;
using PimAudit.Reports.Pictures;

namespace PimAudit.Reports.Document.Facts;

/// <summary>What the rows of a result tell about the objects on paths, looked up by id.</summary>
internal sealed class Principals(AuditResult result)
{
    private readonly FrozenDictionary<string, AccessRow> rows = result
        .Access.DistinctBy(row => row.Principal.Id, StringComparer.Ordinal)
        .ToFrozenDictionary(row => row.Principal.Id, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, GroupRow> groups = result
        .Groups.DistinctBy(row => row.Group.Id, StringComparer.Ordinal)
        .ToFrozenDictionary(row => row.Group.Id, StringComparer.Ordinal);

    /// <returns>User principal name or application id; null when not known.</returns>
    public string? Login(ObjectRef item) => rows.GetValueOrDefault(item.Id)?.PrincipalName;

    public NodeFacts Facts(ObjectRef item) =>
        new(rows.GetValueOrDefault(item.Id)?.PrincipalEnabled, groups.GetValueOrDefault(item.Id)?.IsRoleAssignable);
}
