using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests;

/// <summary>Whose activation the settings of a role or of one side of a group gate.</summary>
public sealed class GatedPeopleTests
{
    private const string Bundle = "RAG - Bundle";
    private const string Exchange = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben", "Cy").Groups(Bundle);
    private static readonly SettingsOwner Role = SettingsOwner.Role(A.Role(Exchange));
    private static readonly SettingsOwner Members = SettingsOwner.Group(A.Id(Bundle), GroupAccess.Member);
    private static readonly SettingsOwner Owners = SettingsOwner.Group(A.Id(Bundle), GroupAccess.Owner);

    [Test]
    public void The_settings_of_a_role_gate_who_activates_the_role_itself_also_behind_a_group() =>
        Assert.That(
            Names(
                Tenant
                    .Eligible("Ada", Exchange)
                    .Eligible(Bundle, Exchange)
                    .Member(Bundle, "Ben")
                    .Assigned("Cy", Exchange),
                Role
            ),
            Is.EquivalentTo(["Ada", "Ben"])
        );

    [Test]
    public void The_settings_of_a_group_gate_its_eligible_members_and_not_the_standing_ones()
    {
        var tenant = Tenant.Assigned(Bundle, Exchange).EligibleMember(Bundle, "Ada").Member(Bundle, "Ben");

        Assert.That(
            (Names(tenant, Members), Names(tenant, Role)),
            Is.EqualTo((new[] { "Ada" }, Array.Empty<string>()))
        );
    }

    [Test]
    public void Each_side_of_a_group_gates_its_own()
    {
        var tenant = Tenant
            .Assigned(Bundle, Exchange)
            .EligibleMember(Bundle, "Ada")
            .EligibleOwner(Bundle, "Ben")
            .Owner(Bundle, "Cy");

        Assert.That((Names(tenant, Members), Names(tenant, Owners)), Is.EqualTo((new[] { "Ada" }, new[] { "Ben" })));
    }

    /// <summary>The owner could add himself; whether he then activates the role too is another question.</summary>
    [Test]
    public void Whoever_could_make_himself_a_member_is_not_gated_as_one() =>
        Assert.That(Names(Tenant.Eligible(Bundle, Exchange).EligibleOwner(Bundle, "Ada"), Role), Is.Empty);

    [Test]
    public void A_person_with_several_paths_is_named_once_and_people_stand_by_id() =>
        Assert.That(
            Names(
                Tenant
                    .Eligible("Ada", Exchange)
                    .Eligible("Ada", Exchange, scope: $"/administrativeUnits/{A.Id("Unit"):D}")
                    .Eligible("Ben", Exchange)
                    .Eligible("Cy", Exchange),
                Role
            ),
            Is.EqualTo(new[] { "Ada", "Ben", "Cy" }.OrderBy(name => A.Id(name).ToString("D"), StringComparer.Ordinal))
        );

    [Test]
    public void Emergency_accounts_and_whoever_is_gone_are_left_out() =>
        Assert.That(
            Names(
                Tenant
                    .Emergency("Ada")
                    .Deleted("Dora", TimeSpan.FromDays(3))
                    .Unresolved("Nobody")
                    .Eligible("Ada", Exchange)
                    .Eligible("Ben", Exchange)
                    .Eligible("Dora", Exchange)
                    .Eligible("Nobody", Exchange),
                Role
            ),
            Is.EqualTo(["Ben"])
        );

    [Test]
    public void There_may_be_more_behind_a_group_that_was_not_read()
    {
        var unread = Tenant.Gap(SnapshotParts.GroupMembers, Bundle);

        Assert.That(
            new[]
            {
                People(unread.Eligible(Bundle, Exchange), Role),
                People(unread.Eligible(Bundle, "User Administrator"), Role),
                People(unread.Assigned(Bundle, Exchange), Members),
                People(Tenant.Assigned(Bundle, Exchange), Members),
            }.Select(people => people.Hidden?.Part),
            Is.EqualTo(new SnapshotParts?[] { SnapshotParts.GroupMembers, null, SnapshotParts.GroupMembers, null })
        );
    }

    private static string[] Names(TenantSnapshot tenant, SettingsOwner owner) =>
        [.. People(tenant, owner).People.Select(person => person.Label)];

    private static GatedPeople People(TenantSnapshot tenant, SettingsOwner owner) =>
        Asked.Of(tenant, context => context.PeopleGatedBy(owner));
}
