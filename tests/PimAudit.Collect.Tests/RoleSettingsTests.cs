using System.Text.Json.Nodes;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class RoleSettingsTests
{
    private static readonly Guid GlobalAdministrator = WellKnownRoles.GlobalAdministrator;

    [Test]
    public async Task Reads_every_setting_that_the_portal_shows()
    {
        var tenant = Small
            .Builder()
            .RoleSettings(
                "Global Administrator",
                new PolicySettings
                {
                    Activation = TimeSpan.FromMinutes(90),
                    Mfa = false,
                    Ticket = true,
                    Context = "c1",
                    Approval = true,
                    Approvers = ["Ana Silva", Small.Operators],
                    PermanentEligible = true,
                    LongestActive = TimeSpan.FromDays(15),
                    AssigningMfa = true,
                    AssigningJustification = false,
                    ChangedAt = Small.Now.AddDays(-3),
                    SilencedNotifications = ["Notification_Admin_EndUser_Assignment"],
                }
            )
            .Build();

        var settings = Settings(await Small.CollectAsync(tenant), SettingsOwner.Role(GlobalAdministrator));

        Assert.Multiple(() =>
        {
            Assert.That(
                settings with
                {
                    Notifications = [],
                    Approvers = [],
                },
                Is.EqualTo(
                    new RoleSettings(
                        SettingsOwner.Role(GlobalAdministrator),
                        settings.PolicyId,
                        Small.Now.AddDays(-3),
                        TimeSpan.FromMinutes(90),
                        Mfa: false,
                        Justification: true,
                        Ticket: true,
                        ContextRequired: true,
                        "c1",
                        ApprovalRequired: true,
                        [],
                        PermanentEligibleAllowed: true,
                        TimeSpan.FromDays(365),
                        PermanentActiveAllowed: false,
                        TimeSpan.FromDays(15),
                        AssigningMfa: true,
                        AssigningJustification: false,
                        []
                    )
                )
            );
            Assert.That(
                settings.Approvers.Select(one => (one.Kind, one.Id)),
                Is.EqualTo([
                    (ApproverKind.User, (Guid?)tenant.IdOf("Ana Silva")),
                    (ApproverKind.Group, tenant.IdOf(Small.Operators)),
                ])
            );
            Assert.That(settings.Notifications, Has.Length.EqualTo(9));
            Assert.That(
                settings.Notifications.Where(one => one.DefaultRecipients is false).Select(one => one.RuleId),
                Is.EqualTo(["Notification_Admin_EndUser_Assignment"])
            );
        });
    }

    [TestCase(ApproverShape.Documented)]
    [TestCase(ApproverShape.Observed)]
    public async Task Reads_approvers_in_both_shapes(ApproverShape shape)
    {
        var tenant = Small
            .Builder()
            .RoleSettings(
                "Global Administrator",
                PolicySettings.Good with
                {
                    Approval = true,
                    Approvers = ["Ana Silva", Small.Operators],
                    ApproverShape = shape,
                }
            )
            .Build();

        var settings = Settings(await Small.CollectAsync(tenant), SettingsOwner.Role(GlobalAdministrator));

        Assert.That(
            settings.Approvers.Select(one => (one.Kind, one.Id, one.IsBackup)),
            Is.EqualTo([
                (ApproverKind.User, (Guid?)tenant.IdOf("Ana Silva"), false),
                (ApproverKind.Group, tenant.IdOf(Small.Operators), false),
            ])
        );
    }

    [Test]
    public async Task Reads_member_and_owner_settings_of_a_group_in_one_request()
    {
        var tenant = Small
            .Builder()
            .GroupSettings(
                Small.Operators,
                GroupSide.Owner,
                PolicySettings.Good with
                {
                    Activation = TimeSpan.FromHours(1),
                }
            )
            .Build();

        var collected = await Small.CollectAsync(tenant);

        var group = tenant.IdOf(Small.Operators);
        Assert.Multiple(() =>
        {
            Assert.That(
                Settings(collected, SettingsOwner.Group(group, GroupAccess.Owner)).LongestActivation,
                Is.EqualTo(TimeSpan.FromHours(1))
            );
            Assert.That(
                Settings(collected, SettingsOwner.Group(group, GroupAccess.Member)).LongestActivation,
                Is.EqualTo(TimeSpan.FromHours(8))
            );
            Assert.That(collected[SnapshotParts.GroupSettings].Requests, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task One_broken_policy_is_a_gap_of_its_role_and_the_others_are_read()
    {
        var tenant = Small.Builder().BreakRolePolicy("Global Administrator").Build();

        var collected = await Small.CollectAsync(tenant);
        var whole = await Small.CollectAsync();

        var record = collected[SnapshotParts.RoleSettings];
        Assert.Multiple(() =>
        {
            Assert.That(
                record.Gaps.Select(gap => (gap.ObjectId, gap.Reason)),
                Is.EqualTo([(GlobalAdministrator.ToString(), MissingReason.Transport)])
            );
            Assert.That(record.Status, Is.EqualTo(PartStatus.Partial));
            Assert.That(record.Rows, Is.EqualTo(whole[SnapshotParts.RoleSettings].Rows - 1));
            Assert.That(
                collected.Snapshot.Collection.Notes,
                Is.EqualTo([
                    "Graph could not list the role settings with their rules; they were read role by role, some of them without success.",
                ])
            );
        });
    }

    [Test]
    public async Task A_rule_that_is_missing_is_unknown_and_not_off()
    {
        var tenant = Small
            .Builder()
            .EditRolePolicy("Global Administrator", policy => policy["rules"]!.AsArray().Clear())
            .Build();

        var settings = Settings(await Small.CollectAsync(tenant), SettingsOwner.Role(GlobalAdministrator));

        Assert.That(
            (
                settings.Mfa,
                settings.Justification,
                settings.ApprovalRequired,
                settings.LongestActivation,
                settings.ContextRequired,
                settings.PermanentActiveAllowed
            ),
            Is.EqualTo(((bool?)null, (bool?)null, (bool?)null, (TimeSpan?)null, (bool?)null, (bool?)null))
        );
    }

    [Test]
    public async Task A_setting_that_makes_no_sense_is_a_gap_of_its_role()
    {
        var tenant = Small.Builder().EditRolePolicy("Global Administrator", Garble).Build();

        var collected = await Small.CollectAsync(tenant);

        Assert.That(
            collected[SnapshotParts.RoleSettings].Gaps.Select(gap => (gap.ObjectId, gap.Reason)),
            Is.EqualTo([(GlobalAdministrator.ToString(), MissingReason.Malformed)])
        );

        static void Garble(JsonObject policy) =>
            policy["rules"]!
                .AsArray()
                .First(rule => rule!["id"]!.GetValue<string>() == "Expiration_EndUser_Assignment")!["maximumDuration"] =
                "soon";
    }

    private static RoleSettings Settings(Collected collected, SettingsOwner owner) =>
        collected.Snapshot.RoleSettings.Single(settings => settings.Owner == owner);
}
