using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>Names a finding by what a fix would remove.</summary>
internal static class Fingerprint
{
    /// <summary>Subject and extras, each once, ordinal by key.</summary>
    public static ImmutableArray<ObjectRef> IdentityOf(ObjectRef subject, ImmutableArray<ObjectRef> extras) =>
        [
            .. extras
                .Prepend(subject)
                .DistinctBy(part => part.Key, StringComparer.Ordinal)
                .OrderBy(part => part.Key, StringComparer.Ordinal),
        ];

    /// <returns>64 hex digits over tenant, rule and the keys of the identity.</returns>
    public static string Of(Guid tenantId, string ruleId, ImmutableArray<ObjectRef> identity) =>
        ContentHash.Of([tenantId.ToString("D"), ruleId, .. identity.Select(part => part.Key)]);
}
