using System.Collections.Immutable;
using PimAudit.Model;
using static PimAudit.Reports.Tests.SampleIds;

namespace PimAudit.Reports.Tests;

/// <summary>Who reaches which role in the invented tenant, and through which groups.</summary>
internal static class SampleAccess
{
    private static readonly DateTimeOffset NextYear = new(2027, 3, 31, 0, 0, 0, TimeSpan.Zero);

    public static ImmutableArray<AccessRow> Rows { get; } =
    [
        Row(Approach.Direct, RoleTier.HighlyPrivileged, Stands(User("Dario Venn"), GlobalAdmin)),
        Row(Approach.Direct, RoleTier.HighlyPrivileged, Stands(User("emergency-access-1"), GlobalAdmin)) with
        {
            Exempt = true,
        },
        Row(Approach.Direct, RoleTier.HighlyPrivileged, Stands(User("emergency-access-2"), GlobalAdmin)) with
        {
            Exempt = true,
        },
        .. Many(["Noor Fairlie", "Jorun Wexley", "Piet Achterberg", "Ana Coutinho"], GlobalAdmins, GlobalAdmin),
        .. Bundle(["Ines Falk", "Rui Tavares", "Sofie Lund"], TenantOperations, RoleAdmin),
        .. Many(["Kari Moe", "Luc Perrin", "Abel Nkomo", "Tove Dahl", "Imre Toth"], ExchangeAdmins, ExchangeAdmin),
        Row(Approach.Direct, RoleTier.Privileged, Stands(User("Oskar Thornby"), UserAdmin)),
        Row(Approach.Direct, RoleTier.Privileged, Stands(Application("hr-provisioning"), UserAdmin)),
        Row(
            Approach.Direct,
            RoleTier.Privileged,
            Eligible(User("Marisol Quaye"), SecurityAdmin) with
            {
                EndsAt = NextYear,
            }
        ),
        Row(
            Approach.Standing,
            RoleTier.Privileged,
            StandsIn(User("Yara Haddad"), SharePointAdmins),
            Stands(SharePointAdmins, SharePointAdmin)
        ),
        .. Bundle(["Bo Lindqvist", "Cleo Marsh", "Dina Roth", "Emil Svoboda"], HelpdeskAdmins, UserAdmin),
        .. Bundle(["Bo Lindqvist", "Cleo Marsh", "Dina Roth", "Emil Svoboda"], HelpdeskAdmins, PasswordAdmin),
        .. Nested(["Mira Solberg", "Olu Adeyemi"], UserAdmin),
        .. Nested(["Mira Solberg", "Olu Adeyemi"], HelpdeskAdmin),
        Row(
            Approach.Approach2,
            RoleTier.Privileged,
            StandsIn(User("Lena Brandt"), HelpdeskAdmins),
            Stands(HelpdeskAdmins, UserAdmin)
        ),
        Row(
            Approach.Approach2,
            RoleTier.Privileged,
            Eligible(User("Gil Ferrer"), HelpdeskAdmins) with
            {
                Relation = HopRelation.Owner,
            },
            Stands(HelpdeskAdmins, UserAdmin)
        ) with
        {
            Band = PathBand.Takeover,
        },
    ];

    public static ImmutableArray<GroupRow> Groups { get; } =
    [
        Group(GlobalAdmins, Approach.Approach1, standing: 4, eligible: 0, GlobalAdmin),
        Group(ExchangeAdmins, Approach.Approach1, standing: 5, eligible: 0, ExchangeAdmin),
        Group(SharePointAdmins, Approach.Standing, standing: 4, eligible: 0, SharePointAdmin),
        Group(HelpdeskAdmins, Approach.Approach2, standing: 1, eligible: 7, UserAdmin, PasswordAdmin, HelpdeskAdmin),
        Group(TenantOperations, Approach.Approach2, standing: 0, eligible: 3, RoleAdmin),
        Group(ReportsReaders, Approach.Dormant, standing: 0, eligible: 0, ReportsReader),
        Group(ServiceDeskOnsite, Approach.Unknown, standing: 6, eligible: 0) with
        {
            IsRoleAssignable = false,
            MembersActivated = null,
        },
    ];

    public static Hop Stands(ObjectRef from, ObjectRef to) => Make(from, to, HopRelation.Role, HopState.Standing, null);

