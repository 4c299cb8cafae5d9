using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Turns the rules of a policy into role settings. A rule that is not there leaves nulls: unknown, never off.</summary>
/// <remarks>Source: the 17 rules of Graph v1.0 <c>roleManagementPolicies/{id}/rules</c>.</remarks>
internal static class RoleSettingsReader
{
    /// <exception cref="JsonException">A duration that is none, or an approval that does not say by whom.</exception>
    public static RoleSettings Read(
        SettingsOwner owner,
        string policyId,
        DateTimeOffset? changedAt,
        IReadOnlyList<PolicyRuleRow> rules
    )
    {
        var activation = Rule("Expiration_EndUser_Assignment");
        var asks = Rule("Enablement_EndUser_Assignment")?.EnabledRules;
        var assigning = Rule("Enablement_Admin_Assignment")?.EnabledRules;
        var context = Rule("AuthenticationContext_EndUser_Assignment");
        var approval = Rule("Approval_EndUser_Assignment")?.Setting;
        var eligible = Rule("Expiration_Admin_Eligibility");
        var active = Rule("Expiration_Admin_Assignment");

        return new(
            owner,
            policyId,
            Spelling.Moment(changedAt),
            Duration(activation?.MaximumDuration),
            Has(asks, "MultiFactorAuthentication"),
            Has(asks, "Justification"),
            Has(asks, "Ticketing"),
            context?.IsEnabled,
            string.IsNullOrEmpty(context?.ClaimValue) ? null : context.ClaimValue,
            approval?.IsApprovalRequired,
            [.. ApproverReader.Of(approval)],
            !eligible?.IsExpirationRequired,
            Duration(eligible?.MaximumDuration),
            !active?.IsExpirationRequired,
            Duration(active?.MaximumDuration),
            Has(assigning, "MultiFactorAuthentication"),
            Has(assigning, "Justification"),
            Notifications(rules)
        );

        PolicyRuleRow? Rule(string id) => rules.FirstOrDefault(rule => Spelling.Same(rule.Id, id));
    }

    /// <summary>Reads a duration as Graph writes it, such as <c>PT8H</c> or <c>P180D</c>.</summary>
    /// <returns>Elapsed time; one day is 24 hours and a year 365 days. Null when nothing is written.</returns>
    /// <exception cref="JsonException">Not ISO 8601.</exception>
    public static TimeSpan? Duration(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;

        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException)
        {
            throw new JsonException("A duration is not written in ISO 8601, or longer than any.", failure);
        }
    }

    private static bool? Has(string[]? enabled, string rule) =>
        enabled?.Contains(rule, StringComparer.OrdinalIgnoreCase);

    private static ImmutableArray<NotificationSetting> Notifications(IReadOnlyList<PolicyRuleRow> rules) =>
        [
            .. rules
                .Where(rule => rule.Id.StartsWith("Notification_", StringComparison.OrdinalIgnoreCase))
                .OrderBy(rule => rule.Id, StringComparer.Ordinal)
                .Select(rule => new NotificationSetting(
                    rule.Id,
                    rule.IsDefaultRecipientsEnabled,
                    rule.NotificationLevel,
                    [.. rule.NotificationRecipients ?? []]
                )),
        ];
}

/// <summary>Reads approvers in each shape that has been seen.</summary>
internal static class ApproverReader
{
    /// <summary>An empty list leaves the approval to the administrators of roles; a list that did not come says nothing.</summary>
    /// <exception cref="JsonException">Approval is required, and nothing tells by whom.</exception>
    public static IEnumerable<Approver> Of(ApprovalRow? approval)
    {
        var stages = approval?.ApprovalStages;
        if (
            approval?.IsApprovalRequired is true
            && stages?.All(stage => stage.PrimaryApprovers is not null) is not true
        )
            throw new JsonException("Approval is required, and the policy does not say by whom.");

        return (stages ?? []).SelectMany(stage => stage.PrimaryApprovers ?? []).Select(Of);
    }

    private static Approver Of(ApproverRow row)
    {
        var kind = KindOf(row);
        var id = kind switch
        {
            ApproverKind.User => row.UserId ?? row.Id,
            ApproverKind.Group => row.GroupId ?? row.Id,
            ApproverKind.ServicePrincipal => row.ServicePrincipalId ?? row.Id,
            _ => row.Id,
        };
        var known = Spelling.Id(id);
        var named = kind is ApproverKind.RequestorManager || known is not null;
        return new(named ? kind : ApproverKind.Unknown, known, row.Description, row.IsBackup is true);
    }

    private static ApproverKind KindOf(ApproverRow row) =>
        row.Type?.TrimStart('#').ToUpperInvariant() switch
        {
            "MICROSOFT.GRAPH.SINGLEUSER" => ApproverKind.User,
            "MICROSOFT.GRAPH.GROUPMEMBERS" => ApproverKind.Group,
            "MICROSOFT.GRAPH.REQUESTORMANAGER" => ApproverKind.RequestorManager,
            "MICROSOFT.GRAPH.SINGLESERVICEPRINCIPAL" => ApproverKind.ServicePrincipal,
            null when row.UserId is not null => ApproverKind.User,
            null when row.GroupId is not null => ApproverKind.Group,
            _ => ApproverKind.Unknown,
        };
}
