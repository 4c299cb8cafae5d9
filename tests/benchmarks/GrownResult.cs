using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Model;

namespace PimAudit.Benchmarks;

/// <summary>A result with as many access rows as asked for: those of a tenant over and over, each time of other people.</summary>
internal static class GrownResult
{
    public static AuditResult Of(AuditResult result, int rows)
    {
        if (rows == 0)
            return result;

        var grown = ImmutableArray.CreateBuilder<AccessRow>(rows);
        for (var at = 0; at < rows; at++)
            grown.Add(Of(result.Access[at % result.Access.Length], at / result.Access.Length));
        return result with { Access = grown.MoveToImmutable() };
    }

    private static AccessRow Of(AccessRow row, int time)
    {
        if (time == 0)
            return row;

        var mark = time.ToString("x4", CultureInfo.InvariantCulture);
        var person = row.Principal with
        {
            Id = row.Principal.Id[..^4] + mark,
            DisplayName = $"{row.Principal.Label} {mark}",
        };
        return row with
        {
            Key = row.Key[..^4] + mark,
            Principal = person,
            PrincipalName = $"{mark}.{row.PrincipalName}",
            Hops = row.Hops.SetItem(0, row.Hops[0] with { From = person }),
        };
    }
}
