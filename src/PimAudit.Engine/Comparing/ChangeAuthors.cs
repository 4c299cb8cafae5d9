using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Finds in the audit log who made a change, and when. Where the log leaves a choice, it says nothing.</summary>
internal static class ChangeAuthors
{
    /// <summary>
    /// The last entry since the earlier run that names both ends of what changed: principal and role, group and role, or the
    /// owner of the settings. Paths through groups and two changes of one pair stay without an author.
    /// </summary>
    public static AuditResult With(AuditResult result, AccessMap access)
    {
        if (result.Earlier is not [.., var before] || access.Snapshot.EventsSince is null || result.Changes.IsEmpty)
            return result;

        var wanted = result
            .Changes.Select(KeyOf)
            .OfType<string>()
            .CountBy(key => key, StringComparer.Ordinal)
            .Where(pair => pair.Value == 1 || pair.Key.StartsWith(Settings, StringComparison.Ordinal))
            .Select(pair => pair.Key)
            .ToHashSet(StringComparer.Ordinal);
        var found = Find(access.Snapshot, before.TakenAt, wanted);
        return found.Count == 0
            ? result
            : result with
            {
                Changes = [.. result.Changes.Select(row => With(row, found, access))],
            };
    }

    private const string Settings = "settings ";

    /// <summary>The log comes oldest first: the last entry stays.</summary>
    private static Dictionary<string, PimEvent> Find(
        TenantSnapshot snapshot,
        DateTimeOffset after,
        HashSet<string> wanted
    )
    {
        var found = new Dictionary<string, PimEvent>(StringComparer.Ordinal);
        foreach (var entry in snapshot.Events)
            if (entry.At > after && entry.At <= snapshot.TakenAt && entry.InitiatorId is not null && IsChange(entry))
                foreach (var key in KeysOf(entry).Where(wanted.Contains))
                    found[key] = entry;
        return found;
    }

    private static bool IsChange(PimEvent entry) =>
        string.Equals(entry.Result, "success", StringComparison.OrdinalIgnoreCase)
        && !entry.Activity.Contains("activat", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> KeysOf(PimEvent entry)
    {
        var ids = entry.Targets.Select(target => target.Id).OfType<string>().ToList();
        return entry.Activity.Contains("setting", StringComparison.OrdinalIgnoreCase)
            ? ids.Select(id => Settings + id.ToUpperInvariant())
            : ids.SelectMany(one => ids.Select(other => Pair(one, other)));
    }

    /// <returns>Null where the log cannot tell.</returns>
    private static string? KeyOf(ChangeRow row) =>
        row switch
        {
            { Kind: ChangeKind.NotConfirmed or ChangeKind.Renamed } => null,
            { Subject: ChangeSubject.Setting } => Settings + row.Object.Id.ToUpperInvariant(),
            { Subject: ChangeSubject.Access, Role: { } role, What: null } => Pair(row.Object.Id, role.Id),
            { Subject: ChangeSubject.Group, Role: { } role, Kind: ChangeKind.Gained or ChangeKind.Lost } => Pair(
                row.Object.Id,
                role.Id
            ),
            _ => null,
        };

    private static string Pair(string one, string other) => $"{one} {other}".ToUpperInvariant();

    private static ChangeRow With(ChangeRow row, Dictionary<string, PimEvent> found, AccessMap access)
    {
        if (KeyOf(row) is not { } key || !found.TryGetValue(key, out var entry))
            return row;

        var author = access.Directory.Reference(entry.InitiatorId!.Value);
        return row with
        {
            ChangedAt = entry.At,
            ChangedBy = author with { DisplayName = author.DisplayName ?? entry.InitiatorName },
        };
    }
}
