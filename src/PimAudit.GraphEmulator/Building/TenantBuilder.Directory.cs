using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

public sealed partial class TenantBuilder
{
    /// <summary>A member with a P2 licence, unless said otherwise.</summary>
    /// <param name="name">Display name.</param>
    /// <param name="userPrincipalName">Null: made from the name and the tenant's domain.</param>
    /// <param name="guest">Invited from another tenant.</param>
    public TenantBuilder User(
        string name,
        string? userPrincipalName = null,
        string? jobTitle = null,
        bool enabled = true,
        bool licensed = true,
        bool guest = false,
        bool synchronised = false
    )
    {
        var account = userPrincipalName ?? Account(name, guest);
        var words = name.Split(' ');
        var body = new JsonObject
        {
            ["businessPhones"] = new JsonArray(),
            ["displayName"] = name,
            ["givenName"] = words[0],
            ["jobTitle"] = jobTitle,
            ["mail"] = account,
            ["mobilePhone"] = null,
            ["officeLocation"] = null,
            ["preferredLanguage"] = null,
            ["surname"] = words.Length > 1 ? words[^1] : null,
            ["userPrincipalName"] = account,
            ["accountEnabled"] = enabled,
            ["assignedLicenses"] = new JsonArray(),
            ["assignedPlans"] = licensed ? new JsonArray(Plan(Licences.PremiumP2, "Enabled")) : new JsonArray(),
            ["createdDateTime"] = Moment(Now.AddYears(-2)),
            ["creationType"] = guest ? "Invitation" : null,
            ["externalUserState"] = guest ? "Accepted" : null,
            ["onPremisesSyncEnabled"] = synchronised ? true : null,
            ["userType"] = guest ? "Guest" : "Member",
        };
        return Add(name, EntryKind.User, body);
    }

    /// <summary>Several ordinary members.</summary>
    public TenantBuilder Users(params IEnumerable<string> names)
    {
        foreach (var name in names)
            User(name);
        return this;
    }

    /// <summary>A security group with assigned membership; both sides have untouched PIM settings.</summary>
    public TenantBuilder Group(string name, bool roleAssignable = false, string? description = null)
    {
        var body = new JsonObject
        {
            ["deletedDateTime"] = null,
            ["classification"] = null,
            ["createdDateTime"] = Moment(Now.AddYears(-1)),
            ["description"] = description,
            ["displayName"] = name,
            ["expirationDateTime"] = null,
            ["groupTypes"] = new JsonArray(),
            ["isAssignableToRole"] = roleAssignable ? true : null,
            ["mail"] = null,
            ["mailEnabled"] = false,
            ["mailNickname"] = NewId("nickname", name)[..8],
            ["membershipRule"] = null,
            ["membershipRuleProcessingState"] = null,
            ["onPremisesLastSyncDateTime"] = null,
            ["onPremisesSecurityIdentifier"] = null,
            ["onPremisesSyncEnabled"] = null,
            ["resourceBehaviorOptions"] = new JsonArray(),
            ["resourceProvisioningOptions"] = new JsonArray(),
            ["securityEnabled"] = true,
            ["visibility"] = roleAssignable ? "Private" : null,
            ["isManagementRestricted"] = null,
        };
        Add(name, EntryKind.Group, body);
        UntouchedSettings(name, GroupSide.Member);
        UntouchedSettings(name, GroupSide.Owner);
        return this;
    }

    /// <summary>An application of this tenant, or with <c>ManagedIdentity</c> an Azure resource's identity.</summary>
    public TenantBuilder ServicePrincipal(string name, string type = "Application", bool enabled = true)
    {
        var appId = NewId("application", name);
        var body = new JsonObject
        {
            ["deletedDateTime"] = null,
            ["accountEnabled"] = enabled,
            ["alternativeNames"] = new JsonArray(),
            ["appDisplayName"] = name,
            ["appId"] = appId,
            ["appOwnerOrganizationId"] = Tenant.Id.ToString(),
            ["appRoleAssignmentRequired"] = false,
            ["disabledByMicrosoftStatus"] = null,
            ["displayName"] = name,
            ["keyCredentials"] = new JsonArray(),
            ["passwordCredentials"] = new JsonArray(),
            ["servicePrincipalNames"] = new JsonArray(appId),
            ["servicePrincipalType"] = type,
            ["tags"] = new JsonArray(),
        };
        return Add(name, EntryKind.ServicePrincipal, body);
    }

    /// <summary>An administrative unit, which then serves as a scope by its name.</summary>
    public TenantBuilder AdministrativeUnit(string name, bool restricted = false)
    {
        var body = new JsonObject
        {
            ["deletedDateTime"] = null,
            ["displayName"] = name,
            ["description"] = null,
            ["isMemberManagementRestricted"] = restricted,
            ["membershipRule"] = null,
            ["membershipType"] = null,
            ["membershipRuleProcessingState"] = null,
            ["visibility"] = null,
        };
        return Add(name, EntryKind.AdministrativeUnit, body);
    }

    /// <summary>A principal that assignments may name although this tenant never had it: a partner's, or purged.</summary>
    public TenantBuilder Foreign(string name)
    {
        Tenant.Directory.Reserve(name, IdFor("foreign", name));
        return this;
    }

    private TenantBuilder Add(string name, EntryKind kind, JsonObject body)
    {
        var id = IdFor(kind.ToString(), name);
        Tenant.Directory.Reserve(name, id);
        body.Insert(0, "id", id.ToString());
        Tenant.Directory.Add(id, new DirectoryEntry(kind, body));
        return this;
    }

    private Guid IdFor(string kind, string name) => Guid.Parse(NewId(kind, name));

    private string Account(string name, bool guest)
    {
        var local = name.ToLowerInvariant().Replace(' ', '.');
        return guest ? $"{local}_partner.example#EXT#@{Tenant.Domain}" : $"{local}@{Tenant.Domain}";
    }

    private JsonObject Plan(string servicePlan, string status) =>
        new()
        {
            ["assignedDateTime"] = Moment(Now.AddYears(-1)),
            ["capabilityStatus"] = status,
            ["service"] = "AADPremiumService",
            ["servicePlanId"] = servicePlan,
        };
}
