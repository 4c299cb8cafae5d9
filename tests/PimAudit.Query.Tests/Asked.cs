using System.Globalization;
using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Query.Tests;

/// <summary>Asks a query of a test tenant.</summary>
internal static class Asked
{
    public static QueryAnswer Of(TenantSnapshot tenant, string sql, QueryLimits? limits = null)
    {
        using var query = SnapshotQuery.Open(AccessMap.Resolve(tenant));
        return query.Ask(sql, limits ?? QueryLimits.Default);
    }

    /// <summary>Rows as text: values joined by a bar.</summary>
    public static string[] Rows(TenantSnapshot tenant, string sql) => Rows(Of(tenant, sql));

    public static string[] Rows(QueryAnswer answer) =>
        [
            .. answer.Rows.Select(row =>
                string.Join('|', row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)))
            ),
        ];

    /// <summary>What was not read: part, and whom about.</summary>
    public static string[] Unread(TenantSnapshot tenant, string sql) =>
        [.. Of(tenant, sql).Unread.Select(fact => $"{fact.Gap.Part} {fact.Subject?.Label}".TrimEnd())];
}
