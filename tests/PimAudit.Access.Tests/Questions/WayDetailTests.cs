using NUnit.Framework;
using PimAudit.Access.Questions;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions;

/// <summary>What a way tells beside its band, and in which order ways stand.</summary>
public sealed class WayDetailTests
{
    private const string Role = WaysInWords.Role;
    private const string Crew = "Tier 0";
    private const string Unit = "/administrativeUnits/0c0ffee0-0000-4000-8000-000000000001";

    private static readonly TenantSnapshot Plain = A.Tenant.Users("Ada", "Ben").Groups(Crew, "Inner");
    private static readonly TenantSnapshot Free = Plain.Settings(Role, one => one with { ApprovalRequired = false });

    [Test]
    public void An_activation_lasts_no_longer_than_the_eligibility_behind_it() =>
        Assert.That(
            new[] { Longest(20), Longest(8), Longest(3), Longest(3, later: 2), Longest(3, later: 4) },
            Is.EqualTo([8, 8, 3, 1, 0])
        );

    [Test]
    public void How_long_it_lasts_is_not_known_where_one_gate_does_not_tell() =>
        Assert.That(
            Free.EligibleMember(Crew, "Ada")
                .Eligible(Crew, Role)
                .GroupSettings(Crew, change: one => one with { LongestActivation = null })
                .WhoCan()
                .Ways.Single()
                .Longest,
            Is.Null
        );

    private static IEnumerable<TestCaseData> Holes()
    {
        yield return new((Func<RoleSettings, RoleSettings>)(one => one with { Mfa = null }));
        yield return new((Func<RoleSettings, RoleSettings>)(one => one with { ContextRequired = null }));
        yield return new((Func<RoleSettings, RoleSettings>)(one => one with { Justification = null }));
        yield return new((Func<RoleSettings, RoleSettings>)(one => one with { ApprovalRequired = null }));
        yield return new((Func<RoleSettings, RoleSettings>)(one => one with { LongestActivation = null }));
    }

    [TestCaseSource(nameof(Holes))]
    public void A_rule_that_the_settings_lack_is_named(Func<RoleSettings, RoleSettings> change)
    {
        RoleSettings Change(RoleSettings one) => change(one with { ApprovalRequired = false });
        var ofRole = Plain.Eligible("Ada", Role).Settings(Role, Change);
        var ofGroup = Free.EligibleMember(Crew, "Ada").Assigned(Crew, Role).GroupSettings(Crew, change: Change);

        Assert.That(
            new[] { ofRole, ofGroup }.Select(tenant => string.Join(", ", WaysInWords.Of(tenant.WhoCan().Unread))),
            Is.EqualTo(["RoleSettings Global Administrator", "GroupSettings Tier 0"])
        );
    }

    [Test]
    public void Settings_without_a_hole_leave_nothing_unread() =>
        Assert.That(Free.Eligible("Ada", Role).WhoCan().Unread, Is.Empty);

    [Test]
    public void Why_settings_are_missing_as_a_whole_goes_before_what_they_lack() =>
        Assert.That(
            Plain.Eligible("Ada", Role).Refuse(SnapshotParts.RoleSettings).WhoCan().Unread.Single().Gap.Detail,
            Is.EqualTo("Graph answered 403.")
        );

    [Test]
    public void A_context_that_the_settings_of_a_group_do_not_tell_is_named_as_theirs() =>
        Assert.That(
            WaysInWords.Of(
                Free.EligibleMember(Crew, "Ada")
                    .Assigned(Crew, Role)
                    .GroupSettings(
                        Crew,
                        change: one =>
                            one with
                            {
                                Mfa = false,
                                ApprovalRequired = false,
                                ContextRequired = true,
                                AuthenticationContext = null,
                            }
                    )
                    .WhoCan()
                    .Unread
            ),
            Is.EqualTo(["GroupSettings Ada"])
        );

