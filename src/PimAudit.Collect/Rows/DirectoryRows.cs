using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using PimAudit.Model;

namespace PimAudit.Collect;

internal sealed record DomainRow(string? Name = null, bool? IsDefault = null, bool? IsInitial = null);

internal sealed record OrganizationRow(Guid Id, string? DisplayName = null, DomainRow[]? VerifiedDomains = null)
{
    public Tenant ToModel() =>
        new(
            Id,
            DisplayName,
            VerifiedDomains?.FirstOrDefault(domain => domain.IsDefault is true)?.Name,
            VerifiedDomains?.FirstOrDefault(domain => domain.IsInitial is true)?.Name,
            VerifiedDomains is null
                ? null
                :
                [
                    .. VerifiedDomains
                        .Select(domain => domain.Name)
                        .OfType<string>()
                        .Distinct(StringComparer.OrdinalIgnoreCase)
                        .Order(StringComparer.Ordinal),
                ]
        );
}

internal sealed record ServicePlanRow(Guid? ServicePlanId = null, string? ProvisioningStatus = null);

internal sealed record SeatsRow(int? Enabled = null, int? Warning = null);

internal sealed record SubscribedSkuRow(
    Guid SkuId,
    string? SkuPartNumber = null,
    string? CapabilityStatus = null,
    SeatsRow? PrepaidUnits = null,
    ServicePlanRow[]? ServicePlans = null
)
{
    public Subscription ToModel() =>
        new(
            SkuId,
            SkuPartNumber ?? "",
            CapabilityStatus ?? throw new JsonException("A subscription has no status."),
            PrepaidUnits?.Enabled ?? throw new JsonException("A subscription does not say how many seats it has."),
            PrepaidUnits.Warning ?? 0,
            [
                .. (ServicePlans ?? throw new JsonException("A subscription has no plans."))
                    .Where(plan => Spelling.Same(plan.ProvisioningStatus, "Success"))
                    .Select(plan => plan.ServicePlanId)
                    .OfType<Guid>(),
            ]
        );
}

internal sealed record RolePermissionRow(string[]? AllowedResourceActions = null);

