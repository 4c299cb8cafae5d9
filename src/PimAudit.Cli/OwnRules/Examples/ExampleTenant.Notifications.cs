using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Whom PIM tells of what: the default recipients of everything, unless an example changes it.</summary>
internal sealed partial class ExampleTenant
{
    /// <summary>Graph's ids of the notification rules that every policy has.</summary>
    private static readonly ImmutableArray<string> NotificationRules =
    [
        .. from whom in new[] { "Admin", "Requestor", "Approver" }
        from what in new[] { "Admin_Eligibility", "Admin_Assignment", "EndUser_Assignment" }
        select $"Notification_{whom}_{what}",
    ];

    private static readonly ImmutableArray<NotificationSetting> StandardNotifications =
    [
        .. NotificationRules.Select(rule => new NotificationSetting(rule, true, "All", [])),
    ];

    /// <summary>The standard ones, those that are listed in their stead, and without those that are absent.</summary>
    private static ImmutableArray<NotificationSetting> Notifications(YamlMap given)
    {
        var all = StandardNotifications.ToDictionary(one => one.RuleId, StringComparer.Ordinal);
        foreach (var one in given.Maps("notifications"))
        {
            var rule = one.OneOf("rule", NotificationRules);
            if (one.Text("rule") is null)
                one.Issue("rule", "is missing");
            if (one.Flag("absent") is true)
                all.Remove(rule ?? "");
            else if (rule is not null)
                all[rule] = Notification(rule, one);
            one.RefuseOtherKeys();
        }

        return [.. NotificationRules.Where(all.ContainsKey).Select(rule => all[rule])];
    }

    private static NotificationSetting Notification(string rule, YamlMap given) =>
        new(
            rule,
            Flag(given, "defaultRecipients", standard: true),
            given.Text("level") ?? "All",
            given.Texts("recipients") ?? []
        );
}
