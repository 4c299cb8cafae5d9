using System.Collections.Immutable;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>Whether administrators are told of something that PIM does.</summary>
/// <param name="RuleId">Graph's id of the notification rule.</param>
/// <param name="What">As it follows "when", in the portal's words.</param>
/// <param name="IsMade">Null: not told.</param>
/// <param name="State">Who is told, as it follows the event and a comma; only where it is not made.</param>
internal sealed record Announcement(string RuleId, string What, bool? IsMade, string State);

/// <summary>What the rules about unannounced events share.</summary>
internal static class Announcements
{
    public static RuleParameter Roles { get; } =
        RuleParameter.Roles(
            "roles",
            "privileged",
            "whose settings: held, privileged, all, or a list of role template ids"
        );

    public static RuleParameter RequireAdded { get; } =
        RuleParameter.Flag(
            "requireAddedRecipient",
            standard: false,
            "an address of your own must be told, beside or instead of the default recipients"
        );

    public const string MadeEligible = "Notification_Admin_Admin_Eligibility";
    public const string MadeActive = "Notification_Admin_Admin_Assignment";
    public const string Activated = "Notification_Admin_EndUser_Assignment";

    private const string Nobody = "nobody is told";

    public static Announcement Of(RoleSettings settings, string ruleId, bool requireAdded)
    {
        var what = WhatOf(ruleId);
        var rule = settings.Notifications.FirstOrDefault(one =>
            string.Equals(one.RuleId, ruleId, StringComparison.OrdinalIgnoreCase)
        );
        return rule switch
        {
            null => new(ruleId, what, IsMade: null, ""),
            _ when rule.Recipients.Any(address => !string.IsNullOrWhiteSpace(address)) => new(
                ruleId,
                what,
                IsMade: true,
                ""
            ),
            _ when requireAdded => new(
                ruleId,
                what,
                IsMade: false,
                rule.DefaultRecipients switch
                {
                    true => "only the default recipients are told",
                    false => Nobody,
                    null => "no added recipient is told",
                }
            ),
            _ => new(ruleId, what, rule.DefaultRecipients, Nobody),
        };
    }

    /// <summary>One finding for all that is not announced; blind where the rest was not told.</summary>
    public static Judgement Judge(
        HeldSetting held,
        ImmutableArray<Announcement> announcements,
        Func<ImmutableArray<Announcement>, FindingDraft> draft
    )
    {
        ImmutableArray<Announcement> silent = [.. announcements.Where(one => one.IsMade is false)];
        if (!silent.IsEmpty)
            return new Judgement.Breaks(draft(silent));

        return announcements.FirstOrDefault(one => one.IsMade is null) is { } untold
            ? held.BlindWithout($"who is told when {untold.What}")
            : held.Meets();
    }

    /// <summary>Such as <c>when a member is assigned as eligible, nobody is told</c>.</summary>
    public static string InWords(ImmutableArray<Announcement> silent) =>
        string.Join("; ", silent.Select(one => $"when {one.What}, {one.State}"));

    public static string Expected(bool requireAdded) =>
        requireAdded
            ? "an added recipient for the alert to administrators"
            : "default recipients, or an added one, for the alert to administrators";

    public static Fix Fix(HeldSetting held, ImmutableArray<Announcement> silent, bool requireAdded) =>
        SettingsFixes.Of(
            held,
            requireAdded
                ? "On the Notification tab, in the rows about the alert, add an address that somebody reads"
                : "On the Notification tab, in the rows about the alert, select Default recipients or add an address that somebody reads",
            requireAdded
                ? null
                : string.Join('\n', silent.Select(one => SettingsFixes.TellDefaultRecipients(held.Owner, one.RuleId)))
        );

    private static string WhatOf(string ruleId) =>
        ruleId switch
        {
            MadeEligible => "a member is assigned as eligible",
            MadeActive => "a member is assigned as active",
            _ => "an eligible member activates",
        };
}