internal sealed record RoleDefinitionRow(
    Guid Id,
    bool IsBuiltIn,
    bool IsEnabled,
    string? DisplayName = null,
    string? TemplateId = null,
    RolePermissionRow[]? RolePermissions = null
)
{
    public RoleDefinition ToModel() =>
        new(Id, DisplayName, IsBuiltIn, IsEnabled, Spelling.Id(TemplateId), IsBuiltIn ? [] : [.. Actions()]);

    private IEnumerable<string> Actions() =>
        (RolePermissions ?? throw new JsonException("A custom role has no permissions."))
            .SelectMany(permission => permission.AllowedResourceActions ?? [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}

internal sealed record AssignedPlanRow(Guid? ServicePlanId = null, string? CapabilityStatus = null)
{
    public bool IsEnabled => Spelling.Same(CapabilityStatus, "Enabled") || Spelling.Same(CapabilityStatus, "Warning");
}

internal sealed record UserRow(
    Guid Id,
    string? DisplayName = null,
    string? UserPrincipalName = null,
    bool? AccountEnabled = null,
    string? UserType = null,
    string? CreationType = null,
    string? ExternalUserState = null,
    JsonElement OnPremisesSyncEnabled = default,
    DateTimeOffset? CreatedDateTime = null,
    AssignedPlanRow[]? AssignedPlans = null
)
{
    /// <summary>Where the identity may not read users Graph sends the id and nulls, without an error.</summary>
    private bool IsReadable => UserPrincipalName is not null || AccountEnabled is not null;

    public User ToModel() =>
        new(
            Id,
            DisplayName,
            UserPrincipalName,
            AccountEnabled,
            UserType,
            CreationType,
            ExternalUserState,
            IsReadable ? Spelling.NullIsNo(OnPremisesSyncEnabled) : null,
            Spelling.Moment(CreatedDateTime),
            IsReadable ? Plans() : null
        );

    private ImmutableArray<AssignedPlan>? Plans() =>
        AssignedPlans is null
            ? null
            :
            [
                .. AssignedPlans
                    .Where(plan => plan.ServicePlanId is not null)
                    .Select(plan => new AssignedPlan(plan.ServicePlanId!.Value, plan.IsEnabled))
                    .Distinct()
                    .OrderBy(plan => plan.ServicePlanId)
                    .ThenBy(plan => plan.IsEnabled),
            ];
}

internal sealed record GroupRow(
    Guid Id,
    string? DisplayName = null,
    JsonElement IsAssignableToRole = default,
    bool? SecurityEnabled = null,
    bool? MailEnabled = null,
    string[]? GroupTypes = null,
    JsonElement OnPremisesSyncEnabled = default,
    JsonElement Visibility = default,
    JsonElement IsManagementRestricted = default,
    DateTimeOffset? CreatedDateTime = null
)
{
    /// <summary>As for users: an id with nulls is a group that may not be read.</summary>
    private bool IsReadable => DisplayName is not null || SecurityEnabled is not null;

    public Group ToModel() =>
        new(
            Id,
            DisplayName,
            IsReadable ? Spelling.NullIsNo(IsAssignableToRole) : null,
            SecurityEnabled,
            MailEnabled,
            IsOfType("DynamicMembership"),
            IsOfType("Unified"),
            IsReadable ? Spelling.NullIsNo(OnPremisesSyncEnabled) : null,
            IsReadable ? HidesMembers() : null,
            IsReadable ? Spelling.NullIsNo(IsManagementRestricted) : null,
            Spelling.Moment(CreatedDateTime)
        );

    private bool? IsOfType(string type) => GroupTypes?.Contains(type, StringComparer.OrdinalIgnoreCase);

    private bool? HidesMembers() =>
        Visibility.ValueKind is JsonValueKind.Undefined
            ? null
            : Spelling.Same(Spelling.Text(Visibility), "HiddenMembership");
}

internal sealed record ServicePrincipalRow(
    Guid Id,
    string? AppId = null,
    string? DisplayName = null,
    bool? AccountEnabled = null,
    string? ServicePrincipalType = null,
    Guid? AppOwnerOrganizationId = null,
    CredentialRow[]? PasswordCredentials = null,
    CredentialRow[]? KeyCredentials = null
)
{
    public ServicePrincipal ToModel() =>
        new(
            Id,
            Spelling.Id(AppId),
            DisplayName,
            AccountEnabled,
            ServicePrincipalType,
            AppOwnerOrganizationId,
            CredentialRow.Of(PasswordCredentials, KeyCredentials)
        );
}

internal sealed record AdministrativeUnitRow(
    Guid Id,
    string? DisplayName = null,
    JsonElement IsMemberManagementRestricted = default
)
{
    public AdministrativeUnit ToModel() => new(Id, DisplayName, Spelling.NullIsNo(IsMemberManagementRestricted));
}

/// <summary>A directory object of which only id and type matter.</summary>
internal sealed record DirectoryObjectRow(
    Guid Id,
    [property: JsonPropertyName("@odata.type")] string? Type = null,
    string? DisplayName = null,
    DateTimeOffset? DeletedDateTime = null
)
{
    /// <summary>Unresolved where Graph did not tell the type, or told one that this version does not know: it may be a person's.</summary>
    /// <remarks>Source: an agent's user and an agent identity are subtypes of user and service principal.</remarks>
    public ObjectKind Kind =>
        Type?.TrimStart('#').ToUpperInvariant() switch
        {
            "MICROSOFT.GRAPH.USER" or "MICROSOFT.GRAPH.AGENTUSER" => ObjectKind.User,
            "MICROSOFT.GRAPH.GROUP" => ObjectKind.Group,
            "MICROSOFT.GRAPH.SERVICEPRINCIPAL"
            or "MICROSOFT.GRAPH.AGENTIDENTITY"
            or "MICROSOFT.GRAPH.AGENTIDENTITYBLUEPRINTPRINCIPAL" => ObjectKind.ServicePrincipal,
            "MICROSOFT.GRAPH.DEVICE"
            or "MICROSOFT.GRAPH.ORGCONTACT"
            or "MICROSOFT.GRAPH.APPLICATION"
            or "MICROSOFT.GRAPH.AGENTIDENTITYBLUEPRINT"
            or "MICROSOFT.GRAPH.ADMINISTRATIVEUNIT"
            or "MICROSOFT.GRAPH.DIRECTORYROLE" => ObjectKind.Other,
            _ => ObjectKind.Unresolved,
        };

    public DeletedObject ToDeleted() =>
        new(
            Id,
            Kind,
            DisplayName,
            Spelling.Moment(DeletedDateTime) ?? throw new JsonException("A deleted object has no time of deletion.")
        );
}
