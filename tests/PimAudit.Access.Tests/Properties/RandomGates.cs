using System.Collections.Immutable;
using CsCheck;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Properties;

/// <summary>What the role settings of a random tenant ask; roles and groups without a row have none that were read.</summary>
/// <param name="Owner">A name of a role or group.</param>
/// <param name="Side">Null for a role.</param>
/// <param name="Approver">A person or group; null for the administrators.</param>
internal sealed record GateRow(
    string Owner,
    GroupAccess? Side,
    bool Mfa,
    bool Justification,
    bool Approval,
    string? Approver,
    int Hours
)
{
    public string Words =>
        $"{Owner} {Side}: MFA {Mfa}, justification {Justification}, approval {Approval} by {Approver}, {Hours} h";

    public SettingsOwner Key =>
        Side is { } side ? SettingsOwner.Group(A.Id(Owner), side) : SettingsOwner.Role(A.Role(Owner));

    public RoleSettings Settings =>
        A.Settings(Key) with
        {
            Mfa = Mfa,
            Justification = Justification,
            ApprovalRequired = Approval,
            Approvers = Approver is null ? [] : [new(ApproverKind.User, A.Id(Approver), Approver, IsBackup: false)],
            LongestActivation = TimeSpan.FromHours(Hours),
        };

    /// <summary>The same with one thing more that it asks, each in turn.</summary>
    public IEnumerable<GateRow> Stronger =>
        [
            this with
            {
                Mfa = true,
            },
            this with
            {
                Justification = true,
            },
            this with
            {
                Approval = true,
            },
            this with
            {
                Hours = 1,
            },
        ];
}

/// <summary>A random tenant with random role settings.</summary>
internal sealed record GatedTenant(RandomTenant Plan, ImmutableArray<GateRow> Gates)
{
    private static readonly (string Owner, GroupAccess? Side)[] Owners =
    [
        ("Exchange Administrator", null),
        ("Global Administrator", null),
        .. from name in new[] { "Mail", "Post", "Desk", "Tier 0" }
        from side in new GroupAccess?[] { GroupAccess.Member, GroupAccess.Owner }
        select (name, side),
    ];

    private static readonly string?[] Approvers = [null, "Ada", "Ben", "Dario", "Nobody", "Desk", "Tier 0", "Mail"];

    public static readonly Gen<GatedTenant> Any = Gen.Select(
        RandomTenant.Any,
        Gen.Select(
            Gen.Int[0, Owners.Length - 1],
            Gen.Bool,
            Gen.Bool,
            Gen.Bool,
            Gen.Int[0, Approvers.Length - 1],
            Gen.Int[1, 9],
            (owner, mfa, justification, approval, approver, hours) =>
                new GateRow(
                    Owners[owner].Owner,
                    Owners[owner].Side,
                    mfa,
                    justification,
                    approval,
                    Approvers[approver],
                    hours
                )
        ).Array[0, 12],
        (plan, gates) => new GatedTenant(plan, [.. gates.DistinctBy(gate => gate.Key)])
    );

    public TenantSnapshot Snapshot => Plan.Snapshot with { RoleSettings = [.. Gates.Select(gate => gate.Settings)] };

    /// <summary>Without holes: a row that is moved to a list that was read would appear out of nothing.</summary>
    public GatedTenant WhollyRead => this with { Plan = Plan with { Holes = [], Reading = Reading.Everything } };

    public string Words =>
        $"{Plan.Reading}\n{string.Join('\n', Plan.Roles)}\n{string.Join('\n', Plan.Members)}\n"
        + $"{string.Join('\n', Plan.Holes)}\n{string.Join('\n', Gates.Select(gate => gate.Words))}";

    /// <summary>Each tenant in which one of the settings asks one thing more.</summary>
    public IEnumerable<GatedTenant> Stronger =>
        Gates.SelectMany(gate => gate.Stronger.Select(more => this with { Gates = Gates.Replace(gate, more) }));

    /// <summary>Each tenant in which a standing member or owner must activate instead.</summary>
    public IEnumerable<GatedTenant> MoreActivations =>
        Plan
            .Members.Where(row => row.Kind is RowKind.Assigned && IsOnly(row))
            .Select(row =>
                this with
                {
                    Plan = Plan with { Members = Plan.Members.Replace(row, row with { Kind = RowKind.Eligible }) },
                }
            );

    /// <summary>Beside a second row for the same place, the first is not what lets the person in.</summary>
    private bool IsOnly(GroupRow row) =>
        Plan.Members.Count(one => one.Group == row.Group && one.Principal == row.Principal && one.Access == row.Access)
        == 1;
}
