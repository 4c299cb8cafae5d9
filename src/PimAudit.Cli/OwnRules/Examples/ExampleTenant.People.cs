using System.Collections.Immutable;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Users, groups, applications and what else has an id.</summary>
internal sealed partial class ExampleTenant
{
    private void People()
    {
        foreach (var (name, given) in Named("users"))
        {
            names.Add(name, ObjectKind.User);
            tenant = tenant with { Users = [.. tenant.Users, User(name, given)] };
            Use(name, given);
            given?.RefuseOtherKeys();
        }
    }

    private static User User(string name, YamlMap? given) =>
        new(
            ExampleNames.Id(name),
            name,
            given?.Text("userPrincipalName") ?? $"{name.Replace(' ', '.').ToLowerInvariant()}@contoso.example",
            given?.Flag("enabled") ?? true,
            given?.Flag("guest") is true ? "Guest" : "Member",
            CreationType: null,
            ExternalUserState: null,
            given?.Flag("synchronised") ?? false,
            TakenAt - (given is null ? null : Time(given, "created")) ?? TakenAt.AddYears(-2),
            given?.Flag("licensed") is false ? [] : [new(EntraPlans.P2, IsEnabled: true)]
        );

    /// <summary>Sign-ins and registered methods: as those of somebody who worked yesterday, unless said otherwise.</summary>
    private void Use(string name, YamlMap? given)
    {
        DateTimeOffset? signedIn = given?.Text("signedIn") is "never"
            ? null
            : TakenAt - ((given is null ? null : Time(given, "signedIn")) ?? TimeSpan.FromDays(1));
        var methods = given?.Texts("methods");
        var registered = given?.Flag("mfaRegistered") ?? methods is not { IsEmpty: true };
        tenant = tenant with
        {
            SignInActivities = [.. tenant.SignInActivities, new(ExampleNames.Id(name), signedIn, signedIn, signedIn)],
            RegistrationDetails =
            [
                .. tenant.RegistrationDetails,
                new(
                    ExampleNames.Id(name),
                    registered,
                    given?.Flag("mfaCapable") ?? registered,
                    IsAdmin: null,
                    methods ?? ["fido2SecurityKey"],
                    TakenAt
                ),
            ],
        };
        if (given?.Texts("inGroups") is { } groups)
            tenant = tenant with
            {
                GroupsOfUsers =
                [
                    .. tenant.GroupsOfUsers,
                    new(ExampleNames.Id(name), [.. groups.Select(ExampleNames.Id)]),
                ],
            };
    }

    private void Groups()
    {
        foreach (var (name, given) in Named("groups"))
        {
            names.Add(name, ObjectKind.Group);
            tenant = tenant with { Groups = [.. tenant.Groups, Group(name, given)] };
            foreach (var parent in given?.Texts("inside") ?? [])
                tenant = tenant with
                {
                    GroupParents = [.. tenant.GroupParents, new(ExampleNames.Id(name), ExampleNames.Id(parent))],
                };
            given?.RefuseOtherKeys();
        }

        foreach (var (name, given) in Named("namedGroups"))
        {
            names.Add(name, ObjectKind.Group);
            tenant = tenant with { NamedGroups = [.. tenant.NamedGroups, Group(name, given)] };
            given?.RefuseOtherKeys();
        }
    }

    private static Group Group(string name, YamlMap? given) =>
        new(
            ExampleNames.Id(name),
            name,
            given?.Flag("roleAssignable") ?? true,
            given?.Flag("securityEnabled") ?? true,
            given?.Flag("mailEnabled") ?? false,
            given?.Flag("dynamic") ?? false,
            given?.Flag("microsoft365") ?? false,
            given?.Flag("synchronised") ?? false,
            given?.Flag("hiddenMembership") ?? false,
            given?.Flag("managementRestricted") ?? false,
            TakenAt - (given is null ? null : Time(given, "created")) ?? TakenAt.AddYears(-1)
        );