    [Test]
    public void Ways_of_one_person_stand_by_role_then_scope()
    {
        string[] roles = ["User Administrator", "Exchange Administrator", "Reports Reader"];
        var tenant = roles.Aggregate(
            Plain,
            (so, role) => so.Assigned("Ada", role, scope: Unit).Assigned("Ada", role).Assigned("Ben", role)
        );

        Assert.That(
            WhatCan
                .Ask(AccessMap.Resolve(tenant), A.Id("Ada"), takeover: false, A.TakenAt)
                .Ways.Select(way => (way.Path.Role.Label, way.Path.Scope)),
            Is.EqualTo(
                from role in roles.Order(StringComparer.Ordinal)
                from scope in new[] { "/", Unit }
                select (role, scope)
            )
        );
    }

    [Test]
    public void Namesakes_stand_by_id_and_several_ways_of_one_person_by_their_key()
    {
        string[] twins = ["One", "Two", "Three", "Four"];
        var tenant = twins.Aggregate(
            Plain,
            (so, twin) =>
                so.User(twin, user => user with { DisplayName = "Twin" }).Assigned(twin, Role).Member(Crew, twin)
        );
        var ways = tenant.Assigned(Crew, Role).WhoCan().Ways;

        Assert.That(
            ways.Select(way => way.Path.Principal.Id),
            Is.EqualTo(
                twins
                    .Select(twin => A.Id(twin).ToString("D"))
                    .Order(StringComparer.Ordinal)
                    .SelectMany(id => new[] { id, id })
            )
        );
        Assert.That(ways.Take(2).Select(way => PathKey.Of(way.Path)), Is.Ordered.Using<string>(StringComparer.Ordinal));
    }

    [Test]
    public void Groups_that_were_not_read_are_named_where_they_lead_to_the_role()
    {
        var tenant = Plain
            .Groups("Owning", "Elsewhere", "Branch")
            .Assigned(Crew, Role)
            .Member(Crew, "Inner")
            .Member("Inner", Crew)
            .Owner(Crew, "Owning")
            .Assigned("Elsewhere", "Reports Reader")
            .Eligible("Branch", Role, scope: Unit)
            .Gap(SnapshotParts.GroupMembers, "Inner")
            .Gap(SnapshotParts.GroupMembers, "Owning")
            .Gap(SnapshotParts.GroupMembers, "Elsewhere")
            .Gap(SnapshotParts.GroupMembers, "Branch");

        Assert.That(
            new[] { tenant.WhoCan("/"), tenant.WhoCan(), tenant.WhoCan("/", takeover: true) }.Select(answer =>
                string.Join(", ", WaysInWords.Of(answer.Unread).Order(StringComparer.Ordinal))
            ),
            Is.EqualTo([
                "GroupMembers Inner",
                "GroupMembers Branch, GroupMembers Inner",
                "GroupMembers Inner, GroupMembers Owning, GroupMembers Tier 0",
            ])
        );
    }

    /// <summary>Whoever edits the owning group's members becomes an owner, not a holder.</summary>
    [Test]
    public void A_group_that_only_owns_one_that_leads_to_the_role_is_no_target() =>
        Assert.That(
            Plain
                .Group("Owning", group => group with { IsRoleAssignable = false })
                .Assigned(Crew, Role)
                .Owner(Crew, "Owning")
                .Assigned("Ben", "Groups Administrator")
                .WhoCan(takeover: true)
                .Powers,
            Is.Empty
        );

    [Test]
    public void Ownerships_of_a_person_are_counted_and_named_on_request()
    {
        var map = AccessMap.Resolve(Plain.Assigned("Ada", "Reports Reader").Assigned(Crew, Role).Owner(Crew, "Ada"));

        Assert.That(
            new[] { false, true }
                .Select(takeover => WhatCan.Ask(map, A.Id("Ada"), takeover, A.TakenAt))
                .Select(answer => (string.Join(", ", answer.Ways.Select(way => way.Band)), answer.Takeovers)),
            Is.EqualTo([("Now", 1), ("Now, Takeover", 1)])
        );
    }

