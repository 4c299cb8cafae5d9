using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Who must act on a finding, from the configuration.</summary>
internal static class Owners
{
    /// <summary>An object of the identity before the rule before its family; null when nobody is named.</summary>
    public static string? Of(
        ImmutableSortedDictionary<string, string> owners,
        string ruleId,
        ImmutableArray<ObjectRef> identity
    ) =>
        identity
            .Select(part => part.Id)
            .Append(ruleId)
            .Append(Family(ruleId))
            .Select(owners.GetValueOrDefault)
            .FirstOrDefault(owner => owner is not null);

    /// <summary>Such as <c>PIM3xx</c>.</summary>
    private static string Family(string ruleId) => ruleId.Length > 2 ? ruleId[..^2] + "xx" : ruleId;
}
