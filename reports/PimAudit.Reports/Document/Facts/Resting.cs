using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Reports.Document.Facts;

/// <summary>Which Critical or High findings rest on which path.</summary>
internal sealed class Resting
{
    private readonly ILookup<string, Finding> byId;

    /// <param name="ranked">Open findings, the heaviest first.</param>
    public Resting(ImmutableArray<Finding> ranked) =>
        byId = ranked.TakeWhile(finding => finding.Severity >= Severity.High).ToLookup(Handle, StringComparer.Ordinal);

    /// <summary>The heavier of Critical and High; null where neither rests on the path.</summary>
    public Severity? On(AccessRow row)
    {
        var ids = row
            .Hops.Select(hop => hop.From.Id)
            .Append(row.Role.Id)
            .Append(row.Scope.Id)
            .ToHashSet(StringComparer.Ordinal);
        var owners = row.Hops.Where(hop => hop.Gates is not null).Select(hop => hop.Gates!.Owner.Id);
        return ids.Concat(owners)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(id => byId[id])
            .Where(finding => Rests(finding, row, ids))
            .Select(finding => (Severity?)finding.Severity)
            .Max();
    }

    /// <summary>Settings count where the path asks them; everything else where all that a fix removes is on the path.</summary>
    private static bool Rests(Finding finding, AccessRow row, HashSet<string> ids) =>
        IsAboutSettings(finding)
            ? row.Hops.Any(hop =>
                hop.Gates is { } gates && string.Equals(gates.Owner.Id, finding.Subject.Id, StringComparison.Ordinal)
            )
            : OnPath(finding).All(item => ids.Contains(item.Id));

    /// <summary>An id without which the finding rests on nothing; of several the one that the fewest paths hold.</summary>
    private static string Handle(Finding finding) =>
        IsAboutSettings(finding)
            ? finding.Subject.Id
            : OnPath(finding)
                .OrderBy(item =>
                    item.Kind switch
                    {
                        ObjectKind.Role => 2,
                        ObjectKind.Group => 1,
                        _ => 0,
                    }
                )
                .Select(item => item.Id)
                .FirstOrDefault(finding.Subject.Id);

    private static IEnumerable<ObjectRef> OnPath(Finding finding) =>
        finding.Identity.Where(item => item.Kind is not (ObjectKind.Scope or ObjectKind.Access));

    private static bool IsAboutSettings(Finding finding) => finding.RuleId.StartsWith("PIM2", StringComparison.Ordinal);
}