    [Test]
    public void What_a_person_can_use_rests_on_lists_people_settings_and_owners()
    {
        var tenant = Plain
            .Workloads("Sync")
            .Assigned("Sync", "Exchange Administrator", scope: Unit)
            .Eligible("Ada", Role)
            .Refuse(SnapshotParts.EligibleAssignments, SnapshotParts.RoleSettings, SnapshotParts.ServicePrincipalOwners)
            .Gap(SnapshotParts.GroupOwners, Crew)
            .Gap(SnapshotParts.GroupMembers, "Inner");

        Assert.That(
            new[] { false, true }.Select(takeover =>
                string.Join(
                    ", ",
                    WaysInWords.Of(WhatCan.Ask(AccessMap.Resolve(tenant), A.Id("Ada"), takeover, A.TakenAt).Unread)
                )
            ),
            Is.EqualTo([
                "EligibleAssignments, RoleSettings Global Administrator, GroupMembers Inner, GroupOwners Tier 0",
                "EligibleAssignments, RoleSettings Global Administrator, GroupMembers Inner, GroupOwners Tier 0, ServicePrincipalOwners Exchange Administrator",
            ])
        );
    }

    [Test]
    public void A_power_reaches_a_role_that_is_held_in_one_unit_alone() =>
        Assert.That(
            WhatCan
                .Ask(
                    AccessMap.Resolve(
                        Plain
                            .Eligible("Ben", "Exchange Administrator", scope: Unit)
                            .Assigned("Ada", "Privileged Authentication Administrator")
                    ),
                    A.Id("Ada"),
                    takeover: true,
                    A.TakenAt
                )
                .Powers.SelectMany(power => power.Roles)
                .Select(role => role.Label),
            Is.EqualTo(["Exchange Administrator"])
        );

    [Test]
    public void Holders_of_a_power_who_were_not_read_are_named_whether_they_stand_or_activate_it()
    {
        const string Power = "Privileged Role Administrator";
        var tenant = Plain.Groups("Branch").Assigned("Ada", "Exchange Administrator");
        string Unread(TenantSnapshot so) =>
            string.Join(
                ", ",
                WaysInWords.Of(
                    WhoCan
                        .Ask(
                            AccessMap.Resolve(so.Gap(SnapshotParts.GroupMembers, Crew)),
                            A.Role("Exchange Administrator"),
                            scope: null,
                            TimeSpan.FromHours(1),
                            takeover: true,
                            A.TakenAt
                        )
                        .Unread
                )
            );

        Assert.That(
            new[]
            {
                Unread(tenant.Assigned(Crew, Power)),
                Unread(tenant.Eligible(Crew, Power)),
                Unread(tenant.Assigned(Crew, Power, scope: Unit)),
                Unread(tenant.Assigned(Crew, "Reports Reader")),
            },
            Is.EqualTo(["GroupMembers Tier 0", "GroupMembers Tier 0", "", ""])
        );
    }

    [Test]
    public void The_open_way_to_a_power_is_told_before_a_blocked_one_and_why_where_all_are_blocked()
    {
        const string Power = "Privileged Role Administrator";
        var nobody = Plain
            .Settings(Power, one => one with { Approvers = [new(ApproverKind.User, A.Id("Ada"), "Ada", false)] })
            .Eligible("Ada", Power);
        var open = nobody
            .EligibleMember(Crew, "Ada")
            .EligibleMember("Inner", "Ada")
            .Assigned(Crew, Power)
            .GroupSettings(Crew, change: one => one with { ApprovalRequired = false });

        Assert.That(
            new[] { nobody, open }
                .Select(tenant => tenant.WhoCan(takeover: true).Powers.Single())
                .Select(power => (power.Blocker, power.Way?.Path.Holder?.Label)),
            Is.EqualTo(new (string?, string?)[] { ($"nobody can approve {Power}", null), (null, Crew) })
        );
    }

    private static double? Longest(double hours, double later = 0) =>
        Free.Eligible("Ada", Role, ends: TimeSpan.FromHours(hours))
            .WhoCan(later: later)
            .Ways.Single()
            .Longest?.TotalHours;
}
