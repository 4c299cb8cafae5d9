using PimAudit.Access.ConditionalAccess;
using PimAudit.Model;

namespace PimAudit.Access.Questions;

/// <summary>An activation on the way, and what it really asks of this principal.</summary>
/// <param name="Hold">What the authentication context amounts to for him; null when none is asked for.</param>
/// <param name="Gap">Why <paramref name="Hold"/> is unknown; null in the other cases.</param>
public sealed record WayGate(Gates Gates, ContextHold? Hold, Gap? Gap)
{
    public ObjectRef Owner => Gates.Owner;

    /// <summary>
    /// Multifactor authentication, by the enablement rule or by a context that an enabled policy enforces. A context from
    /// which he can escape does not count. Null: not known.
    /// </summary>
    public bool? Mfa => Maybe.Any(Gates.Mfa, ByContext);

    /// <summary>MFA, justification and approval; a ticket does not count, and what was not read counts as not asked.</summary>
    public int Strength => new[] { Mfa, Gates.Justification, Gates.Approval }.Count(asked => asked is true);

    private bool? ByContext =>
        Gates.ContextRequired is not true
            ? Gates.ContextRequired
            : Hold switch
            {
                ContextHold.Enforced or ContextHold.MfaInstead => true,
                ContextHold.Unknown or null => null,
                _ => false,
            };

    internal static WayGate Of(AccessMap map, Gates gates, ObjectRef person)
    {
        if (gates.ContextRequired is not true)
            return new(gates, Hold: null, Gap: null);
        if (gates.Context is not { Length: > 0 } claim)
            return new(gates, ContextHold.Unknown, Gap: ContextNotTold(gates));

        var held = map.Contexts.Of(claim).Of(person);
        return new(gates, held.Hold, held.Gap);
    }

    private static Gap ContextNotTold(Gates gates) =>
        new(
            gates.Access is null ? SnapshotParts.RoleSettings : SnapshotParts.GroupSettings,
            MissingReason.Malformed,
            "The role settings ask for an authentication context and do not say which."
        );
}
