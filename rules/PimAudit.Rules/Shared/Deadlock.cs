using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Somebody eligible who is his own only approver.</summary>
internal static class Deadlock
{
    /// <summary>The person, null where there is none, or why that is not known.</summary>
    /// <param name="approvers">Everybody named, backups included.</param>
    public static Known<ObjectRef?> Of(
        RuleContext context,
        HeldSetting held,
        ImmutableArray<ReachableApprover> approvers
    )
    {
        var left = approvers.SelectMany(approver => approver.People).Distinct().ToList();
        if (left.Count > 1 || approvers.Any(approver => approver.CountsAsSomebodyElse))
            return Known<ObjectRef?>.Of(null);
        if (approvers.Select(approver => approver.Unknown).FirstOrDefault(gap => gap is not null) is { } unknown)
            return Known<ObjectRef?>.Missing(unknown);
        if (left.Count == 0)
            return Known<ObjectRef?>.Of(null);

        var gated = context.PeopleGatedBy(held.Owner);
        var only = context.Reference(left[0]);
        if (gated.People.Any(person => string.Equals(person.Id, only.Id, StringComparison.Ordinal)))
            return Known<ObjectRef?>.Of(only);

        return gated.Hidden is { } hidden ? Known<ObjectRef?>.Missing(hidden) : Known<ObjectRef?>.Of(null);
    }
}
