using System.Collections.Immutable;

namespace PimAudit.Model;

/// <summary>What a workload signs in with.</summary>
public enum CredentialKind
{
    Password,
    Key,
}

/// <summary>A credential of an application or service principal: its dates, never the secret.</summary>
/// <param name="KeyId">Null when Graph did not say.</param>
/// <param name="StartsAt">UTC; null when Graph did not say.</param>
/// <param name="EndsAt">UTC; null when Graph did not say, which is not "never".</param>
/// <remarks>Source: <c>passwordCredentials</c> and <c>keyCredentials</c>.</remarks>
public sealed record Credential(CredentialKind Kind, Guid? KeyId, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt);

/// <summary>The application behind a service principal that holds a role, registered in this tenant.</summary>
/// <param name="Id">Object id of the application.</param>
/// <param name="AppId">Client id, shared with the service principal.</param>
/// <param name="Credentials">Null when not read.</param>
/// <remarks>Source: Graph v1.0 <c>applications?$filter=appId eq '...'</c>.</remarks>
public sealed record Application(Guid Id, Guid AppId, string? DisplayName, ImmutableArray<Credential>? Credentials);

/// <summary>Who may change an application or a service principal, its credentials included.</summary>
/// <param name="ObjectId">Object id of the application or service principal.</param>
/// <param name="OwnerId">Object id of the owner.</param>
/// <param name="OwnerKind">As Graph's <c>@odata.type</c> says.</param>
/// <remarks>Source: Graph v1.0 <c>servicePrincipals/{id}/owners</c> and <c>applications/{id}/owners</c>.</remarks>
public sealed record WorkloadOwner(Guid ObjectId, Guid OwnerId, ObjectKind OwnerKind);
