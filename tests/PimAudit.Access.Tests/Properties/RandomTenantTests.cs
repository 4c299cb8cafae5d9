using System.Text.Json;
using CsCheck;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Access.Tests.Properties;

public sealed class RandomTenantTests
{
    private static int Tenants => HowMany.Tenants;

    [Test]
    public void Paths_are_those_of_the_oracle() =>
        RandomTenant.Any.Sample(
            plan => Lines(plan.Snapshot).SequenceEqual(Oracle.Paths(plan.Snapshot), StringComparer.Ordinal),
            iter: Tenants,
            print: Difference
        );

    [Test]
    public void The_order_of_the_rows_does_not_matter() =>
        Gen.Select(RandomTenant.Any, Gen.Int)
            .Sample(
                (plan, seed) => Everything(plan.Snapshot) == Everything(Shuffle(plan.Snapshot, new(seed))),
                iter: Tenants,
                print: sample => Words(sample.Item1)
            );

    [Test]
    public void A_row_less_never_lets_anybody_reach_more() =>
        RandomTenant.Any.Sample(
            plan =>
                plan.Smaller.SelectMany(smaller => Reached(smaller.Snapshot))
                    .ToHashSet()
                    .IsSubsetOf(Reached(plan.Snapshot)),
            iter: Tenants,
            print: Words
        );

    [Test]
    public void The_holders_of_a_group_are_the_people_at_the_end_of_its_certain_paths() =>
        RandomTenant.Any.Sample(
            plan =>
            {
                var map = AccessMap.Resolve(plan.Snapshot);
                return map.GroupGrants.All(grant =>
                    map.HoldersOf(grant.GroupId)
                        .Ids.SetEquals(map.Paths.Where(path => EndsIn(path, grant)).Select(PrincipalOf))
                );
            },
            iter: Tenants,
            print: Words
        );

    [Test]
    public void Random_tenants_show_every_approach_state_and_band()
    {
        var paths = RandomTenant
            .Any.Array[500]
            .Single(_ => true, seed: "0N0XIzNsQ0O2")
            .SelectMany(plan => Both(AccessMap.Resolve(plan.Snapshot)))
            .ToList();

        Assert.That(
            (
                paths.Select(path => path.Approach).Distinct().Order(),
                paths.Select(path => path.State).Distinct().Order(),
                paths.Select(path => path.Band).Distinct().Order(),
                paths.Max(path => path.Hops.Length)
            ),
            Is.EqualTo(
                (
                    Enum.GetValues<Approach>().AsEnumerable(),
                    Enum.GetValues<HopState>().AsEnumerable(),
                    Enum.GetValues<PathBand>().AsEnumerable(),
                    5
                )
            )
        );
    }

    private static IEnumerable<AccessPath> Both(AccessMap map) => map.Paths.Concat(map.TakeoverPaths);

    private static IEnumerable<string> Lines(TenantSnapshot tenant) =>
        Both(AccessMap.Resolve(tenant)).Select(Line).Order(StringComparer.Ordinal);

    private static string Line(AccessPath path) =>
        $"{path.Principal.Id} {path.Role.Id} {path.Scope} {(path.Band is PathBand.Takeover ? "takeover" : "certain")}"
        + $" {path.Approach}"
        + string.Concat(path.Hops.Select(Words));

    private static string Words(Hop hop) =>
        $" | {hop.State}"
        + (hop.Relation is HopRelation.Role ? "" : $" {hop.Relation.ToString().ToLowerInvariant()} {hop.To.Id}")
        + $" {hop.EndsAt:O} {string.Join(' ', hop.Evidence.Select(row => row.Id))}"
        + (hop.Gates is null ? "" : $" gate {hop.Gates.Owner.Id}{Side(hop.Gates.Access)}");

    private static string Side(GroupAccess? access) =>
        access is null ? "" : $" {access.ToString()!.ToLowerInvariant()}";

    private static string Difference(RandomTenant plan)
    {
        var (ours, theirs) = (Lines(plan.Snapshot).ToList(), Oracle.Paths(plan.Snapshot).ToList());
        return $"{Words(plan)}\nonly the resolver:\n{string.Join('\n', ours.Except(theirs))}"
            + $"\nonly the oracle:\n{string.Join('\n', theirs.Except(ours))}";
    }

    private static string Words(RandomTenant plan) =>
        $"{plan.Reading}\n{string.Join('\n', plan.Roles)}\n{string.Join('\n', plan.Members)}\n"
        + string.Join('\n', plan.Holes);

    private static string Everything(TenantSnapshot tenant)
    {
        var map = AccessMap.Resolve(tenant);
        return JsonSerializer.Serialize(
            new
            {
                map.Active,
                map.Eligible,
                map.GroupGrants,
                map.Paths,
                map.TakeoverPaths,
                map.HiddenHolders,
                map.GroupsOnPaths,
            }
        );
    }

    private static TenantSnapshot Shuffle(TenantSnapshot tenant, Random random) =>
        tenant with
        {
            RoleAssignments = [.. Mixed(tenant.RoleAssignments, random)],
            RoleAssignmentInstances = [.. Mixed(tenant.RoleAssignmentInstances, random)],
            RoleEligibilities = [.. Mixed(tenant.RoleEligibilities, random)],
            Memberships = [.. Mixed(tenant.Memberships, random)],
            GroupAssignments = [.. Mixed(tenant.GroupAssignments, random)],
            GroupEligibilities = [.. Mixed(tenant.GroupEligibilities, random)],
            Users = [.. Mixed(tenant.Users, random)],
            Groups = [.. Mixed(tenant.Groups, random)],
            Roles = [.. Mixed(tenant.Roles, random)],
        };

    private static T[] Mixed<T>(IEnumerable<T> rows, Random random)
    {
        var array = rows.ToArray();
        random.Shuffle(array);
        return array;
    }

    private static IEnumerable<(string, string, string, PathBand)> Reached(TenantSnapshot tenant) =>
        Both(AccessMap.Resolve(tenant)).Select(path => (path.Principal.Id, path.Role.Id, path.Scope, path.Band));

    private static bool EndsIn(AccessPath path, GroupGrant grant) =>
        path.Scope == grant.Scope
        && path.Role.Id == grant.RoleId.ToString("D")
        && path.Hops[^1].From.Id == grant.GroupId.ToString("D");

    private static Guid PrincipalOf(AccessPath path) => Guid.Parse(path.Principal.Id);
}
