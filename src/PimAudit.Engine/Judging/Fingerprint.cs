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

    /// <summary>
    /// The subject stands first although the identity holds it too: of two groups inside each other, each is a subject.
    /// </summary>
    /// <returns>64 hex digits over tenant, rule, subject and the keys of the identity.</returns>
    public static string Of(Guid tenantId, string ruleId, ObjectRef subject, ImmutableArray<ObjectRef> identity) =>
        ContentHash.Of([tenantId.ToString("D"), ruleId, subject.Key, .. identity.Select(part => part.Key)]);
}
