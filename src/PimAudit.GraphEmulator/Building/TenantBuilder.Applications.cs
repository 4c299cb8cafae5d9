using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

public sealed partial class TenantBuilder
{
    /// <summary>The application object behind a service principal: same appId, own object id, no credentials.</summary>
    public TenantBuilder Application(string servicePrincipal)
    {
        var principal = ServicePrincipalBody(servicePrincipal);
        var id = EmulatedTenant.ApplicationId(Tenant.Id, Id(servicePrincipal));
        var body = new JsonObject
        {
            ["id"] = id.ToString(),
            ["deletedDateTime"] = null,
            ["appId"] = principal.Text("appId"),
            ["createdDateTime"] = Moment(Now.AddYears(-1)),
            ["displayName"] = principal.Text("displayName"),
            ["publisherDomain"] = Tenant.Domain,
            ["signInAudience"] = "AzureADMyOrg",
            ["tags"] = new JsonArray(),
            ["keyCredentials"] = new JsonArray(),
            ["passwordCredentials"] = new JsonArray(),
        };
        Tenant.Directory.Add(id, new DirectoryEntry(EntryKind.Application, body));
        return this;
    }

    /// <summary>A client secret.</summary>
    /// <param name="servicePrincipal">Whose application holds it, or who holds it itself.</param>
    /// <param name="end">UTC.</param>
    /// <param name="start">UTC; null: sixty days ago.</param>
    /// <param name="onApplication">On the application object, where people put it; else on the service principal.</param>
    public TenantBuilder AddPasswordCredential(
        string servicePrincipal,
        DateTimeOffset end,
        DateTimeOffset? start = null,
        bool onApplication = true
    ) =>
        AddCredential(
            servicePrincipal,
            onApplication,
            "passwordCredentials",
            keyId => new JsonObject
            {
                ["customKeyIdentifier"] = null,
                ["displayName"] = "Secret",
                ["endDateTime"] = Moment(end),
                ["hint"] = "abc",
                ["keyId"] = keyId,
                ["secretText"] = null,
                ["startDateTime"] = Moment(start ?? Now.AddDays(-60)),
            }
        );

    /// <summary>A certificate; parameters as of <see cref="AddPasswordCredential"/>.</summary>
    public TenantBuilder AddKeyCredential(
        string servicePrincipal,
        DateTimeOffset end,
        DateTimeOffset? start = null,
        bool onApplication = true
    ) =>
        AddCredential(
            servicePrincipal,
            onApplication,
            "keyCredentials",
            keyId => new JsonObject
            {
                ["customKeyIdentifier"] = keyId.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant(),
                ["displayName"] = $"CN={servicePrincipal}",
                ["endDateTime"] = Moment(end),
                ["key"] = null,
                ["keyId"] = keyId,
                ["startDateTime"] = Moment(start ?? Now.AddDays(-60)),
                ["type"] = "AsymmetricX509Cert",
                ["usage"] = "Verify",
            }
        );

    /// <summary>An owner of the application object behind the service principal.</summary>
    public TenantBuilder AddApplicationOwner(string owner, string servicePrincipal)
    {
        var application = ApplicationBody(servicePrincipal).Id("id")!.Value;
        Tenant.Directory.Owners.Add(application, Id(owner));
        return this;
    }

    private TenantBuilder AddCredential(
        string servicePrincipal,
        bool onApplication,
        string property,
        Func<string, JsonObject> credential
    )
    {
        var holder = onApplication ? ApplicationBody(servicePrincipal) : ServicePrincipalBody(servicePrincipal);
        var all = holder[property]!.AsArray();
        all.Add(credential(NewId(property, holder.Text("id")!, $"{all.Count}")));
        return this;
    }

    private JsonObject ServicePrincipalBody(string name) =>
        Tenant.Directory.Find(Id(name), EntryKind.ServicePrincipal)
        ?? throw new ArgumentException($"The tenant has no service principal '{name}'.", nameof(name));

    private JsonObject ApplicationBody(string servicePrincipal) =>
        Tenant.Directory.Find(EmulatedTenant.ApplicationId(Tenant.Id, Id(servicePrincipal)), EntryKind.Application)
        ?? throw new ArgumentException(
            $"'{servicePrincipal}' has no application in this tenant.",
            nameof(servicePrincipal)
        );
}
