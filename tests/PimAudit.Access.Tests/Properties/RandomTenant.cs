using System.Collections.Immutable;
using CsCheck;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Properties;

/// <summary>A small tenant as a list of rows, of which one can be taken away.</summary>
internal sealed record RandomTenant(
    ImmutableArray<RoleRow> Roles,
    ImmutableArray<GroupRow> Members,
    ImmutableArray<Hole> Holes,
    Reading Reading
)
{
    private static readonly string[] People = ["Ada", "Ben", "Sync", "Dario", "Gone", "Nobody"];
    private static readonly string[] Groups = ["Mail", "Post", "Desk", "Tier 0"];
    private static readonly string[] Scopes = ["/", $"/administrativeUnits/{A.Id("Lisbon"):D}"];
    private static readonly TimeSpan?[] Ends = [null, null, TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromDays(9)];
    private static readonly string[] RoleNames = ["Exchange Administrator", "Global Administrator"];
    private static readonly GroupAccess[] Accesses = [GroupAccess.Member, GroupAccess.Member, GroupAccess.Owner];

    private static readonly SnapshotParts[] PerGroup =
    [
        SnapshotParts.GroupMembers,
        SnapshotParts.GroupOwners,
        SnapshotParts.GroupEligibilities,
        SnapshotParts.GroupAssignments,
    ];

    private static readonly Reading[] Readings =
    [
        Reading.Everything,
        Reading.Everything,
        Reading.Everything,
        Reading.WithoutActive,
        Reading.WithoutEligible,
        Reading.WithoutLicence,
    ];

    private static readonly Gen<string> Principal = Gen.Frequency((2, Among(People)), (3, Among(Groups)));

    /// <summary>A device can be a member of the directory; PIM does not know it and it can hold no role.</summary>
    private static readonly Gen<string> Member = Gen.Frequency((12, Principal), (1, Gen.Const("Laptop")));

    private static readonly Gen<RoleRow> RoleRows = Gen.Select(
        Gen.Enum<RowKind>(),
        Principal,
        Among(RoleNames),
        Among(Scopes),
        Among(Ends),
        Among(Groups),
        Gen.Bool,
        (kind, principal, role, scope, ends, through, flag) =>
            new RoleRow(0, kind, principal, role, scope, ends, ThroughOf(kind, principal, through), flag)
    );

    private static readonly Gen<GroupRow> GroupRows = Gen.Select(
        Gen.Enum<RowKind>(),
        Among(Groups),
        Member,
        Among(Accesses),
        Among(Ends),
        (kind, group, principal, access, ends) =>
            new GroupRow(0, KindOf(kind, principal), group, principal, access, ends)
    );

    private static readonly Gen<Hole> AnyHole = Gen.Select(
        Among(PerGroup),
        Among(Groups),
        (part, group) => new Hole(part, group)
    );

    public static readonly Gen<RandomTenant> Any = Gen.Select(
        RoleRows.Array[1, 6],
        GroupRows.Array[0, 12],
        AnyHole.Array[0, 2],
        Among(Readings),
        (roles, members, holes, reading) =>
            new RandomTenant(
                [.. roles.Select((row, at) => row with { Number = at }).DistinctBy(row => row.Target)],
                [.. members.Select((row, at) => row with { Number = at })],
                [.. holes.Distinct()],
                reading
            )
    );

    /// <summary>The same tenant with one row less, for each of its rows.</summary>
    public IEnumerable<RandomTenant> Smaller =>
        Roles
            .Select(row => this with { Roles = Roles.Remove(row) })
            .Concat(Members.Select(row => this with { Members = Members.Remove(row) }));

    public TenantSnapshot Snapshot => RowsOf.Snapshot(this, Groups);

    private static Gen<T> Among<T>(T[] choices) => Gen.Int[0, choices.Length - 1].Select(at => choices[at]);

    private static RowKind KindOf(RowKind kind, string principal) =>
        principal is "Laptop" ? RowKind.DirectoryOnly : kind;

    /// <summary>Only a user activates what a group is eligible for.</summary>
    private static string? ThroughOf(RowKind kind, string principal, string group) =>
        kind is RowKind.Activated && principal is "Ada" or "Ben" ? group : null;
}