    private void Applications()
    {
        foreach (var (name, given) in Named("applications"))
        {
            names.Add(name, ObjectKind.ServicePrincipal);
            var home = given?.Flag("foreign") is true ? ExampleNames.Id("Another tenant") : TenantId;
            var kind = given?.Flag("managedIdentity") is true ? "ManagedIdentity" : "Application";
            var appId = ExampleNames.Id($"app {name}");
            var credentials = Credentials(given);
            tenant = tenant with
            {
                ServicePrincipals =
                [
                    .. tenant.ServicePrincipals,
                    new(ExampleNames.Id(name), appId, name, given?.Flag("enabled") ?? true, kind, home, []),
                ],
                Applications =
                [
                    .. tenant.Applications,
                    new(ExampleNames.Id($"registration {name}"), appId, name, credentials),
                ],
            };
            foreach (var owner in given?.Texts("owners") ?? [])
                tenant = tenant with
                {
                    ServicePrincipalOwners =
                    [
                        .. tenant.ServicePrincipalOwners,
                        new(ExampleNames.Id(name), ExampleNames.Id(owner), names.KindOf(owner)),
                    ],
                };
            foreach (var owner in given?.Texts("registrationOwners") ?? [])
                tenant = tenant with
                {
                    ApplicationOwners =
                    [
                        .. tenant.ApplicationOwners,
                        new(ExampleNames.Id($"registration {name}"), ExampleNames.Id(owner), names.KindOf(owner)),
                    ],
                };
            given?.RefuseOtherKeys();
        }
    }

    private static ImmutableArray<Credential> Credentials(YamlMap? given) =>
        [
            .. (given?.Maps("credentials") ?? []).Select(one =>
            {
                var kind = one.OneOf("kind", ["password", "key"]) is "key"
                    ? CredentialKind.Key
                    : CredentialKind.Password;
                var credential = new Credential(
                    kind,
                    ExampleNames.Id($"credential {one.Line}"),
                    TakenAt - (Time(one, "started") ?? TimeSpan.FromDays(100)),
                    TakenAt + (Time(one, "ends") ?? TimeSpan.FromDays(100))
                );
                one.RefuseOtherKeys();
                return credential;
            }),
        ];

    /// <summary>Custom roles, administrative units, what was deleted, and emergency accounts.</summary>
    private void Others()
    {
        foreach (var (name, given) in Named("roles"))
        {
            names.AddRole(name);
            var role = new RoleDefinition(
                ExampleNames.Id(name),
                name,
                false,
                true,
                null,
                given?.Texts("actions") ?? []
            );
            tenant = tenant with { Roles = [.. tenant.Roles, role] };
            given?.RefuseOtherKeys();
        }

        foreach (var (name, given) in Named("administrativeUnits"))
        {
            tenant = tenant with
            {
                AdministrativeUnits =
                [
                    .. tenant.AdministrativeUnits,
                    new(ExampleNames.Id(name), name, given?.Flag("restricted") ?? false),
                ],
            };
            given?.RefuseOtherKeys();
        }

        Gone();
        EmergencyAccounts();
    }

    private void Gone()
    {
        foreach (var (name, given) in Named("deleted"))
        {
            names.Add(name, ObjectKind.User);
            var ago = (given is null ? null : Time(given, "ago")) ?? TimeSpan.FromDays(10);
            tenant = tenant with
            {
                DeletedObjects =
                [
                    .. tenant.DeletedObjects,
                    new(ExampleNames.Id(name), ObjectKind.User, name, TakenAt - ago),
                ],
            };
            given?.RefuseOtherKeys();
        }

        foreach (var name in map.Texts("unresolved") ?? [])
        {
            names.Add(name, ObjectKind.Unresolved);
            tenant = tenant with { UnresolvedObjects = [.. tenant.UnresolvedObjects, new(ExampleNames.Id(name))] };
        }
    }

    /// <summary>An entry that names nobody of the example is configured all the same, and the tenant does not have it.</summary>
    private void EmergencyAccounts()
    {
        foreach (var name in map.Texts("emergencyAccounts") ?? [])
        {
            var entry = names.Has(name) ? ExampleNames.Id(name).ToString("D") : name;
            EmergencyEntries = EmergencyEntries.Add(entry);
            tenant = tenant with
            {
                EmergencyAccounts =
                [
                    .. tenant.EmergencyAccounts,
                    new(entry, names.Has(name) ? ExampleNames.Id(name) : null),
                ],
            };
        }
    }

    private void Licences()
    {
        if (map.Map("licence") is not { } given)
            return;

        tenant = tenant with
        {
            Subscriptions = given.Flag("none") is true
                ? []
                : [Subscription(given.Number("seats") ?? 1000, given.Text("status") ?? "Enabled")],
        };
        isUnlicensed = given.Flag("none") is true;
        given.RefuseOtherKeys();
    }
}
