using System.Collections.Immutable;
using System.Globalization;
using PimAudit.Engine;
using PimAudit.Model;

namespace PimAudit.Cli;

/// <summary>Applications: their service principals, their registrations in this tenant, and who owns either.</summary>
internal sealed partial class ExampleTenant
{
    private void Applications()
    {
        var all = Named("applications").ToList();
        foreach (var (name, _) in all)
            names.Add(name, ObjectKind.ServicePrincipal);
        foreach (var (name, given) in all)
        {
            ServicePrincipal(name, given);
            given?.RefuseOtherKeys();
        }
    }

    private void ServicePrincipal(string name, YamlMap? given)
    {
        var isForeign = given?.Flag("foreign") is true;
        var isManaged = given?.Flag("managedIdentity") is true;
        var servicePrincipal = new ServicePrincipal(
            ExampleNames.Id(name),
            AppId(name),
            Shown(name, given),
            Told(given, "enabled", standard: true),
            isManaged ? "ManagedIdentity" : "Application",
            isForeign ? OtherTenantId : TenantId,
            Credentials(given, "servicePrincipalCredentials")
        );
        tenant = tenant with
        {
            ServicePrincipals = [.. tenant.ServicePrincipals, servicePrincipal],
            ServicePrincipalOwners =
            [
                .. tenant.ServicePrincipalOwners,
                .. Owners(given, "owners", servicePrincipal.Id),
            ],
        };
        var registration = new Application(
            RegistrationId(name),
            AppId(name),
            Shown(name, given),
            Credentials(given, "credentials")
        );
        var registrationOwners = Owners(given, "registrationOwners", registration.Id);
        if (isForeign || isManaged)
            NoRegistration(given!);
        else
            tenant = tenant with
            {
                Applications = [.. tenant.Applications, registration],
                ApplicationOwners = [.. tenant.ApplicationOwners, .. registrationOwners],
            };
    }

    /// <summary>The application of a foreign service principal is in its own tenant, and a managed identity has none.</summary>
    private static void NoRegistration(YamlMap given)
    {
        foreach (var key in new[] { "credentials", "registrationOwners" }.Where(given.Keys.Contains))
            given.Issue(key, "stands only where the application is registered in this tenant");
    }

    private static Guid AppId(string name) => ExampleNames.Id($"app {name}");

    private static Guid RegistrationId(string name) => ExampleNames.Id($"registration {name}");

    private ImmutableArray<WorkloadOwner> Owners(YamlMap? given, string key, Guid objectId)
    {
        var owners = given?.Texts(key) ?? [];
        foreach (var odd in owners.Where(owner => !names.Has(owner)))
            given!.Issue(key, $"names '{odd}', whom this example does not have", Nearest.Of(odd, names.All));
        return [.. owners.Select(owner => new WorkloadOwner(objectId, ExampleNames.Id(owner), names.KindOf(owner)))];
    }

    private static ImmutableArray<Credential> Credentials(YamlMap? given, string key) =>
        [.. (given?.Maps(key) ?? []).Index().Select(one => Credential(one.Item, $"{key} {one.Index}"))];

    /// <summary>Begun 100 days ago, ending in 100; <c>ended</c> is a time ago.</summary>
    private static Credential Credential(YamlMap given, string place)
    {
        var kind = given.OneOf("kind", ["password", "key"]) is "key" ? CredentialKind.Key : CredentialKind.Password;
        DateTimeOffset? ends =
            IsUnknown(given, "ends") ? null
            : Time(given, "ended") is { } ago ? TakenAt - ago
            : TakenAt + (Time(given, "ends") ?? LongAgo);
        var credential = new Credential(
            kind,
            ExampleNames.Id(string.Create(CultureInfo.InvariantCulture, $"credential {given.Line} {place}")),
            TakenAt - (Time(given, "started") ?? LongAgo),
            ends
        );
        given.RefuseOtherKeys();
        return credential;
    }

    /// <summary>Registrations are read by service principal.</summary>
    private ImmutableArray<Application> WithoutRegistrations(Func<Guid, bool> isLost)
    {
        var lost = tenant.ServicePrincipals.Where(one => isLost(one.Id)).Select(one => one.AppId).ToHashSet();
        return [.. tenant.Applications.Where(one => !lost.Contains(one.AppId))];
    }
}
