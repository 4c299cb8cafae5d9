using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests;

/// <summary>The order of what is worked out, and which paths lie together in it.</summary>
public sealed class OrderTests
{
    private const string Exchange = "Exchange Administrator";
    private const string Reader = "Reports Reader";
    private const string Unit = "/administrativeUnits/0c0ffee0-0000-4000-8000-000000000001";

    private static readonly string[] Names = ["One", "Two", "Three", "Four"];
    private static readonly string[] Roles = [Exchange, Reader, "User Administrator"];

    private static readonly TenantSnapshot Tenant = Names.Aggregate(
        A.Tenant.Users(Names).Groups("Crew"),
        (so, name) =>
            Roles.Aggregate(
                so.Member("Crew", name),
                (then, role) => then.Eligible(name, role).Assigned(name, role).Eligible(name, role, scope: Unit)
            )
    );

    [Test]
    public void Paths_stand_by_role_scope_principal_and_key()
    {
        var keys = AccessMap
            .Resolve(Tenant.Assigned("Crew", Exchange))
            .Paths.Select(path => $"{path.Role.Id} {path.Scope} {path.Principal.Id} {PathKey.Of(path)}")
            .ToList();

        Assert.That(keys, Has.Count.EqualTo(40).And.Ordered.Using<string>(StringComparer.Ordinal));
    }

    [Test]
    public void The_paths_of_one_role_are_found_together_and_those_of_one_person_at_one_scope_among_them()
    {
        var map = AccessMap.Resolve(Tenant.Assigned("Crew", Exchange));

        Assert.That(
            Roles.Select(role => map.PathsTo(map.Directory.RoleReference(A.Role(role))).Count()),
            Is.EqualTo([16, 12, 12])
        );
        Assert.That(
            from role in Roles
            from scope in new[] { "/", Unit, "/elsewhere" }
            from name in Names.Append("Nobody")
            select (role, scope, name, map.PathsTo(A.Role(role), scope, A.Id(name)).Count()),
            Is.EqualTo(
                from role in Roles
                from scope in new[] { "/", Unit, "/elsewhere" }
                from name in Names.Append("Nobody")
                select (
                    role,
                    scope,
                    name,
                    name is "Nobody" || scope is "/elsewhere" ? 0
                    : scope is Unit ? 1
                    : role is Exchange ? 3
                    : 2
                )
            )
        );
        Assert.That(map.PathsTo(map.Directory.RoleReference(A.Role("Global Administrator"))), Is.Empty);
    }

    [Test]
    public void Grants_of_groups_stand_by_group_role_and_scope()
    {
        var tenant = Names.Aggregate(
            A.Tenant.Groups(Names),
            (so, name) =>
                Roles.Aggregate(so, (then, role) => then.Assigned(name, role).Eligible(name, role, scope: Unit))
        );
        var keys = AccessMap
            .Resolve(tenant)
            .GroupGrants.Select(grant => $"{grant.GroupId:D} {grant.RoleId:D} {grant.Scope}")
            .ToList();

        Assert.That(keys, Has.Count.EqualTo(24).And.Ordered.Using<string>(StringComparer.Ordinal));
    }

    [Test]
    public void People_of_a_group_stand_by_principal_then_state()
    {
        var tenant = Names.Aggregate(
            A.Tenant.Users(Names).Groups("Crew"),
            (so, name) => so.EligibleMember("Crew", name).ActivatedMember("Crew", name)
        );

        Assert.That(
            AccessMap.Resolve(tenant).People(A.Id("Crew")).Members.Select(link => (link.PrincipalId, link.State)),
            Is.EqualTo(
                Names
                    .Select(A.Id)
                    .OrderBy(id => id.ToString("D"), StringComparer.Ordinal)
                    .SelectMany(id => new[] { (id, HopState.Eligible), (id, HopState.Activated) })
            )
        );
    }

    [Test]
    public void Evidence_of_a_plain_member_or_owner_points_at_the_list_that_holds_him()
    {
        var tenant = A.Tenant.Users("One").Groups("Crew") with
        {
            Memberships =
            [
                new(A.Id("Crew"), A.Id("One"), ObjectKind.User, GroupAccess.Member),
                new(A.Id("Crew"), A.Id("One"), ObjectKind.User, GroupAccess.Owner),
            ],
        };
        var people = AccessMap.Resolve(tenant).People(A.Id("Crew"));

        Assert.That(
            (people.Members.Single().Evidence[0].Part, people.Owners.Single().Evidence[0].Part),
            Is.EqualTo((SnapshotParts.GroupMembers, SnapshotParts.GroupOwners))
        );
    }