    public static Hop StandsIn(ObjectRef from, ObjectRef group) =>
        Make(from, group, HopRelation.Member, HopState.Standing, null);

    public static Hop Eligible(ObjectRef from, ObjectRef to) =>
        Make(from, to, HopRelation.Role, HopState.Eligible, Gates(to, access: null));

    public static Hop EligibleIn(ObjectRef from, ObjectRef group) =>
        Make(from, group, HopRelation.Member, HopState.Eligible, Gates(group, GroupAccess.Member));

    public static Hop Renamed(Hop hop, string name) =>
        hop with
        {
            From = hop.From with { DisplayName = name },
            To = hop.To with { DisplayName = name },
        };

    public static AccessRow Renamed(AccessRow row, string name) =>
        row with
        {
            Principal = row.Principal with { DisplayName = name },
            PrincipalName = name,
            Role = row.Role with { DisplayName = name },
            Hops = [.. row.Hops.Select(hop => Renamed(hop, name))],
        };

    private static IEnumerable<AccessRow> Many(string[] people, ObjectRef group, ObjectRef role) =>
        people.Select(name =>
            Row(Approach.Approach1, TierOf(role), StandsIn(User(name), group), Eligible(group, role))
        );

    private static IEnumerable<AccessRow> Bundle(string[] people, ObjectRef group, ObjectRef role) =>
        people.Select(name =>
            Row(Approach.Approach2, TierOf(role), EligibleIn(User(name), group), Stands(group, role))
        );

    private static IEnumerable<AccessRow> Nested(string[] people, ObjectRef role) =>
        people.Select(name =>
            Row(
                Approach.Approach2,
                RoleTier.Privileged,
                StandsIn(User(name), ServiceDeskOnsite),
                EligibleIn(ServiceDeskOnsite, HelpdeskAdmins),
                Stands(HelpdeskAdmins, role)
            )
        );

    private static RoleTier TierOf(ObjectRef role) =>
        role == GlobalAdmin || role == RoleAdmin ? RoleTier.HighlyPrivileged : RoleTier.Privileged;

    private static AccessRow Row(Approach approach, RoleTier tier, params ImmutableArray<Hop> hops)
    {
        var path = new AccessPath(hops[0].From, hops[^1].To, "/", hops, PathBand.Certain, approach);
        return new(
            Hash(string.Join('>', hops.Select(hop => hop.From.Id)) + path.Role.Id)[..32],
            path.Principal,
            path.Principal.Kind is ObjectKind.User
                ? path.Principal.Label.Replace(' ', '.').ToLowerInvariant() + "@contoso.example"
                : Id("app of " + path.Principal.Label).ToString("D"),
            PrincipalEnabled: true,
            path.Role,
            tier,
            WholeTenant,
            hops,
            PathBand.Certain,
            path.State,
            path.StartsAt,
            path.EndsAt,
            IsPermanent: path.EndsAt is null,
            approach,
            Exempt: false
        );
    }

    private static GroupRow Group(
        ObjectRef group,
        Approach approach,
        int standing,
        int eligible,
        params ObjectRef[] roles
    ) =>
        new(
            group,
            IsRoleAssignable: true,
            "security",
            Owners: 0,
            standing,
            eligible,
            MembersActivated: 0,
            [
                .. roles.Select(role => new GroupGrantRow(
                    role,
                    WholeTenant,
                    approach,
                    Eligible: approach is Approach.Approach1,
                    Active: approach is not Approach.Approach1
                )),
            ],
            approach
        );

    private static Hop Make(ObjectRef from, ObjectRef to, HopRelation relation, HopState state, Gates? gates) =>
        new(
            from,
            to,
            relation,
            state,
            StartsAt: null,
            EndsAt: null,
            gates,
            [new Evidence(SnapshotParts.ActiveAssignments, Id(from.Id + to.Id).ToString("D"))]
        );

    private static Gates Gates(ObjectRef owner, GroupAccess? access) =>
        new(
            owner,
            access,
            Gap: null,
            Mfa: true,
            ContextRequired: false,
            Context: null,
            Justification: true,
            Ticket: false,
            Approval: owner == GlobalAdmin,
            Approvers: [],
            TimeSpan.FromHours(8)
        );
}
