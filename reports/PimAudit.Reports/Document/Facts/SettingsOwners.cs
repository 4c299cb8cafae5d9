using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Facts;

/// <summary>The settings of one role, or of one side of a group.</summary>
/// <param name="IsAsked">Somebody on a path passes them, or the role is highly privileged.</param>
/// <param name="People">Principals who pass them.</param>
/// <param name="Order">Place in the result.</param>
internal sealed record OwnerSettings(
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
internal static class SettingsOwners
{
    /// <summary>Those with the heaviest deviation first.</summary>
    public static ImmutableArray<OwnerSettings> Of(AuditResult result)
    {
        var people = People(result);
        return
        [
            .. result
                .RoleSettings.GroupBy(row => (row.Owner.Id, row.Access))
                .Select((group, at) => Owner([.. group], people.GetValueOrDefault(group.Key)?.Count ?? 0, at))
                .OrderBy(owner => owner.Rank)
                .ThenBy(owner => owner.Order),
        ];
    }

    private static OwnerSettings Owner(ImmutableArray<RoleSettingRow> rows, int people, int order)
    {
        var first = rows[0];
        var isHighest = first is { Access: null, Tier: RoleTier.HighlyPrivileged };
        return new(first.Owner, first.Access, people > 0 || isHighest || first.Access is not null, people, order, rows);
    }

    private static Dictionary<(string Id, GroupAccess? Access), HashSet<string>> People(AuditResult result)
    {
        var people = new Dictionary<(string, GroupAccess?), HashSet<string>>();
        foreach (var row in result.Access)
        foreach (var hop in row.Hops)
        {
            if (hop.Gates is not { } gates)
                continue;
            var key = (gates.Owner.Id, gates.Access);
            if (!people.TryGetValue(key, out var known))
                people[key] = known = new(StringComparer.Ordinal);
            known.Add(row.Principal.Id);
        }

        return people;
    }
}
