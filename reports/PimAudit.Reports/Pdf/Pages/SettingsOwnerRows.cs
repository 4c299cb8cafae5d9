using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Pdf.Pages;

/// <summary>The settings of one role, or of one side of a group.</summary>
/// <param name="IsAsked">Somebody on a path passes them, or the role is highly privileged.</param>
/// <param name="People">Principals who pass them.</param>
/// <param name="Order">Place in the result.</param>
internal sealed record SettingsOwnerRow(
    ObjectRef Owner,
    GroupAccess? Access,
    bool IsAsked,
    int People,
    int Order,
    ImmutableArray<RoleSettingRow> Settings
)
{
    public bool IsUnknown => Settings.All(row => row.Verdict is SettingVerdict.Unknown);
    public bool Meets => Settings.All(row => row.Verdict is SettingVerdict.Meets or SettingVerdict.NotJudged);

    /// <summary>Deviations first, the heaviest before the others, then what was not read.</summary>
    public int Rank =>
        Settings.Max(row => row.Severity) is { } worst ? -(int)worst - 1
        : Meets ? 2
        : 1;
}

/// <summary>Brings the settings of one owner together.</summary>
internal static class SettingsOwnerRows
{
    public static List<SettingsOwnerRow> Of(AuditResult result) =>
        [
            .. result
                .RoleSettings.GroupBy(row => (row.Owner.Id, row.Access))
                .Select(
                    (group, at) =>
                    {
                        var people = People(result, group.Key.Id, group.Key.Access);
                        var first = group.First();
                        var isHighest = first is { Access: null, Tier: RoleTier.HighlyPrivileged };
                        var isAsked = people > 0 || isHighest || first.Access is not null;
                        return new SettingsOwnerRow(first.Owner, first.Access, isAsked, people, at, [.. group]);
                    }
                ),
        ];

    private static int People(AuditResult result, string id, GroupAccess? access) =>
        result
            .Access.Where(row =>
                row.Hops.Any(hop => hop.Gates is { } gates && gates.Owner.Id == id && gates.Access == access)
            )
            .Select(row => row.Principal.Id)
            .Distinct(StringComparer.Ordinal)
            .Count();
}
