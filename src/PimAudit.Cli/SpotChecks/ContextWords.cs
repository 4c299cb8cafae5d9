using PimAudit.Access.ConditionalAccess;
using PimAudit.Access.Questions;

namespace PimAudit.Cli;

/// <summary>What an authentication context does to somebody, where that is not what the role settings promise.</summary>
internal static class ContextWords
{
    /// <returns>Null where no context is asked for, where it holds, or where that was not read.</returns>
    public static string? Of(WayGate gate) =>
        Fault(gate.Hold) is { } fault ? $"context {gate.Gates.Context} {fault}" : null;

    private static string? Fault(ContextHold? hold) =>
        hold switch
        {
            ContextHold.NotReached => "asks for nothing: no enabled policy reaches the person",
            ContextHold.ByRoleAlone => "asks for nothing: its policy reaches only who holds a role already",
            ContextHold.Narrowed => "can be escaped by location, platform, device or risk",
            ContextHold.MfaInstead => "has no policy, so PIM asks for MFA",
            _ => null,
        };
}
