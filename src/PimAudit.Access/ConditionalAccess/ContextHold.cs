using PimAudit.Model;

namespace PimAudit.Access.ConditionalAccess;

/// <summary>Whether the policies of an authentication context hold one person.</summary>
public enum ContextHold
{
    /// <summary>An enabled policy asks this person for multifactor authentication, or blocks.</summary>
    Enforced,

    /// <summary>Only under conditions from which the person can escape.</summary>
    Narrowed,

    /// <summary>Only if the person held a role that is not held standing.</summary>
    ByRoleAlone,

    /// <summary>No enabled policy reaches the person and asks for it.</summary>
    NotReached,

    /// <summary>No policy of any state targets the context, so PIM asks for multifactor authentication instead.</summary>
    MfaInstead,

    /// <summary>What was not read could change the answer.</summary>
    Unknown,
}

/// <summary>What holds one person.</summary>
/// <param name="Gap">Why it is unknown; null in the other states.</param>
public sealed record HeldPerson(ObjectRef Person, ContextHold Hold, Gap? Gap);
