using NUnit.Framework;
using PimAudit.Access;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests;

/// <summary>Whether an account holds Global Administrator as an emergency account should, and who looks like one.</summary>
public sealed class EmergencyAccessTests
{
    private const string Global = "Global Administrator";
    private const string Crew = "RAG - Global Admins";
    private const string Unit = "/administrativeUnits/0c0ffee0-0000-4000-8000-000000000001";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada").Groups(Crew);

    [Test]
    public void Enabled_people_who_hold_the_role_for_good_are_suggested()
    {
        var tenant = A
            .Tenant.Users("Ada", "Ben", "Cy", "Dora", "Eve", "Finn")
            .User("Off", user => user with { IsEnabled = false })
            .User("Unsaid", user => user with { IsEnabled = null })
            .Workloads("Robot")
            .Groups(Crew)
            .Assigned("Ada", Global)
            .Assigned(Crew, Global)
            .Member(Crew, "Ada")
            .Member(Crew, "Ben")
            .Assigned("Cy", Global, ends: TimeSpan.FromDays(30))
            .Eligible("Dora", Global)
            .Assigned("Eve", "User Administrator")
            .Assigned("Finn", Global, scope: Unit)
            .Assigned("Off", Global)
            .Assigned("Unsaid", Global)
            .Assigned("Robot", Global);

        Assert.That(Candidates(tenant), Is.EqualTo(ById("Ada", "Ben")));
    }

    [Test]
    public void Five_are_suggested_at_most_and_always_the_same()
    {
        string[] names = ["Ada", "Ben", "Cy", "Dora", "Eve", "Finn", "Gil"];
        var tenant = names.Aggregate(A.Tenant.Users(names), (so, name) => so.Assigned(name, Global));

        Assert.That(Candidates(tenant), Is.EqualTo(ById(names).Take(5)));
    }

    [Test]
    public void The_role_is_held_for_good_where_every_step_stands_without_end() =>
        Assert.That(
            new[]
            {
                IsPermanent(Tenant.Assigned("Ada", Global)),
                IsPermanent(Tenant.Assigned(Crew, Global).Member(Crew, "Ada")),
                IsPermanent(Tenant.Assigned("Ada", Global, ends: TimeSpan.FromDays(1))),
                IsPermanent(Tenant.Assigned(Crew, Global).Member(Crew, "Ada", ends: TimeSpan.FromDays(1))),
                IsPermanent(Tenant.Assigned(Crew, Global).EligibleMember(Crew, "Ada")),
                IsPermanent(Tenant.Eligible(Crew, Global).Member(Crew, "Ada")),
                IsPermanent(Tenant.Assigned("Ada", Global, scope: Unit)),
                IsPermanent(Tenant.Assigned("Ada", "User Administrator")),
                IsPermanent(Tenant.AssignedUnlisted("Ada", Global)),
            },
            Is.EqualTo([true, true, false, false, false, false, false, false, false])
        );

    [Test]
    public void A_path_to_another_role_or_another_scope_is_no_path_of_a_global_administrator()
    {
        var access = AccessMap.Resolve(
            Tenant.Assigned("Ada", "User Administrator").Assigned("Ada", Global, scope: Unit).Assigned("Ada", Global)
        );

        Assert.That(
            access
                .Paths.Where(EmergencyAccess.IsPermanentGlobalAdministrator)
                .Select(path => (path.Role.Label, path.Scope)),
            Is.EqualTo([(Global, "/")])
        );
    }

    [Test]
    public void How_PIM_does_not_tell_of_may_be_for_good()
    {
        var gap = Hidden(Tenant.AssignedUnlisted("Ada", Global));

        Assert.That(
            (gap?.Part, gap?.Detail),
            Is.EqualTo(
                (
                    (SnapshotParts?)SnapshotParts.ActiveAssignments,
                    "PIM does not tell how Ada holds Global Administrator, and until when."
                )
            )
        );
    }

    [Test]
    public void Where_another_step_is_known_to_end_or_to_wait_nothing_is_hidden() =>
        Assert.That(
            new[]
            {
                Hidden(Tenant.AssignedUnlisted(Crew, Global).Member(Crew, "Ada")),
                Hidden(Tenant.AssignedUnlisted(Crew, Global).Member(Crew, "Ada", ends: TimeSpan.FromDays(1))),
                Hidden(Tenant.AssignedUnlisted(Crew, Global).EligibleMember(Crew, "Ada")),
                Hidden(Tenant.Assigned("Ada", Global)),
                Hidden(Tenant.AssignedUnlisted("Ada", "User Administrator")),
                Hidden(Tenant.AssignedUnlisted("Ada", Global, Unit)),
                Hidden(Tenant.AssignedUnlisted("Ada", Global).Eligible("Ada", Global)),
            }.Select(gap => gap is not null),
            Is.EqualTo([true, false, false, false, false, false, true])
        );

    [Test]
    public void A_group_with_the_role_whose_members_were_not_read_may_hold_the_account()
    {
        var unread = Tenant.Groups("Known").Assigned("Known", Global).Gap(SnapshotParts.GroupMembers, Crew);

        Assert.That(
            new[]
            {
                Hidden(unread.Assigned(Crew, Global)),
                Hidden(unread.Assigned(Crew, Global, scope: Unit)),
                Hidden(unread.Assigned(Crew, "User Administrator")),
                Hidden(unread.Eligible(Crew, Global)),
            }.Select(gap => gap?.Part),
            Is.EqualTo(new SnapshotParts?[] { SnapshotParts.GroupMembers, null, null, null })
        );
    }

    private static IEnumerable<string> Candidates(TenantSnapshot tenant) =>
        EmergencyAccess.Candidates(AccessMap.Resolve(tenant)).Select(path => path.Principal.Label);

    private static IEnumerable<string> ById(params string[] names) =>
        names.OrderBy(name => A.Id(name).ToString("D"), StringComparer.Ordinal);

    private static bool IsPermanent(TenantSnapshot tenant) =>
        EmergencyAccess.PermanentGlobalAdministrator(AccessMap.Resolve(tenant), A.Id("Ada")) is not null;

    private static Gap? Hidden(TenantSnapshot tenant) =>
        EmergencyAccess.HiddenGlobalAdministrator(AccessMap.Resolve(tenant), A.Id("Ada"));
}
