using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>The tenant itself.</summary>
/// <param name="InitialDomain">The verified domain that is <c>isInitial</c>; null when not read.</param>
/// <param name="Domains">Names of all verified domains, ordinal; null when not read.</param>
/// <remarks>Source: Graph v1.0 <c>organization</c>.</remarks>
public sealed record Tenant(
    Guid Id,
    string? DisplayName,
    string? DefaultDomain,
    string? InitialDomain,
    ImmutableArray<string>? Domains = null
)
{
    public ObjectRef Reference => new(ObjectKind.Tenant, Id, DisplayName);
}

/// <summary>A subscription of the tenant.</summary>
/// <param name="Status"><c>capabilityStatus</c>: Enabled, Warning, Suspended, Deleted, LockedOut.</param>
/// <param name="EnabledSeats"><c>prepaidUnits.enabled</c>.</param>
/// <param name="WarningSeats"><c>prepaidUnits.warning</c>: in the grace period.</param>
/// <param name="Plans">Ids of the service plans whose <c>provisioningStatus</c> is Success.</param>
/// <remarks>Source: Graph v1.0 <c>subscribedSkus</c>.</remarks>
public sealed record Subscription(
    Guid SkuId,
    string SkuPartNumber,
    string Status,
    int EnabledSeats,
    int WarningSeats,
    ImmutableArray<Guid> Plans
);

/// <summary>A role of the tenant.</summary>
/// <param name="Id">For a built-in role its template id; for a custom role its own id.</param>
/// <param name="TemplateId">Null when Graph did not say.</param>
/// <param name="Actions">Allowed resource actions of a custom role; empty for built-in roles.</param>
/// <remarks>Source: Graph v1.0 <c>roleManagement/directory/roleDefinitions</c>.</remarks>
public sealed record RoleDefinition(
    Guid Id,
    string? DisplayName,
    bool IsBuiltIn,
    bool IsEnabled,
    Guid? TemplateId,
    ImmutableArray<string> Actions
)
{
    public ObjectRef Reference => new(ObjectKind.Role, Id, DisplayName);
}
