using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests;

public sealed class NestingTests
{
    private const string Role = "Exchange Administrator";

    private static readonly TenantSnapshot Tenant = A.Tenant.Users("Ada", "Ben").Groups("Mail", "Inner", "Innermost");

    [Test]
    public void Standing_members_of_nested_groups_reach_the_role() =>
        Assert.That(
            Tenant.Member("Inner", "Ada").Member("Mail", "Inner").Member("Mail", "Ben").Assigned("Mail", Role).Paths(),
            Is.EqualTo([
                "Ada -standing member-> Inner -standing member-> Mail -standing-> Exchange Administrator [Standing]",
                "Ben -standing member-> Mail -standing-> Exchange Administrator [Standing]",
            ])
        );

    [Test]
    public void A_web_of_groups_that_all_contain_each_other_ends_and_says_that_it_was_cut()
    {
        string[] web = [.. Enumerable.Range(1, 15).Select(at => $"Web {at}")];
        var tenant = A.Tenant.Users("Ada").Groups(web).Member("Web 9", "Ada").Assigned("Web 1", Role);
        foreach (var outer in web)
        foreach (var inner in web.Where(inner => inner != outer))
            tenant = tenant.EligibleMember(outer, inner);

        var map = AccessMap.Resolve(tenant);

        Assert.That(
            map.HiddenHolders.Select(spot => spot.Gap.Reason).Distinct(),
            Is.EqualTo([MissingReason.Malformed])
        );
        Assert.That(map.HoldersOf(A.Id("Web 1")).Ids, Is.EqualTo(new[] { A.Id("Ada") }));
    }

    [Test]
    public void An_eligible_group_is_a_hop_that_its_members_can_activate() =>
        Assert.That(
            Tenant.Member("Inner", "Ada").EligibleMember("Mail", "Inner").Assigned("Mail", Role).Paths(),
            Is.EqualTo([
                "Ada -standing member-> Inner -eligible member-> Mail -standing-> Exchange Administrator [Approach2]",
            ])
        );

    [Test]
    public void Two_activations_in_a_row_are_two_eligible_hops() =>
        Assert.That(
            Tenant.EligibleMember("Inner", "Ada").EligibleMember("Mail", "Inner").Eligible("Mail", Role).Paths(),
            Is.EqualTo([
                "Ada -eligible member-> Inner -eligible member-> Mail -eligible-> Exchange Administrator [Mixed]",
            ])
        );

    [Test]
    public void The_approach_is_that_of_the_group_that_holds_the_role() =>
        Assert.That(
            Tenant.EligibleMember("Inner", "Ada").Member("Mail", "Inner").Assigned("Mail", Role).Paths(),
            Is.EqualTo([
                "Ada -eligible member-> Inner -standing member-> Mail -standing-> Exchange Administrator [Standing]",
            ])
        );

    [Test]
    public void Two_ways_through_the_same_groups_are_two_paths() =>
        Assert.That(
            Tenant
                .Member("Innermost", "Ada")
                .Member("Inner", "Innermost")
                .Member("Mail", "Inner")
                .EligibleMember("Mail", "Innermost")
                .Assigned("Mail", Role)
                .Paths(),
            Is.EqualTo([
                "Ada -standing member-> Innermost -eligible member-> Mail"
                    + " -standing-> Exchange Administrator [Approach2]",
                "Ada -standing member-> Innermost -standing member-> Inner -standing member-> Mail"
                    + " -standing-> Exchange Administrator [Approach2]",
            ])
        );

    [Test]
    public void A_person_who_stands_and_is_eligible_has_both_paths() =>
        Assert.That(
            Tenant.Member("Mail", "Ada").EligibleMember("Mail", "Ada").Assigned("Mail", Role).Paths(),
            Is.EqualTo([
                "Ada -eligible member-> Mail -standing-> Exchange Administrator [Approach2]",
                "Ada -standing member-> Mail -standing-> Exchange Administrator [Approach2]",
            ])
        );

    [Test]
    public void Depth_has_no_limit()
    {
        const int Depth = 300;
        var tenant = Enumerable
            .Range(1, Depth)
            .Aggregate(
                A.Tenant.Users("Ada").Groups("Group 0").Assigned("Group 0", Role),
                (so, at) => so.Groups($"Group {at}").Member($"Group {at - 1}", $"Group {at}")
            )
            .Member($"Group {Depth}", "Ada");

        Assert.That(
            AccessMap.Resolve(tenant).Paths.Select(path => (path.Principal.Label, path.Hops.Length)),
            Is.EqualTo([("Ada", Depth + 2)])
        );
    }

    [Test]
    public void Every_group_met_is_on_the_paths_empty_ones_included()
    {
        var tenant = Tenant.Groups("Aside").Member("Mail", "Inner").Owner("Mail", "Innermost").Assigned("Mail", Role);

        Assert.That(
            AccessMap.Resolve(tenant).GroupsOnPaths,
            Is.EqualTo(new[] { "Mail", "Inner" }.Select(A.Id).OrderBy(id => id.ToString("D"), StringComparer.Ordinal))
        );
    }

    [Test]
    public void A_group_is_never_the_principal_of_a_path() =>
        Assert.That(Tenant.Member("Mail", "Inner").Assigned("Mail", Role).Paths(), Is.Empty);
}
