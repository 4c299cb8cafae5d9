using NUnit.Framework;
using PimAudit.Access.Takeovers;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Takeovers;

/// <summary>By which path somebody has a power, in which order takeovers stand, and what protects in time.</summary>
public sealed class PowerTests
{
    private const string Role = "Exchange Administrator";
    private const string Assigner = "Privileged Role Administrator";
    private const string Helpdesk = "Helpdesk Administrator";
    private const string Credentials = "Application Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben", "Hera").Groups("One", "Two");

    [Test]
    public void The_path_with_the_fewest_activations_comes_first_and_one_without_approval_before_one_with_it()
    {
        var tenant = Tenant
            .Settings(Assigner)
            .GroupSettings("One", change: one => one with { ApprovalRequired = false })
            .GroupSettings("Two", change: one => one with { ApprovalRequired = false })
            .EligibleMember("One", "Ada")
            .Assigned("One", Assigner)
            .Eligible("Ada", Assigner)
            .EligibleMember("Two", "Ada")
            .Eligible("Two", Assigner);

        Assert.That(
            Of(tenant, Role)
                .Single()
                .Powers.Select(path => string.Join(" > ", path.Hops.Select(hop => hop.From.Label))),
            Is.EqualTo(["Ada > One", "Ada", "Ada > Two"])
        );
    }

    [Test]
    public void Takeovers_stand_by_means_then_person_and_namesakes_by_id()
    {
        string[] twins = ["T1", "T2", "T3"];
        var tenant = twins.Aggregate(
            Tenant.Workloads("Sync").Assigned("Sync", Role).Assigned("Ben", Credentials).Assigned("Ada", Credentials),
            (so, twin) => so.User(twin, user => user with { DisplayName = "Twin" }).Assigned(twin, Assigner)
        );

        Assert.That(
            Of(tenant, Role).Select(one => (one.Means, one.Principal.Id)),
            Is.EqualTo(
                twins
                    .Select(twin => A.Id(twin).ToString("D"))
                    .Order(StringComparer.Ordinal)
                    .Select(id => (TakeoverMeans.RoleAssignment, id))
                    .Concat(
                        new[] { "Ada", "Ben" }.Select(name =>
                            (TakeoverMeans.ApplicationCredential, A.Id(name).ToString("D"))
                        )
                    )
            )
        );
    }

    [Test]
    public void Targets_stand_by_id_whatever_they_are()
    {
        string[] names = ["A1", "A2", "A3", "A4"];
        var people = names.Aggregate(
            Tenant.Assigned("Hera", "Privileged Authentication Administrator"),
            (so, name) => so.Users(name).Eligible(name, Role)
        );
        var groups = names.Aggregate(
            Tenant.Assigned("Hera", "Groups Administrator"),
            (so, name) => so.Group(name, group => group with { IsRoleAssignable = false }).Eligible(name, Role)
        );

        Assert.That(
            new[] { people, groups }.Select(tenant => Of(tenant, Role).Single().Targets.Select(target => target.Id)),
            Is.All.EqualTo(names.Select(name => A.Id(name).ToString("D")).Order(StringComparer.Ordinal))
        );
    }

    [Test]
    public void A_person_whom_a_standing_way_leaves_open_is_reset_for_certain_and_an_eligible_one_is_contested() =>
        Assert.That(
            Of(
                    Tenant
                        .Assigned("Hera", "Privileged Authentication Administrator")
                        .Assigned("Ben", Helpdesk)
                        .Assigned("Ada", "Reports Reader")
                        .Eligible("Ada", "Reports Reader"),
                    "Reports Reader"
                )
                .Where(one => one.Means is TakeoverMeans.PasswordReset)
                .Select(one => (one.Principal.Label, one.Confidence)),
            Is.EqualTo([("Ben", Confidence.Documented)])
        );

    [Test]
    public void What_protected_an_account_protects_it_until_it_ends()
    {
        var day = TimeSpan.FromDays(1);
        var eligible = Tenant.Eligible("Ada", Role).Assigned("Hera", Helpdesk);
        int Resets(TenantSnapshot tenant, TimeSpan later) =>
            Of(tenant, Role, later).Count(one => one.Means is TakeoverMeans.PasswordReset);

        Assert.That(
            new[]
            {
                eligible.Assigned("Ada", "Teams Administrator", day),
                eligible.Member("One", "Ada", day),
                eligible.Member("One", "Ada"),
            }.Select(tenant => (Resets(tenant, day - TimeSpan.FromTicks(1)), Resets(tenant, day))),
            Is.EqualTo([(0, 1), (0, 1), (0, 0)])
        );
    }

    [Test]
    public void A_power_or_a_way_that_has_ended_takes_nothing_over()
    {
        var day = TimeSpan.FromDays(1);

        Assert.That(
            new[]
            {
                Tenant.Assigned("Hera", Assigner, day),
                Tenant.Eligible("Ada", Role, day).Assigned("Hera", "Privileged Authentication Administrator"),
            }.Select(tenant => (Of(tenant, Role, day - TimeSpan.FromTicks(1)).Length, Of(tenant, Role, day).Length)),
            Is.EqualTo([(1, 0), (1, 0)])
        );
    }

    [Test]
    public void Owners_are_unread_where_the_application_is_not_known_or_its_owners_are_not()
    {
        var workload = Tenant.Workloads("Sync").Assigned("Sync", Role);
        var known = workload with
        {
            Applications =
            [
                new(A.Id("other"), A.Id("app Other"), "Other", Credentials: null),
                new(A.Id("application"), A.Id("app Sync"), "Sync", Credentials: null),
            ],
        };

        Assert.That(
            new[]
            {
                workload,
                workload.Gap(SnapshotParts.Applications, "Sync"),
                known.Gap(SnapshotParts.Applications, "Sync"),
                known.Gap(SnapshotParts.ApplicationOwners, A.Id("application")),
                known.Gap(SnapshotParts.ApplicationOwners, A.Id("other")),
                known.Gap(SnapshotParts.ServicePrincipalOwners, "Sync"),
            }.Select(tenant => string.Join(", ", Book(tenant).Unread(Reference, _ => true).Select(gap => gap.Part))),
            Is.EqualTo(["", "Applications", "", "ApplicationOwners", "", "ServicePrincipalOwners"])
        );
    }

    [Test]
    public void A_group_that_the_directory_did_not_tell_of_is_unread_for_that_reason()
    {
        var tenant = A.Tenant with
        {
            Memberships = [new(A.Id("Outer"), A.Id("Mail"), ObjectKind.Group, GroupAccess.Member)],
        };

        Assert.That(
            Book(tenant.Gap(SnapshotParts.Principals, "Mail"))
                .UnreadGroups([A.Id("Mail")])
                .Select(one => (one.Group.Kind, one.Gap.Reason)),
            Is.EqualTo([(ObjectKind.Group, MissingReason.Throttled)])
        );
    }

    [Test]
    public void Evidence_of_an_owner_of_several_applications_stands_by_row()
    {
        var tenant = Tenant.Workloads("Sync").Assigned("Sync", Role) with
        {
            ServicePrincipalOwners =
            [
                new(A.Id("Sync"), A.Id("Ada"), ObjectKind.User),
                new(A.Id("Sync"), A.Id("Ben"), ObjectKind.User),
                new(A.Id("Elsewhere"), A.Id("Hera"), ObjectKind.User),
                new(A.Id("Sync"), A.Id("Sync"), ObjectKind.ServicePrincipal),
            ],
        };

        Assert.That(
            Of(tenant, Role).Select(one => (one.Principal.Label, one.Power, one.Evidence.Single().Id)),
            Is.EqualTo(
                new[] { "Ada", "Ben" }.Select(name => (name, (AccessPath?)null, $"{A.Id("Sync"):D}/{A.Id(name):D}"))
            )
        );
    }

    private static ObjectRef Reference => new(ObjectKind.Role, A.Role(Role), Role);

    private static TakeoverBook Book(TenantSnapshot tenant, TimeSpan later = default) =>
        new(AccessMap.Resolve(tenant), A.TakenAt + later);

    private static IReadOnlyList<Takeover> All(TenantSnapshot tenant, string role, TimeSpan later)
    {
        var map = AccessMap.Resolve(tenant);
        var groups = map
            .GroupGrants.Where(grant => grant.RoleId == A.Role(role))
            .Select(grant => grant.GroupId)
            .Distinct();
        return new TakeoverBook(map, A.TakenAt + later).Of(
            map.Directory.RoleReference(A.Role(role)),
            _ => true,
            groups
        );
    }

    private static Takeover[] Of(TenantSnapshot tenant, string role, TimeSpan later = default) =>
        [.. All(tenant, role, later)];
}
