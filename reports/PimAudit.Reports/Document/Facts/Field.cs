using System.Collections.Immutable;
using PimAudit.Model;
using PimAudit.Reports.Document.Blocks;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Chooses which paths stand in the field of the cover: a row for each role, the worst first.</summary>
internal static class Field
{
    private const int MostRoles = 20;
    private const int MostPaths = 16;

    public static PathField Of(ReportSource source)
    {
        var rows = source.Result.Access.Where(row => row.Band is PathBand.Certain).ToList();
        var roles = rows.GroupBy(row => row.Role.Id, StringComparer.Ordinal)
            .Select(group => group.ToImmutableArray())
            .OrderBy(group => group[0].Tier)
            .ThenByDescending(group => group.Length)
            .ThenBy(group => group[0].Role.Label, StringComparer.Ordinal)
            .ThenBy(group => group[0].Role.Id, StringComparer.Ordinal)
            .ToList();
        var resting = new Resting(source.Open);
        return new(rows.Count, roles.Count, [.. roles.Take(MostRoles).Select(role => Row(resting, role))]);
    }

    private static FieldRow Row(Resting resting, ImmutableArray<AccessRow> role) =>
        new(
            role[0].Role.Label,
            role.Length,
            [
                .. role.Select(row => (Row: row, Severity: resting.On(row)))
                    .OrderByDescending(item => item.Severity ?? Severity.Info)
                    .ThenBy(item => item.Row.State)
                    .ThenBy(item => item.Row.Hops.Length)
                    .ThenBy(item => item.Row.Key, StringComparer.Ordinal)
                    .Take(MostPaths)
                    .Select(item => new FieldPath(item.Row.Hops, item.Severity)),
            ]
        );
}
