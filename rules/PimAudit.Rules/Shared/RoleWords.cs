using PimAudit.Engine;

namespace PimAudit.Rules;

/// <summary>Roles within a sentence.</summary>
internal static class RoleWords
{
    /// <summary>The role, and where, unless it is the whole tenant: <c>User Administrator at Lisbon</c>.</summary>
    public static string RoleAt(RuleContext context, Guid roleId, string scope) =>
        string.Equals(scope, "/", StringComparison.Ordinal)
            ? context.RoleReference(roleId).Label
            : $"{context.RoleReference(roleId).Label} at {context.ScopeReference(scope).Label}";
}
