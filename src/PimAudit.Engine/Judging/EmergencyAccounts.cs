using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>What became of a configured entry.</summary>
public enum EntryState
{
    Resolved,

    /// <summary>The tenant was asked and does not have it.</summary>
    NotFound,

    /// <summary>The tenant could not be asked, or the snapshot was taken without this entry.</summary>
    NotRead,
}

/// <summary>A configured emergency access account.</summary>
/// <param name="Entry">As the configuration writes it.</param>
/// <param name="Id">Object id; null unless resolved.</param>
/// <param name="Gap">Why it was not read; null in the other states.</param>
public sealed record EmergencyAccount(string Entry, EntryState State, Guid? Id, Gap? Gap)
{
    /// <summary>The entry is a user principal name, which can be given to somebody else, and not an object id.</summary>
    public bool IsByName => !Guid.TryParse(Entry, out _);
}

/// <summary>The configured emergency access accounts, resolved against a snapshot. An unresolved one exempts nobody.</summary>
public sealed class EmergencyAccounts
{
    private readonly ImmutableHashSet<Guid> resolved;

    private EmergencyAccounts(ImmutableArray<EmergencyAccount> all)
    {
        All = all;
        resolved = [.. all.Where(one => one.State is EntryState.Resolved).Select(one => one.Id!.Value)];
    }

    /// <summary>In the order of the configuration, two entries for one account kept as two.</summary>
    public ImmutableArray<EmergencyAccount> All { get; }

    /// <summary>Object ids, each once.</summary>
    public IReadOnlyCollection<Guid> Resolved => resolved;

    public bool Contains(Guid principalId) => resolved.Contains(principalId);

    public static EmergencyAccounts Resolve(IEnumerable<string> entries, TenantSnapshot snapshot)
    {
        var found = snapshot
            .EmergencyAccounts.DistinctBy(row => row.Entry, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(row => row.Entry, StringComparer.OrdinalIgnoreCase);
        return new([
            .. entries.Distinct(StringComparer.OrdinalIgnoreCase).Select(entry => Resolve(entry, found, snapshot)),
        ]);
    }

    private static EmergencyAccount Resolve(
        string entry,
        Dictionary<string, EmergencyAccountEntry> found,
        TenantSnapshot snapshot
    )
    {
        if (found.TryGetValue(entry, out var row))
            return row.ObjectId is { } id
                ? new(entry, EntryState.Resolved, id, Gap: null)
                : new(entry, EntryState.NotFound, Id: null, Gap: null);

        if (UserOf(entry, snapshot) is { } user)
            return new(entry, EntryState.Resolved, user.Id, Gap: null);

        var gap =
            snapshot.Collection.GapOf(SnapshotParts.EmergencyAccounts, entry)
            ?? new Gap(
                SnapshotParts.EmergencyAccounts,
                MissingReason.NotCollected,
                "The snapshot was taken without this emergency account, so nobody looked it up."
            );
        return new(entry, EntryState.NotRead, Id: null, gap);
    }

    private static User? UserOf(string entry, TenantSnapshot snapshot) =>
        Guid.TryParse(entry, out var id)
            ? snapshot.Users.FirstOrDefault(user => user.Id == id)
            : snapshot.Users.FirstOrDefault(user =>
                string.Equals(user.UserPrincipalName, entry, StringComparison.OrdinalIgnoreCase)
            );
}
