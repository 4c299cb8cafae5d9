using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>Who is told, in the role settings of a test tenant.</summary>
public static class NotificationsOf
{
    public const string MadeEligible = "Notification_Admin_Admin_Eligibility";
    public const string MadeActive = "Notification_Admin_Admin_Assignment";
    public const string Activated = "Notification_Admin_EndUser_Assignment";

    /// <summary>Default recipients and nobody else, for every alert to administrators.</summary>
    public static RoleSettings Announced(this RoleSettings settings) =>
        settings.Telling(MadeEligible).Telling(MadeActive).Telling(Activated);

    /// <summary>One notification rule, which replaces that of the same id.</summary>
    public static RoleSettings Telling(
        this RoleSettings settings,
        string ruleId,
        bool? defaults = true,
        params string[] added
    ) =>
        settings with
        {
            Notifications =
            [
                .. settings.Notifications.Where(rule => rule.RuleId != ruleId),
                new(ruleId, defaults, "All", [.. added]),
            ],
        };
}
