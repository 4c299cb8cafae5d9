using PimAudit.Model;

namespace PimAudit.Engine;

/// <summary>A rule that cannot be evaluated, by a fault of its definition and not of the tenant's data.</summary>
/// <param name="reason">As the result lists it.</param>
/// <param name="detail">For a person: where, what was seen, what to do.</param>
public sealed class RuleFaultException(MissingReason reason, string detail) : Exception(detail)
{
    public Gap Gap { get; } = new(SnapshotParts.None, reason, detail);
}
