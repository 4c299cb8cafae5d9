using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What is different between two runs of a tenant. Ids decide; two readings of an unchanged tenant give nothing.</summary>
public static class RunComparison
{
    /// <summary>What stands for a value that nobody could look at again.</summary>
    internal const string NotRead = "not read";

    /// <param name="before">Of the same tenant, and not taken later.</param>
    /// <returns>By subject, kind, and the ids of object, role and scope.</returns>
    public static ImmutableArray<ChangeRow> Of(AuditResult before, AuditResult after) =>
        [
            .. AccessChanges
                .Of(before, after)
                .Concat(SettingChanges.Of(before, after))
                .Concat(GroupChanges.Of(before, after))
                .Concat(WaiverChanges.Of(before, after))
                .Concat(Renames.Of(before, after))
                .OrderBy(row => row.Subject)
                .ThenBy(row => row.Kind)
                .ThenBy(row => row.Object.Key, StringComparer.Ordinal)
                .ThenBy(row => row.Role?.Id, StringComparer.Ordinal)
                .ThenBy(row => row.Scope?.Id, StringComparer.Ordinal)
                .ThenBy(row => row.What, StringComparer.Ordinal)
                .ThenBy(row => row.Before, StringComparer.Ordinal)
                .ThenBy(row => row.After, StringComparer.Ordinal),
        ];
}
