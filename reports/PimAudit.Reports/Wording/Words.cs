using PimAudit.Model;

namespace PimAudit.Reports.Wording;

/// <summary>Nouns that every report writes alike.</summary>
public static class Words
{
    public static string Kind(ObjectKind kind) =>
        kind switch
        {
            ObjectKind.ServicePrincipal => "application",
            ObjectKind.Access => "group side",
            ObjectKind.AccessReview => "access review",
            ObjectKind.ConditionalAccessPolicy => "Conditional Access policy",
            ObjectKind.AuthenticationContext => "authentication context",
            ObjectKind.AdministrativeUnit => "administrative unit",
            ObjectKind.ConfigurationEntry => "configuration entry",
            ObjectKind.Part => "part of the snapshot",
            ObjectKind.Other => "other object",
            ObjectKind.Unresolved => "unresolved id",
            _ => kind.ToString().ToLowerInvariant(),
        };

    public static string Reason(MissingReason? reason) =>
        reason switch
        {
            MissingReason.Permission => "a permission is missing",
            MissingReason.Licence => "a licence is missing",
            MissingReason.Throttled => "Graph asked to wait until patience ended",
            MissingReason.Malformed => "an answer was not understood",
            MissingReason.Transport => "the connection failed",
            MissingReason.NotCollected => "it was not asked for in this run",
            MissingReason.SwitchedOff => "the configuration leaves it out",
            MissingReason.Configuration => "the configuration has a gap or a fault",
            _ => "the reason was not recorded",
        };

    /// <summary>The whole tenant, or the place as the result names it.</summary>
    public static string Scope(ObjectRef scope) => Scope(scope.Label);

    public static string Scope(string? scope) => scope is null or "/" ? "whole tenant" : scope;

    /// <summary>The tenant's name, or what identifies it where the name was not read.</summary>
    public static string Tenant(TenantInfo tenant) =>
        !string.IsNullOrWhiteSpace(tenant.DisplayName)
            ? tenant.DisplayName
            : tenant.DefaultDomain ?? tenant.Id.ToString("D");

    /// <summary>Who read the tenant; null where the token does not name its holder.</summary>
    public static string? Reader(CollectionRecord collection) =>
        string.IsNullOrWhiteSpace(collection.Identity)
        || string.Equals(collection.Identity, "unknown", StringComparison.Ordinal)
            ? null
            : collection.Identity;

    public static string Approach(Approach approach) =>
        approach switch
        {
            Model.Approach.Approach1 => "Approach 1",
            Model.Approach.Approach2 => "Approach 2",
            _ => Say.Word(approach),
        };

    public static string State(HopState state) =>
        state is HopState.Standing ? "active"
        : state is HopState.Unknown ? "active, kind unknown"
        : Say.Word(state).ToLowerInvariant();
}
