using System.Text;

namespace PimAudit.GraphEmulator.Tests.Generated;

/// <summary>A seed means one tenant.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class DeterminismTests
{
    [TestCase(TenantSize.Small, false)]
    [TestCase(TenantSize.Small, true)]
    [TestCase(TenantSize.Typical, false)]
    public void The_same_seed_gives_the_same_bodies(TenantSize size, bool planted)
    {
        var one = GeneratedTenant.Make(size, 5, planted: planted);
        var other = GeneratedTenant.Make(size, 5, planted: planted);

        Assert.That(Text(other.Tenant), Is.EqualTo(Text(one.Tenant)));
        Assert.That(other.Planted, Is.EqualTo(one.Planted));
        Assert.That(other.Configuration, Is.EqualTo(one.Configuration));
    }

    [Test]
    public void Another_seed_gives_other_people_in_other_teams_with_other_roles()
    {
        var one = GeneratedTenant.Make(TenantSize.Typical, 1).Tenant;
        var other = GeneratedTenant.Make(TenantSize.Typical, 2).Tenant;

        Assert.That(Names(other, EntryKind.User), Is.Not.EquivalentTo(Names(one, EntryKind.User)));
        Assert.That(Names(other, EntryKind.Group), Is.Not.EquivalentTo(Names(one, EntryKind.Group)));
        Assert.That(RolesOf(other), Is.Not.EquivalentTo(RolesOf(one)));
    }

    /// <summary>In every process and on every machine: nothing follows from the order of a hash table.</summary>
    [Test]
    public void The_same_seed_gives_the_same_ids_everywhere()
    {
        var tenant = GeneratedTenant.Make(TenantSize.Small, 5).Tenant;
        var rows = tenant.Roles.EligibilityInstances.Concat(tenant.Roles.AssignmentInstances);
        var ids = rows.Concat(tenant.GroupPim.AllEligible).Select(row => row.Text("id")!);

        Assert.That(Ids.Of([.. ids]), Is.EqualTo(new Guid("210bb59c-cce5-8b0f-96fb-749b8a96ad1c")));
    }

    [Test]
    public void The_numbers_are_those_of_the_published_algorithm()
    {
        var random = new SplitMix64(1234567);

        Assert.That(
            new[] { random.Next(), random.Next(), random.Next() },
            Is.EqualTo(new[] { 6457827717110365317UL, 3203168211198807973UL, 9817491932198370423UL })
        );
    }

    [Test]
    public void Names_are_in_three_scripts_and_each_once()
    {
        var names = new PersonNames(new SplitMix64(1));
        var all = Enumerable.Range(0, 41_000).Select(number => names[number]).ToList();

        Assert.That(all, Is.Unique);
        Assert.That(all.Count(name => name[0] is >= 'Α' and <= 'Ω'), Is.EqualTo(4_100));
        Assert.That(all.Count(name => name[0] is >= 'А' and <= 'Я'), Is.EqualTo(4_100));
    }

    private static IEnumerable<string?> Names(EmulatedTenant tenant, EntryKind kind) =>
        tenant.Directory.All(kind).Select(body => body.Text("displayName"));

    private static HashSet<string?> RolesOf(EmulatedTenant tenant) =>
        [.. tenant.Roles.EligibilityInstances.Select(row => row.Text("roleDefinitionId"))];

    /// <summary>Everything that is kept as a body, and the audit log.</summary>
    private static string Text(EmulatedTenant tenant)
    {
        var text = new StringBuilder();
        var directory = Enum.GetValues<EntryKind>().SelectMany(tenant.Directory.All);
        var roles = tenant
            .Roles.Definitions.Concat(tenant.Roles.Assignments)
            .Concat(tenant.Roles.AssignmentInstances)
            .Concat(tenant.Roles.EligibilityInstances);
        var documents = tenant
            .Documents.AccessReviews.Concat(tenant.Documents.ConditionalAccessPolicies)
            .Concat(tenant.Documents.Subscriptions);
        foreach (var body in directory.Concat(roles).Concat(documents))
            text.AppendLine(body.ToJsonString());
        foreach (var body in tenant.GroupPim.AllEligible.Concat(tenant.GroupPim.AllActive))
            text.AppendLine(body.ToJsonString());
        foreach (var settings in tenant.Policies.OfRoles)
            text.AppendLine($"{settings.PolicyId} {settings.Settings}");
        for (var index = 0L; index < tenant.Audits.All.Count; index++)
            text.AppendLine(tenant.Audits.All.Body(index).ToJsonString());
        return text.ToString();
    }
}
