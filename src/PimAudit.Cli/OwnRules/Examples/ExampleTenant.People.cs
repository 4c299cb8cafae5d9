using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Users, groups and what else has an id.</summary>
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
            Shown(name, given),
            given?.Text("userPrincipalName") ?? $"{name.Replace(' ', '.').ToLowerInvariant()}@contoso.example",
            Told(given, "enabled", standard: true),
            Told(given, "guest", standard: false) switch
            {
                null => null,
                true => "Guest",
                false => "Member",
            },
            given?.Text("creationType"),
            given?.Text("externalUserState"),
            Told(given, "synchronised", standard: false),
            IsUnknown(given, "created")
                ? null
                : TakenAt - (given is null ? null : Time(given, "created")) ?? TakenAt.AddYears(-2),
            Plans(given)
        );

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

        NamedGroups();
    }

    private static Group Group(string name, YamlMap? given) =>
        new(
            ExampleNames.Id(name),
            Shown(name, given),
            Told(given, "roleAssignable", standard: true),
            Told(given, "securityEnabled", standard: true),
            Told(given, "mailEnabled", standard: false),
            Told(given, "dynamic", standard: false),
            Told(given, "microsoft365", standard: false),
            Told(given, "synchronised", standard: false),
            Told(given, "hiddenMembership", standard: false),
            Told(given, "managementRestricted", standard: false),
            TakenAt - (given is null ? null : Time(given, "created")) ?? TakenAt.AddYears(-1)
        );

    /// <summary>Custom roles, administrative units, what was deleted, and emergency accounts.</summary>
    private void Others()
    {
        Roles();
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
