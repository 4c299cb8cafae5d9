using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class SettingsBodyTests
{
    private static readonly SettingsOwner Role = SettingsOwner.Role(new("62e90394-69f5-4237-9190-012177145e10"));

    [Test]
    public void Reads_the_settings_of_an_untouched_role()
    {
        var row = Body.Rows(
                "role-management-policy-assignments-directoryrole-expand-rules",
                GraphJson.Default.PolicyAssignments
            )
            .Single();

        Assert.Multiple(() =>
        {
            Assert.That(SettingsKeeper.RoleOf(row), Is.EqualTo(Role.Id));
            Assert.That(
                Summary(Read(row)),
                Is.EqualTo(
                    "activation 08:00:00 Mfa+Justification, context off, approval off (0), eligible 365.00:00:00 or permanent, "
                        + "active 180.00:00:00 or permanent, assigning Justification, 9 mails with defaults"
                )
            );
        });
    }

    [Test]
    public void Reads_the_settings_of_an_untouched_owner_of_a_group()
    {
        var row = Body.Rows(
                "role-management-policy-assignments-group-owner-expand-rules",
                GraphJson.Default.PolicyAssignments
            )
            .Single();

        Assert.Multiple(() =>
        {
            Assert.That(row.RoleDefinitionId, Is.EqualTo("owner"));
            Assert.That(
                Summary(Read(row)),
                Is.EqualTo(
                    "activation 08:00:00 Justification, context off, approval off (0), eligible 365.00:00:00, "
                        + "active 180.00:00:00, assigning Justification, 9 mails with defaults"
                )
            );
        });
    }

    [Test]
    public void Reads_the_settings_of_a_member_of_a_group_that_somebody_changed()
    {
        var rules = Body.Rows("role-management-policy-rules-group-member-observed", GraphJson.Default.PolicyRules);
        var settings = RoleSettingsReader.Read(Role, "policy", changedAt: null, rules);

        Assert.Multiple(() =>
        {
            Assert.That(
                Summary(settings),
                Is.EqualTo(
                    "activation 08:00:00 Mfa+Justification, context off, approval off (0), eligible 365.00:00:00 or permanent, "
                        + "active 15.00:00:00, assigning Mfa+Justification, 9 mails with defaults"
                )
            );
            Assert.That(
                settings.Notifications.Where(mail => mail.Recipients.Length > 0).Select(Body.Line),
                Is.EqualTo([
                    Body.Line(ToTwo("Notification_Admin_Admin_Assignment")),
                    Body.Line(ToTwo("Notification_Admin_Admin_Eligibility")),
                    Body.Line(ToTwo("Notification_Admin_EndUser_Assignment")),
                ])
            );
        });
    }

    [Test]
    public void Reads_approvers_as_version_1_documents_them()
    {
        var rule = System.Text.Json.JsonSerializer.Deserialize(
            $$"""{"value":[{{Body.Of("role-management-policy-approval-rule-v1")}}]}""",
            GraphJson.Default.PolicyRules
        )!;

        Assert.That(
            Approval(rule.Value!.Single()),
            Is.EqualTo(
                (
                    true,
                    Body.Line(
                        new[]
                        {
                            new Approver(ApproverKind.User, Body.Id(54), Description: null, IsBackup: false),
                            new Approver(ApproverKind.Group, Body.Id(55), Description: null, IsBackup: false),
                        }
                    )
                )
            )
        );
    }

    [Test]
    public void Reads_approvers_as_tenants_send_them_also_where_no_approval_is_required()
    {
        var rules = Body.Rows("role-management-policy-approval-rules-beta-observed", GraphJson.Default.PolicyRules);

        Assert.That(
            rules.Select(Approval),
            Is.EqualTo([
                (
                    false,
                    Body.Line(
                        new[] { 56, 57, 58 }.Select(number => new Approver(
                            ApproverKind.User,
                            Body.Id(number),
                            "Ana Silva",
                            IsBackup: false
                        ))
                    )
                ),
                (
                    true,
                    Body.Line(
                        new[]
                        {
                            new Approver(
                                ApproverKind.Group,
                                Body.Id(59),
                                "Privileged Escalation Approvers",
                                IsBackup: false
                            ),
                        }
                    )
                ),
            ])
        );
    }

    [Test]
    public void Reads_which_side_of_a_group_a_policy_without_rules_is_for() =>
        Assert.That(
            Body.Rows("role-management-policy-assignments-group", GraphJson.Default.PolicyAssignments)
                .Select(row => (row.RoleDefinitionId, row.Policy)),
            Is.EqualTo([("member", (PolicyRow?)null), ("owner", null)])
        );

    [Test]
    public void A_rule_of_a_kind_that_nobody_knows_changes_nothing()
    {
        const string Rules = """
            {"value":[{"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyMoonRule","id":"Moon_EndUser_Assignment",
              "isEnabled":true,"phases":[{"name":"full"}],"target":null},
             {"@odata.type":"#microsoft.graph.unifiedRoleManagementPolicyExpirationRule","id":"Expiration_EndUser_Assignment",
              "maximumDuration":"PT1H45M"}]}
            """;
        var rules = System.Text.Json.JsonSerializer.Deserialize(Rules, GraphJson.Default.PolicyRules)!.Value!;

        Assert.That(
            Summary(RoleSettingsReader.Read(Role, "policy", changedAt: null, rules)),
            Is.EqualTo(
                "activation 01:45:00 unknown, context unknown, approval unknown (0), eligible unknown, active unknown, assigning unknown, 0 mails"
            )
        );
    }

    private static RoleSettings Read(PolicyAssignmentRow row) =>
        RoleSettingsReader.Read(Role, row.PolicyId, row.Policy!.LastModifiedDateTime, row.Policy.Rules!);

    private static (bool? Required, string Approvers) Approval(PolicyRuleRow rule)
    {
        var settings = RoleSettingsReader.Read(Role, "policy", changedAt: null, [rule]);
        return (settings.ApprovalRequired, Body.Line(settings.Approvers));
    }

    private static NotificationSetting ToTwo(string rule) =>
        new(rule, DefaultRecipients: true, "All", ["ana@contoso.example", "ben@contoso.example"]);

    private static string Summary(RoleSettings settings) =>
        $"activation {settings.LongestActivation} {Asked(settings.Mfa, settings.Justification)}, "
        + $"context {Switch(settings.ContextRequired)}, "
        + $"approval {Switch(settings.ApprovalRequired)} ({settings.Approvers.Length}), "
        + $"eligible {Span(settings.LongestEligible, settings.PermanentEligibleAllowed)}, "
        + $"active {Span(settings.LongestActive, settings.PermanentActiveAllowed)}, "
        + $"assigning {Asked(settings.AssigningMfa, settings.AssigningJustification)}, "
        + $"{settings.Notifications.Length} mails"
        + (settings.Notifications.Any(mail => mail.DefaultRecipients is true) ? " with defaults" : "");

    private static string Asked(bool? mfa, bool? justification) =>
        (mfa, justification) switch
        {
            (true, true) => "Mfa+Justification",
            (false, true) => "Justification",
            (null, null) => "unknown",
            _ => "other",
        };

    private static string Switch(bool? on) =>
        on is null ? "unknown"
        : on.Value ? "on"
        : "off";

    private static string Span(TimeSpan? longest, bool? permanent) =>
        longest is null ? "unknown"
        : permanent is true ? $"{longest} or permanent"
        : $"{longest}";
}
