using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>Conditional Access of a test tenant.</summary>
public static class PoliciesOf
{
    /// <summary>Nobody.</summary>
    public static PolicyAudience Nobody { get; } = new([], [], [], Everyone: false, Guests: false);

    /// <summary>All users.</summary>
    public static PolicyAudience Everyone { get; } = Nobody with { Everyone = true };

    /// <summary>One built-in control.</summary>
    public static PolicyGrant Asks(params string[] controls) =>
        new(IsOr: false, [.. controls], AuthenticationStrength: null, []);

    /// <summary>An enabled policy that targets a context and asks everybody for MFA, with a change.</summary>
    public static TenantSnapshot Policy(
        this TenantSnapshot tenant,
        string context,
        Func<ConditionalAccessPolicy, ConditionalAccessPolicy>? change = null
    )
    {
        var policy = new ConditionalAccessPolicy(
            $"policy {tenant.ConditionalAccessPolicies.Length}",
            $"Context {context}",
            PolicyState.Enabled,
            Everyone,
            Nobody,
            [context],
            TargetsAgentsOnly: false,
            NarrowedBy: [],
            Asks("mfa"),
            Resources: [],
            OnlyWhen: []
        );
        return tenant with
        {
            ConditionalAccessPolicies = [.. tenant.ConditionalAccessPolicies, change is null ? policy : change(policy)],
        };
    }

    /// <summary>All groups of a user as the directory tells them, nested ones included.</summary>
    public static TenantSnapshot InGroups(this TenantSnapshot tenant, string user, params string[] groups) =>
        tenant with
        {
            GroupsOfUsers = [.. tenant.GroupsOfUsers, new(A.Id(user), [.. groups.Select(A.Id)])],
        };
}
