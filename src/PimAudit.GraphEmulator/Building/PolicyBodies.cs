using System.Text.Json.Nodes;
using System.Xml;

namespace PimAudit.GraphEmulator;

/// <summary>Writes settings as Graph does: a policy assignment, its policy and seventeen rules.</summary>
internal static class PolicyBodies
{
    private const string RuleType = "#microsoft.graph.unifiedRoleManagementPolicy";
    private static readonly string[] Recipients = ["Admin", "Requestor", "Approver"];

    public static JsonObject Assignment(PolicyEntry entry) =>
        new()
        {
            ["id"] = $"{entry.PolicyId}_{entry.Owner.RoleDefinitionId}",
            ["policyId"] = entry.PolicyId,
            ["scopeId"] = ScopeId(entry.Owner),
            ["scopeType"] = ScopeType(entry.Owner),
            ["roleDefinitionId"] = entry.Owner.RoleDefinitionId,
        };

    /// <summary>The policy with its rules.</summary>
    public static JsonObject Policy(EmulatedTenant tenant, PolicyEntry entry)
    {
        var type = ScopeType(entry.Owner);
        var policy = new JsonObject
        {
            ["id"] = entry.PolicyId,
            ["displayName"] = type,
            ["description"] = type,
            ["isOrganizationDefault"] = false,
            ["scopeId"] = ScopeId(entry.Owner),
            ["scopeType"] = type,
            ["lastModifiedDateTime"] = Rows.Moment(entry.Settings.ChangedAt),
            ["lastModifiedBy"] = new JsonObject { ["displayName"] = null, ["id"] = null },
            ["rules"] = Rules(tenant, entry.Settings),
        };
        entry.Edit?.Invoke(policy);
        return policy;
    }

    /// <summary>ISO 8601 as Graph writes it: whole days as days, so that 24 hours are <c>P1D</c>.</summary>
    public static string Duration(TimeSpan duration) => XmlConvert.ToString(duration);

    private static string ScopeId(PolicyOwner owner) => owner.Access is null ? "/" : owner.Id.ToString();

    private static string ScopeType(PolicyOwner owner) => owner.Access is null ? "DirectoryRole" : "Group";

    private static JsonArray Rules(EmulatedTenant tenant, PolicySettings settings) =>
        [
            Expiration("Admin_Eligibility", !settings.PermanentEligible, settings.LongestEligible),
            Enablement("Admin_Eligibility", []),
            .. Notifications("Admin_Eligibility", settings),
            Expiration("Admin_Assignment", !settings.PermanentActive, settings.LongestActive),
            Enablement(
                "Admin_Assignment",
                Enabled(settings.AssigningMfa, settings.AssigningJustification, ticket: false)
            ),
            .. Notifications("Admin_Assignment", settings),
            Expiration("EndUser_Assignment", isRequired: true, settings.Activation),
            Enablement("EndUser_Assignment", Enabled(settings.Mfa, settings.Justification, settings.Ticket)),
            Approval(tenant, settings),
            Context(settings),
            .. Notifications("EndUser_Assignment", settings),
        ];

    private static JsonObject Rule(string type, string name, string target)
    {
        var parts = target.Split('_');
        return new JsonObject
        {
            ["@odata.type"] = $"{RuleType}{type}Rule",
            ["id"] = $"{name}_{target}",
            ["target"] = new JsonObject
            {
                ["caller"] = parts[0],
                ["operations"] = new JsonArray("All"),
                ["level"] = parts[1],
                ["inheritableSettings"] = new JsonArray(),
                ["enforcedSettings"] = new JsonArray(),
            },
        };
    }

    private static JsonObject Expiration(string target, bool isRequired, TimeSpan longest)
    {
        var rule = Rule("Expiration", "Expiration", target);
        rule["isExpirationRequired"] = isRequired;
        rule["maximumDuration"] = Duration(longest);
        return rule;
    }

    private static JsonObject Enablement(string target, IEnumerable<string> enabled)
    {
        var rule = Rule("Enablement", "Enablement", target);
        rule["enabledRules"] = Rows.Strings(enabled);
        return rule;
    }

    private static IEnumerable<string> Enabled(bool mfa, bool justification, bool ticket)
    {
        if (mfa)
            yield return "MultiFactorAuthentication";
        if (justification)
            yield return "Justification";
        if (ticket)
            yield return "Ticketing";
    }

    private static JsonObject Context(PolicySettings settings)
    {
        var rule = Rule("AuthenticationContext", "AuthenticationContext", "EndUser_Assignment");
        rule["isEnabled"] = settings.Context is not null;
        rule["claimValue"] = settings.Context ?? "";
        return rule;
    }

    private static JsonObject[] Notifications(string target, PolicySettings settings) =>
        [
            .. Recipients.Select(recipient =>
            {
                var rule = Rule("Notification", $"Notification_{recipient}", target);
                rule["notificationType"] = "Email";
                rule["recipientType"] = recipient;
                rule["notificationLevel"] = "All";
                rule["isDefaultRecipientsEnabled"] = !settings.SilencedNotifications.Contains(
                    rule.Text("id")!,
                    StringComparer.Ordinal
                );
                rule["notificationRecipients"] = Rows.Strings(recipient is "Admin" ? settings.AddedRecipients : []);
                return rule;
            }),
        ];

    private static JsonObject Approval(EmulatedTenant tenant, PolicySettings settings)
    {
        var rule = Rule("Approval", "Approval", "EndUser_Assignment");
        rule["setting"] = new JsonObject
        {
            ["isApprovalRequired"] = settings.Approval,
            ["isApprovalRequiredForExtension"] = false,
            ["isRequestorJustificationRequired"] = true,
            ["approvalMode"] = "SingleStage",
            ["approvalStages"] = new JsonArray(
                new JsonObject
                {
                    ["approvalStageTimeOutInDays"] = 1,
                    ["isApproverJustificationRequired"] = true,
                    ["escalationTimeInMinutes"] = 0,
                    ["isEscalationEnabled"] = false,
                    ["primaryApprovers"] = new JsonArray([.. Approvers(tenant, settings)]),
                    ["escalationApprovers"] = new JsonArray(),
                }
            ),
        };
        return rule;
    }

    private static IEnumerable<JsonNode> Approvers(EmulatedTenant tenant, PolicySettings settings)
    {
        foreach (var name in settings.Approvers)
            yield return Approver(tenant, name, settings.ApproverShape, isBackup: false);
        foreach (var name in settings.BackupApprovers)
            yield return Approver(tenant, name, ApproverShape.Observed, isBackup: true);
        if (settings.ManagerApproves)
            yield return new JsonObject { ["@odata.type"] = "#microsoft.graph.requestorManager", ["managerLevel"] = 1 };
    }

    private static JsonObject Approver(EmulatedTenant tenant, string name, ApproverShape shape, bool isBackup)
    {
        var id = tenant.IdOf(name);
        var entry = tenant.Directory.Find(id) ?? tenant.Directory.FindDeleted(id);
        var isGroup = entry?.Kind is EntryKind.Group;
        var approver = new JsonObject
        {
            ["@odata.type"] = isGroup ? "#microsoft.graph.groupMembers" : "#microsoft.graph.singleUser",
        };
        if (shape is ApproverShape.Documented)
        {
            approver[isGroup ? "groupId" : "userId"] = id.ToString();
            return approver;
        }

        approver["id"] = id.ToString();
        approver["isBackup"] = isBackup;
        approver["description"] = name;
        return approver;
    }
}
