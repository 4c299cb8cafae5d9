using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests;

/// <summary>Whose settings a rule is told about.</summary>
public sealed class HeldSettingsTests
{
    private const string Bundle = "RAG - Bundle";
    private const string Global = "Global Administrator";
    private const string Privileged = "Privileged Role Administrator";
    private const string Exchange = "Exchange Administrator";
    private const string Reader = "Message Center Reader";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups(Bundle);

    [Test]
    public void The_highest_roles_are_told_although_nobody_is_eligible() =>
        Assert.That(Held(Tenant.Assigned("Ada", Exchange)), Is.EqualTo([Global, Privileged]));

    [Test]
    public void A_role_that_somebody_may_activate_is_told_with_its_tier() =>
        Assert.That(
            Settings(Tenant.Eligible("Ada", Exchange).Eligible("Ben", Reader)).Select(held => (held.Label, held.Tier)),
            Is.EquivalentTo([
                (Exchange, RoleTier.Privileged),
                (Global, RoleTier.HighlyPrivileged),
                (Reader, RoleTier.Other),
                (Privileged, RoleTier.HighlyPrivileged),
            ])
        );

    [Test]
    public void Where_the_membership_is_activated_the_group_is_told_and_the_role_is_not() =>
        Assert.That(
            Held(Tenant.Assigned(Bundle, Exchange).EligibleMember(Bundle, "Ada")),
            Is.EqualTo([Global, Privileged, $"{Bundle} (member)"])
        );

    [Test]
    public void Where_the_role_is_activated_behind_a_standing_membership_the_role_is_told_and_the_group_is_not() =>
        Assert.That(
            Held(Tenant.Eligible(Bundle, Exchange).Member(Bundle, "Ada")),
            Is.EquivalentTo([Exchange, Global, Privileged])
        );

    [Test]
    public void An_eligible_owner_makes_the_owner_side_told_and_a_standing_one_does_not() =>
        Assert.That(
            (
                Held(Tenant.Assigned(Bundle, Exchange).EligibleOwner(Bundle, "Ada")).Last(),
                Held(Tenant.Assigned(Bundle, Exchange).Owner(Bundle, "Ada")).Last()
            ),
            Is.EqualTo(($"{Bundle} (owner)", Privileged))
        );

    [Test]
    public void A_group_stands_as_high_as_the_highest_role_behind_it() =>
        Assert.That(
            new[]
            {
                TierOf(Tenant.Assigned(Bundle, Reader).EligibleMember(Bundle, "Ada")),
                TierOf(Tenant.Assigned(Bundle, Reader).Assigned(Bundle, Exchange).EligibleMember(Bundle, "Ada")),
                TierOf(Tenant.Assigned(Bundle, Global).Assigned(Bundle, Reader).EligibleMember(Bundle, "Ada")),
            },
            Is.EqualTo([RoleTier.Other, RoleTier.Privileged, RoleTier.HighlyPrivileged])
        );

    [Test]
    public void Roles_stand_by_id_then_groups_by_id_then_the_member_side_before_the_owner_side()
    {
        string[] groups = ["One", "Two", "Three", "Four"];
        string[] roles = [Reader, Exchange, Global, Privileged];
        var tenant = groups.Aggregate(
            A.Tenant.Users("Ada").Eligible("Ada", Exchange).Eligible("Ada", Reader),
            (so, group) =>
                so.Groups(group).Assigned(group, Reader).EligibleOwner(group, "Ada").EligibleMember(group, "Ada")
        );

        Assert.That(
            Held(tenant),
            Is.EqualTo(
                roles
                    .OrderBy(role => A.Role(role).ToString("D"), StringComparer.Ordinal)
                    .Concat(
                        groups
                            .OrderBy(group => A.Id(group).ToString("D"), StringComparer.Ordinal)
                            .SelectMany(group => new[] { $"{group} (member)", $"{group} (owner)" })
                    )
            )
        );
    }

    [Test]
    public void Listed_roles_are_told_held_or_not_with_the_groups_that_lead_to_them_alone()
    {
        var tenant = Tenant
            .Groups("Other")
            .Assigned(Bundle, Exchange)
            .EligibleMember(Bundle, "Ada")
            .Assigned("Other", Reader)
            .EligibleMember("Other", "Ada");

        Assert.That(
            Asked.Of(tenant, context => context.HeldSettings([A.Role(Exchange)]).Select(held => held.Label)),
            Is.EqualTo([Exchange, $"{Bundle} (member)"])
        );
    }

    [Test]
    public void Privileged_roles_are_told_where_a_profile_asks_for_them_and_disabled_ones_are_not()
    {
        var told = Chosen(Disabled("Helpdesk Administrator").Eligible("Ada", Reader), "privileged");

        Assert.That(
            new[]
            {
                Exchange,
                "User Administrator",
                Reader,
                Global,
                "Directory Readers",
                "Helpdesk Administrator",
            }.Select(told.Contains),
            Is.EqualTo([true, true, true, true, false, false])
        );
    }

