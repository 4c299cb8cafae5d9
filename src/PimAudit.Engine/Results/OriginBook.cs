using PimAudit.Access;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Finds in the audit log with what reason an assignment was made. Where the log leaves a choice, it says nothing.</summary>
internal sealed class OriginBook
{
    private const string Justification = "Justification";
    private const string TicketNumber = "TicketNumber";

    private readonly Dictionary<string, PimEvent> entries = new(StringComparer.Ordinal);

    public OriginBook(AccessMap access)
    {
        if (access.Snapshot.EventsSince is null)
            return;

        var wanted = access
            .Paths.Where(path => IsAssigned(path.Hops[0]))
            .Select(path => (Pair: KeyOf(path), Way: WayOf(path)))
            .Distinct()
            .CountBy(one => one.Pair, StringComparer.Ordinal)
            .Where(one => one.Value == 1)
            .Select(one => one.Key)
            .ToHashSet(StringComparer.Ordinal);
        // The log comes oldest first: the last entry stays.
        foreach (var entry in access.Snapshot.Events)
            if (IsAssignment(entry))
                foreach (var key in KeysOf(entry).Where(wanted.Contains))
                    entries[key] = entry;
    }

    /// <summary>Null where no entry tells, or more than one assignment could be meant.</summary>
    public AccessOrigin? Of(AccessPath path) =>
        IsAssigned(path.Hops[0]) && entries.TryGetValue(KeyOf(path), out var entry)
            ? new(entry.At, Typed(entry.Reason) ?? Detail(entry, Justification), Detail(entry, TicketNumber), entry.Id)
            : null;

    /// <summary>An activation has a reason of its own, which says nothing of the assignment.</summary>
    private static bool IsAssigned(Hop hop) => hop.State is HopState.Standing or HopState.Eligible;

    private static bool IsAssignment(PimEvent entry) =>
        entry.Activity.StartsWith("Add ", StringComparison.OrdinalIgnoreCase)
        && !entry.Activity.Contains("activation", StringComparison.OrdinalIgnoreCase)
        && !entry.Activity.Contains("requested", StringComparison.OrdinalIgnoreCase)
        && string.Equals(entry.Result, "success", StringComparison.OrdinalIgnoreCase);

    private static string KeyOf(AccessPath path) => Pair(path.Principal.Id, path.Hops[0].To.Id);

    /// <summary>What an entry does not tell apart.</summary>
    private static string WayOf(AccessPath path)
    {
        var hop = path.Hops[0];
        return $"{hop.Relation} {hop.State} {(hop.Relation is HopRelation.Role ? path.Scope : "")}";
    }

    private static IEnumerable<string> KeysOf(PimEvent entry)
    {
        var ids = entry.Targets.Select(target => target.Id).OfType<string>().ToList();
        return ids.SelectMany(one => ids.Select(other => Pair(one, other)));
    }

    private static string Pair(string one, string other) => $"{one} {other}".ToUpperInvariant();

    private static string? Detail(PimEvent entry, string key) =>
        Typed(
            entry
                .Details.FirstOrDefault(detail => string.Equals(detail.Key, key, StringComparison.OrdinalIgnoreCase))
                ?.Value
        );

    private static string? Typed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
