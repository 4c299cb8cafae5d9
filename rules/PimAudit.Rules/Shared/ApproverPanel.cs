using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Everybody whom some role settings name to approve.</summary>
/// <param name="Primary">Asked first. Only these are counted.</param>
/// <param name="Backup">Asked where the primaries cannot.</param>
internal sealed record ApproverPanel(
    ImmutableArray<ReachableApprover> Primary,
    ImmutableArray<ReachableApprover> Backup
)
{
    /// <summary>Distinct primary approvers who can approve: people, and whoever stands for somebody else.</summary>
    public int Count =>
        People.Count
        + Primary
            .Where(one => one.CountsAsSomebodyElse)
            .Select(one => one.Reference.Key)
            .Distinct(StringComparer.Ordinal)
            .Count();

    /// <summary>People who approve as primaries, groups expanded.</summary>
    public ImmutableHashSet<Guid> People => [.. Primary.SelectMany(one => one.People)];

    /// <summary>Why there may be more; null when everybody is known.</summary>
    public Gap? Unknown => Primary.Select(one => one.Unknown).FirstOrDefault(gap => gap is not null);

    /// <summary>Primaries are named, and none of them can approve.</summary>
    public bool IsDead => !Primary.IsEmpty && Primary.All(one => !one.IsLeft);

    public static ApproverPanel Of(ApproverBook book, RoleSettings settings)
    {
        var parts = settings.Approvers.ToLookup(one => one.IsBackup, one => book[one]);
        return new([.. parts[false]], [.. parts[true]]);
    }

    /// <summary>Among the primaries by id, or in one of their groups.</summary>
    public bool Names(ImmutableHashSet<Guid> wanted) =>
        Primary.Any(one => one.Approver.Id is { } id && wanted.Contains(id)) || People.Overlaps(wanted);
}