    [Test]
    public void The_approach_of_a_group_is_unknown_for_the_first_list_that_is_missing()
    {
        var tenant = A.Tenant.Users("One").Groups("Crew").Member("Crew", "One").Assigned("Crew", Exchange);

        Assert.That(
            new[]
            {
                tenant,
                tenant.Refuse(SnapshotParts.EligibleAssignments),
                tenant.Refuse(SnapshotParts.ActiveAssignments),
                tenant.Refuse(SnapshotParts.EligibleAssignments, SnapshotParts.ActiveAssignments),
                tenant.Gap(SnapshotParts.GroupEligibilities, "Crew"),
                tenant.Gap(SnapshotParts.GroupEligibilities, "Crew").Refuse(SnapshotParts.EligibleAssignments),
            }
                .Select(one => AccessMap.Resolve(one).GroupGrants.Single())
                .Select(grant => (grant.Approach is Approach.Unknown, grant.Gap?.Part)),
            Is.EqualTo(
                new (bool, SnapshotParts?)[]
                {
                    (false, null),
                    (true, SnapshotParts.EligibleAssignments),
                    (true, SnapshotParts.ActiveAssignments),
                    (true, SnapshotParts.EligibleAssignments),
                    (true, SnapshotParts.GroupEligibilities),
                    (true, SnapshotParts.EligibleAssignments),
                }
            )
        );
    }

    [Test]
    public void Why_nothing_is_known_of_an_id_is_told_by_the_part_that_should_have_told()
    {
        const string Id = "Stranger";
        var known = A.Tenant.Users("One").Groups("Crew").Workloads("Sync").Unresolved("Gone");
        var directory = AccessMap.Resolve(known.Refuse(SnapshotParts.Principals)).Directory;

        Assert.That(
            new[]
            {
                A.Tenant,
                A.Tenant.Gap(SnapshotParts.Principals, Id),
                A.Tenant.Gap(SnapshotParts.DeletedItems, Id),
                A.Tenant.Gap(SnapshotParts.Principals, Id).Refuse(SnapshotParts.DeletedItems),
            }
                .Select(tenant => AccessMap.Resolve(tenant).Directory.GapOf(A.Id(Id)))
                .Select(gap => (gap?.Part, gap?.Reason)),
            Is.EqualTo(
                new (SnapshotParts?, MissingReason?)[]
                {
                    (SnapshotParts.Principals, MissingReason.NotCollected),
                    (SnapshotParts.Principals, MissingReason.Throttled),
                    (SnapshotParts.DeletedItems, MissingReason.Throttled),
                    (SnapshotParts.Principals, MissingReason.Throttled),
                }
            )
        );
        Assert.That(new[] { "One", "Crew", "Sync", "Gone" }.Select(name => directory.GapOf(A.Id(name))), Is.All.Null);
    }

    [Test]
    public void An_id_is_gone_where_it_is_deleted_or_unknown_to_the_directory()
    {
        var directory = AccessMap
            .Resolve(A.Tenant.Users("One").Deleted("Old", TimeSpan.FromDays(1)).Unresolved("Gone"))
            .Directory;

        Assert.That(
            new[] { "One", "Old", "Gone", "Stranger" }.Select(name => directory.IsGone(A.Id(name))),
            Is.EqualTo([false, true, true, false])
        );
    }

    [Test]
    public void The_first_reason_why_holders_are_hidden_is_kept()
    {
        var nested = A
            .Tenant.Users("One")
            .Groups("Crew", "Inner")
            .Member("Crew", "Inner")
            .Member("Inner", "One")
            .Gap(SnapshotParts.GroupMembers, "Crew");

        Assert.That(
            new[]
            {
                Holders(nested, "Crew"),
                Holders(nested, "Inner"),
                Holders(A.Tenant.Unresolved("Gone"), "Gone"),
                Holders(A.Tenant, "Stranger"),
                Holders(A.Tenant.Users("One").Gap(SnapshotParts.Principals, "One"), "One"),
            }.Select(holders => (holders.Ids.Count, holders.Hidden?.Part)),
            Is.EqualTo(
                new (int, SnapshotParts?)[]
                {
                    (1, SnapshotParts.GroupMembers),
                    (1, null),
                    (1, null),
                    (1, SnapshotParts.Principals),
                    (1, null),
                }
            )
        );
    }

    [Test]
    public void Settings_of_a_group_that_were_not_listed_are_missing_from_their_own_part() =>
        Assert.That(
            AccessMap
                .Resolve(A.Tenant.Groups("Crew"))
                .SettingsOf(SettingsOwner.Group(A.Id("Crew"), GroupAccess.Member))
                .Gap,
            Is.EqualTo(
                new Gap(
                    SnapshotParts.GroupSettings,
                    MissingReason.NotCollected,
                    "No role settings were listed for Crew."
                )
            )
        );

    private static Holders Holders(TenantSnapshot tenant, string name) =>
        AccessMap.Resolve(tenant).HoldersOf(A.Id(name));
}
