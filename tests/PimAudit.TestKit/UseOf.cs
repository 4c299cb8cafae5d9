using System.Globalization;
using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>Writes into the audit log of a test tenant, as PIM would; times are before TakenAt. Keep to the order of time.</summary>
public static class UseOf
{
    public const string Completed = "Add member to role completed (PIM activation)";
    public const string Expired = "Remove member from role (PIM activation expired)";

    /// <summary>The log covers this time, whatever it holds.</summary>
    public static TenantSnapshot LogOf(this TenantSnapshot tenant, TimeSpan covered) =>
        tenant with
        {
            EventsSince = tenant.TakenAt - covered,
        };

    /// <summary>Somebody activates a role.</summary>
    /// <param name="used">Until the log tells of its end; null where it does not.</param>
    public static TenantSnapshot Activation(
        this TenantSnapshot tenant,
        string person,
        string role,
        TimeSpan ago,
        string? reason = "Restore a mailbox for a colleague",
        TimeSpan? used = null,
        string result = "success"
    ) =>
        tenant.Activation(person, new PimEventTarget($"{A.Role(role):D}", "Role", role, []), ago, reason, used, result);

    /// <summary>Somebody activates his membership of a group.</summary>
    public static TenantSnapshot GroupActivation(
        this TenantSnapshot tenant,
        string person,
        string group,
        TimeSpan ago,
        string? reason = "Restore a mailbox for a colleague",
        TimeSpan? used = null
    ) =>
        tenant.Activation(
            person,
            new PimEventTarget($"{A.Id(group):D}", "Group", group, []),
            ago,
            reason,
            used,
            "success"
        );

    /// <summary>One entry, with details as the log writes them.</summary>
    public static TenantSnapshot Entry(
        this TenantSnapshot tenant,
        string activity,
        TimeSpan ago,
        string? person,
        PimEventTarget? target,
        string? reason = null,
        string? result = "success",
        params PimEventDetail[] details
    )
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"entry {tenant.Events.Count() + 1}");
        PimEventTarget?[] targets =
        [
            target,
            person is null ? null : new PimEventTarget($"{A.Id(person):D}", "User", person, []),
        ];
        var entry = new PimEvent(
            id,
            tenant.TakenAt - ago,
            activity,
            target?.Type is "Group" ? "GroupManagement" : "RoleManagement",
            result,
            reason,
            InitiatorId: null,
            InitiatorName: null,
            [.. targets.OfType<PimEventTarget>()],
            [.. details]
        );
        return tenant with { Events = [.. tenant.Events, entry] };
    }

    private static TenantSnapshot Activation(
        this TenantSnapshot tenant,
        string person,
        PimEventTarget target,
        TimeSpan ago,
        string? reason,
        TimeSpan? used,
        string result
    )
    {
        var begun = tenant.Entry(Completed, ago, person, target, reason, result);
        return used is { } time ? begun.Entry(Expired, ago - time, person, target) : begun;
    }
}
