using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>A plan that a user's licences give him.</summary>
/// <param name="ServicePlanId">Id of the plan, the same in every tenant.</param>
/// <param name="IsEnabled">True when <c>capabilityStatus</c> is Enabled or Warning: the user may use it today.</param>
public sealed record AssignedPlan(Guid ServicePlanId, bool IsEnabled);

/// <summary>A user that a path touches, or that the configuration names.</summary>
/// <param name="Id">Object id.</param>
/// <param name="DisplayName">As the tenant wrote it; null when not read.</param>
/// <param name="UserPrincipalName">Null when not read.</param>
/// <param name="IsEnabled"><c>accountEnabled</c>; null when not read.</param>
/// <param name="UserType"><c>Member</c> or <c>Guest</c>; null when not read.</param>
/// <param name="CreationType">Null for an ordinary account.</param>
/// <param name="ExternalUserState">Null for an account that was not invited.</param>
/// <param name="IsSynchronised"><c>onPremisesSyncEnabled</c>, Graph's null being no; null when not read.</param>
/// <param name="CreatedAt">UTC; null when not read.</param>
/// <param name="Plans">Null when not read; empty when the user has no licence.</param>
/// <remarks>Source: Graph v1.0 <c>users</c> by id.</remarks>
public sealed record User(
    Guid Id,
    string? DisplayName,
    string? UserPrincipalName,
    bool? IsEnabled,
    string? UserType,
    string? CreationType,
    string? ExternalUserState,
    bool? IsSynchronised,
    DateTimeOffset? CreatedAt,
    ImmutableArray<AssignedPlan>? Plans
)
{
    public ObjectRef Reference => new(ObjectKind.User, Id, DisplayName);

    /// <summary>By <c>userType</c>, <c>creationType</c> or <c>externalUserState</c>, never by the text of the name. Null: unknown.</summary>
    public bool? IsGuest =>
        string.Equals(UserType, "Guest", StringComparison.OrdinalIgnoreCase)
        || string.Equals(CreationType, "Invitation", StringComparison.OrdinalIgnoreCase)
        || !string.IsNullOrEmpty(ExternalUserState)
            ? true
        : UserType is null ? null
        : false;
}

/// <summary>A group that a path touches.</summary>
/// <param name="Id">Object id.</param>
/// <param name="DisplayName">As the tenant wrote it; null when not read.</param>
/// <param name="IsRoleAssignable"><c>isAssignableToRole</c>, Graph's null being no; null when not read.</param>
/// <param name="IsSecurityEnabled">Null when not read.</param>
/// <param name="IsMailEnabled">Null when not read.</param>
/// <param name="IsDynamic"><c>groupTypes</c> holds DynamicMembership; null when not read.</param>
/// <param name="IsMicrosoft365"><c>groupTypes</c> holds Unified; null when not read.</param>
/// <param name="IsSynchronised"><c>onPremisesSyncEnabled</c>, Graph's null being no; null when not read.</param>
/// <param name="HasHiddenMembership"><c>visibility</c> is HiddenMembership; null when not read.</param>
/// <param name="IsManagementRestricted">In a restricted management administrative unit, Graph's null being no; null when not read.</param>
/// <param name="CreatedAt">UTC; null when not read.</param>
/// <remarks>Source: Graph v1.0 <c>groups</c>.</remarks>
public sealed record Group(
    Guid Id,
    string? DisplayName,
    bool? IsRoleAssignable,
    bool? IsSecurityEnabled,
    bool? IsMailEnabled,
    bool? IsDynamic,
    bool? IsMicrosoft365,
    bool? IsSynchronised,
    bool? HasHiddenMembership,
    bool? IsManagementRestricted,
    DateTimeOffset? CreatedAt
)
{
    public ObjectRef Reference => new(ObjectKind.Group, Id, DisplayName);
}

/// <summary>An application's identity in the tenant, or a managed identity.</summary>
/// <param name="Id">Object id of the service principal.</param>
/// <param name="AppId">Client id; null when not read.</param>
/// <param name="DisplayName">Null when not read.</param>
/// <param name="IsEnabled"><c>accountEnabled</c>; null when not read.</param>
/// <param name="Type"><c>servicePrincipalType</c>: Application, ManagedIdentity, ...; null when not read.</param>
/// <param name="OwnerOrganizationId">Tenant in which the application is registered; null when not told.</param>
/// <param name="Credentials">Those of the service principal itself; null when not read.</param>
/// <remarks>Source: Graph v1.0 <c>servicePrincipals</c>.</remarks>
public sealed record ServicePrincipal(
    Guid Id,
    Guid? AppId,
    string? DisplayName,
    bool? IsEnabled,
    string? Type,
    Guid? OwnerOrganizationId,
    ImmutableArray<Credential>? Credentials = null
)
{
    public ObjectRef Reference => new(ObjectKind.ServicePrincipal, Id, DisplayName);
}

/// <summary>An object that assignments still name although the directory has deleted it.</summary>
/// <param name="DeletedAt">UTC.</param>
/// <remarks>Source: Graph v1.0 <c>directory/deletedItems/{id}</c>.</remarks>
public sealed record DeletedObject(Guid Id, ObjectKind Kind, string? DisplayName, DateTimeOffset DeletedAt)
{
    public ObjectRef Reference => new(Kind, Id, DisplayName);
}

/// <summary>An id that is neither in the directory nor among its deleted items: purged, or of another tenant.</summary>
public sealed record UnresolvedObject(Guid Id);

/// <summary>An administrative unit.</summary>
/// <param name="IsRestricted"><c>isMemberManagementRestricted</c>; null when not read.</param>
public sealed record AdministrativeUnit(Guid Id, string? DisplayName, bool? IsRestricted);

/// <summary>What became of one configured emergency account at the start of the collection.</summary>
/// <param name="Entry">As the configuration writes it: an object id or a user principal name.</param>
/// <param name="ObjectId">Null when the tenant does not have it; a look-up that failed is a gap of the part, not a row.</param>
public sealed record EmergencyAccountEntry(string Entry, Guid? ObjectId);
