using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Rules;

/// <summary>How to change a role setting, in the portal and with Graph PowerShell. Commands hold ids, never names.</summary>
internal static class SettingsFixes
{
    /// <summary>Open the settings, change one thing, save.</summary>
    /// <param name="change">One order, without full stop, as the portal words it.</param>
    public static Fix Of(HeldSetting held, string change, string? command = null) =>
        new([Open(held.Owner), $"{change}.", "Select Update."], command);

    /// <summary>Sets the longest activation.</summary>
    public static string LimitActivation(SettingsOwner owner, TimeSpan longest) =>
        Update(
            owner,
            "Expiration_EndUser_Assignment",
            "unifiedRoleManagementPolicyExpirationRule",
            $"isExpirationRequired = $true; maximumDuration = '{XmlConvert.ToString(longest)}'"
        );

    /// <summary>Asks for more on activation and keeps what is asked for already.</summary>
    /// <param name="added"><c>MultiFactorAuthentication</c>, <c>Justification</c> or <c>Ticketing</c>.</param>
    public static string AlsoAskFor(SettingsOwner owner, RoleSettings settings, params string[] added) =>
        Update(
            owner,
            "Enablement_EndUser_Assignment",
            "unifiedRoleManagementPolicyEnablementRule",
            $"enabledRules = @({string.Join(", ", Asked(settings, added).Select(rule => $"'{rule}'"))})"
        );

    /// <summary>Asks for a justification and multifactor authentication when somebody is made active.</summary>
    public static string GuardAssigning(SettingsOwner owner) =>
        Update(
            owner,
            "Enablement_Admin_Assignment",
            "unifiedRoleManagementPolicyEnablementRule",
            "enabledRules = @('Justification', 'MultiFactorAuthentication')"
        );

    /// <summary>Lets assignments end after a while.</summary>
    /// <param name="type"><c>Assignment</c> for active ones, <c>Eligibility</c> for eligible ones.</param>
    public static string LimitAssigned(SettingsOwner owner, string type, TimeSpan longest) =>
        Update(
            owner,
            $"Expiration_Admin_{type}",
            "unifiedRoleManagementPolicyExpirationRule",
            $"isExpirationRequired = $true; maximumDuration = '{XmlConvert.ToString(longest)}'"
        );

    /// <summary>Sends a notification to its default recipients; for a rule that names no others.</summary>
    public static string TellDefaultRecipients(SettingsOwner owner, string ruleId) =>
        Update(
            owner,
            ruleId,
            "unifiedRoleManagementPolicyNotificationRule",
            "notificationType = 'Email'; recipientType = 'Admin'; notificationLevel = 'All'; isDefaultRecipientsEnabled = $true; notificationRecipients = @()"
        );

    private static ImmutableArray<string> Asked(RoleSettings settings, string[] added) =>
        [
            .. new[]
            {
                settings.Mfa is true ? "MultiFactorAuthentication" : null,
                settings.Justification is true ? "Justification" : null,
                settings.Ticket is true ? "Ticketing" : null,
            }
                .Concat(added)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    private static string Open(SettingsOwner owner) =>
        owner.Access switch
        {
            null =>
                "In the Entra admin centre, open Privileged Identity Management, Microsoft Entra roles, Settings, select this role and then Edit.",
            GroupAccess.Member =>
                "In the Entra admin centre, open Privileged Identity Management, Groups, select this group, Settings, Member and then Edit.",
            _ =>
                "In the Entra admin centre, open Privileged Identity Management, Groups, select this group, Settings, Owner and then Edit.",
        };

    private static string Update(SettingsOwner owner, string ruleId, string type, string values) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            $policy = Get-MgPolicyRoleManagementPolicyAssignment -Filter "{{FilterOf(owner)}}"
            Update-MgPolicyRoleManagementPolicyRule -UnifiedRoleManagementPolicyId $policy.PolicyId -UnifiedRoleManagementPolicyRuleId '{{ruleId}}' -BodyParameter @{ '@odata.type' = '#microsoft.graph.{{type}}'; id = '{{ruleId}}'; {{values}} }
            """
        );

    private static string FilterOf(SettingsOwner owner) =>
        owner.Access switch
        {
            null => $"scopeId eq '/' and scopeType eq 'DirectoryRole' and roleDefinitionId eq '{owner.Id:D}'",
            GroupAccess.Member =>
                $"scopeId eq '{owner.Id:D}' and scopeType eq 'Group' and roleDefinitionId eq 'member'",
            _ => $"scopeId eq '{owner.Id:D}' and scopeType eq 'Group' and roleDefinitionId eq 'owner'",
        };
}