    [Test]
    public void All_roles_are_told_where_a_profile_asks_for_them_and_disabled_ones_are_not()
    {
        var tenant = Disabled("Helpdesk Administrator");
        var told = Chosen(tenant.Assigned(Bundle, Exchange).EligibleMember(Bundle, "Ada"), "all");

        Assert.That(
            told.Order(StringComparer.Ordinal),
            Is.EqualTo(
                tenant
                    .Roles.Where(role => role.IsEnabled)
                    .Select(role => role.DisplayName)
                    .Append($"{Bundle} (member)")
                    .Order(StringComparer.Ordinal)
            )
        );
    }

    /// <summary>Nobody knows whether anybody activates the role, so nobody knows whether its settings matter.</summary>
    [Test]
    public void The_settings_of_a_role_are_unknown_where_only_people_who_were_not_read_may_activate_it()
    {
        var unread = Tenant
            .Settings(Reader)
            .Settings(Global)
            .Eligible(Bundle, Reader)
            .Eligible(Bundle, Global)
            .Gap(SnapshotParts.GroupMembers, Bundle);

        Assert.That(
            (
                IsKnown(unread, Reader),
                IsKnown(unread.Eligible("Ada", Reader), Reader),
                IsKnown(unread, Global),
                GapOf(unread, Reader)?.Part
            ),
            Is.EqualTo((false, true, true, SnapshotParts.GroupMembers))
        );
    }

    [Test]
    public void A_group_whose_eligible_people_were_not_read_is_told_with_unknown_settings_unless_roles_are_listed()
    {
        var unread = Tenant
            .Assigned(Bundle, Exchange)
            .GroupSettings(Bundle)
            .Gap(SnapshotParts.GroupEligibilities, Bundle);
        var told = Settings(unread)[^1];

        Assert.That(
            (told.Label, told.Tier, told.Settings.IsKnown),
            Is.EqualTo(($"{Bundle} (member)", RoleTier.Other, false))
        );
        Assert.That(
            Asked.Of(unread, context => context.HeldSettings([A.Role(Exchange)]).Select(held => held.Label)),
            Is.EqualTo([Exchange])
        );
    }

    [Test]
    public void One_known_eligible_person_is_enough_to_know_that_the_settings_of_the_group_matter() =>
        Assert.That(
            IsKnown(
                Tenant
                    .Assigned(Bundle, Exchange)
                    .EligibleMember(Bundle, "Ada")
                    .GroupSettings(Bundle)
                    .Gap(SnapshotParts.GroupEligibilities, Bundle),
                $"{Bundle} (member)"
            ),
            Is.True
        );

    [Test]
    public void Evidence_and_blindness_point_at_the_part_that_holds_the_settings()
    {
        var told = Settings(
            Tenant.Settings(Global).Assigned(Bundle, Exchange).EligibleMember(Bundle, "Ada").GroupSettings(Bundle)
        );

        Assert.That(
            new[] { told[0], told[^1] }.Select(held =>
                (held.Evidence.Part, held.BlindWithout("that").Gap.Part, held.BlindWithout("that").Gap.Detail)
            ),
            Is.EqualTo([
                (
                    SnapshotParts.RoleSettings,
                    SnapshotParts.RoleSettings,
                    "The settings of Global Administrator do not say that."
                ),
                (
                    SnapshotParts.GroupSettings,
                    SnapshotParts.GroupSettings,
                    "The settings of RAG - Bundle (member) do not say that."
                ),
            ])
        );
    }

    private static IEnumerable<string> Held(TenantSnapshot tenant) => Settings(tenant).Select(held => held.Label);

    private static IReadOnlyList<HeldSetting> Settings(TenantSnapshot tenant) =>
        Asked.Of(tenant, context => context.HeldSettings());

    private static RoleTier TierOf(TenantSnapshot tenant) => Settings(tenant).Single(held => !held.Owner.IsRole).Tier;

    private static bool IsKnown(TenantSnapshot tenant, string label) => GapOf(tenant, label) is null;

    private static Gap? GapOf(TenantSnapshot tenant, string label) =>
        Settings(tenant).Single(held => held.Label == label).Settings.Gap;

    private static IReadOnlyList<string> Chosen(TenantSnapshot tenant, string width) =>
        Asked.Of(
            tenant,
            context => context.HeldSettings("roles").Select(held => held.Label).ToList(),
            RuleParameter.Roles("roles", width, "whose settings")
        );

    private static TenantSnapshot Disabled(string role) =>
        Tenant with
        {
            Roles = [.. Tenant.Roles.Select(one => one.DisplayName == role ? one with { IsEnabled = false } : one)],
        };
}
