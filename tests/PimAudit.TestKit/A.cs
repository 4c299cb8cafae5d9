using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PimAudit.Model;

namespace PimAudit.TestKit;

/// <summary>Nouns of a test tenant: everything is known and complete, and ids follow from names.</summary>
public static class A
{
    /// <summary>The present of every test tenant.</summary>
    public static readonly DateTimeOffset TakenAt = new(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);

    private static readonly Guid P2 = new("eec0eb4f-6444-4f95-aba0-50c24d67f998");

    private static readonly ImmutableArray<RoleDefinition> BuiltIn =
    [
        .. BuiltInRoles
            .ByTemplateId.Values.OrderBy(role => role.TemplateId)
            .Select(role => new RoleDefinition(role.TemplateId, role.DisplayName, true, true, role.TemplateId, [])),
    ];

    /// <summary>A tenant in which nobody holds anything, read completely.</summary>
    public static TenantSnapshot Tenant { get; } =
        new()
        {
            TakenAt = TakenAt,
            Tenant = new(Id("Contoso"), "Contoso", "contoso.example", "contoso.example", ["contoso.example"]),
            Collection = Collection,
            NamedGroupsPrefix = GroupNaming.Prefix,
            Roles = BuiltIn,
            Subscriptions = [new(Id("E5"), "SPE_E5", "Enabled", EnabledSeats: 1000, WarningSeats: 0, [P2])],
        };

    private static CollectionRecord Collection =>
        new(
            "reader",
            ["RoleManagement.Read.Directory"],
            "https://graph.example",
            "1.0",
            TakenAt,
            TakenAt.AddMinutes(2),
            Notes: [],
            [.. Enum.GetValues<SnapshotParts>().Where(part => part is not SnapshotParts.None).Select(Complete)]
        );

    /// <summary>The same id for the same name, in every test.</summary>
    public static Guid Id(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    /// <summary>Template id of a built-in role by its display name.</summary>
    public static Guid Role(string name) => BuiltIn.Single(role => role.DisplayName == name).Id;

    /// <summary>A member of the tenant: enabled, licensed, made in the cloud.</summary>
    public static User User(string name) =>
        new(
            Id(name),
            name,
            $"{name.Replace(' ', '.').ToLowerInvariant()}@contoso.example",
            IsEnabled: true,
            UserType: "Member",
            CreationType: null,
            ExternalUserState: null,
            IsSynchronised: false,
            TakenAt.AddYears(-2),
            [new(P2, IsEnabled: true)]
        );

    /// <summary>A role-assignable security group with assigned membership.</summary>
    public static Group Group(string name) =>
        new(
            Id(name),
            name,
            IsRoleAssignable: true,
            IsSecurityEnabled: true,
            IsMailEnabled: false,
            IsDynamic: false,
            IsMicrosoft365: false,
            IsSynchronised: false,
            HasHiddenMembership: false,
            IsManagementRestricted: false,
            TakenAt.AddYears(-1)
        );

    /// <summary>An application of the tenant.</summary>
    public static ServicePrincipal Workload(string name) =>
        new(Id(name), Id("app " + name), name, IsEnabled: true, "Application", Tenant.Tenant.Id);

    /// <summary>Settings of a role as the practice wants them for the highest roles: all asked, 8 hours, one approver.</summary>
    public static RoleSettings Settings(SettingsOwner owner) =>
        new(
            owner,
            $"policy of {owner.Id:D} {owner.Access}",
            ChangedAt: TakenAt.AddMonths(-3),
            LongestActivation: TimeSpan.FromHours(8),
            Mfa: true,
            Justification: true,
            Ticket: false,
            ContextRequired: false,
            AuthenticationContext: null,
            ApprovalRequired: true,
            [new(ApproverKind.User, Id("Approver"), "Approver", IsBackup: false)],
            PermanentEligibleAllowed: false,
            LongestEligible: TimeSpan.FromDays(365),
            PermanentActiveAllowed: false,
            LongestActive: TimeSpan.FromDays(15),
            AssigningMfa: true,
            AssigningJustification: true,
            Notifications: []
        );

    public static PartRecord Complete(SnapshotParts part) =>
        new(
            part,
            PartStatus.Complete,
            null,
            null,
            $"GET {part}",
            $"{part}.Read",
            1,
            1,
            1,
            0,
            0,
            100,
            TakenAt,
            TakenAt,
            []
        );
}
