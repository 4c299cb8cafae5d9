using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

/// <summary>The organisation, its subscriptions, Conditional Access and access reviews.</summary>
internal static class TenantEndpoints
{
    private const string Reviews = "identityGovernance/accessReviews/definitions";

    private static readonly Resource Organization = new(
        "organization",
        [
            "id",
            "deletedDateTime",
            "assignedPlans",
            "countryLetterCode",
            "createdDateTime",
            "defaultUsageLocation",
            "displayName",
            "onPremisesLastSyncDateTime",
            "onPremisesSyncEnabled",
            "partnerTenantType",
            "securityComplianceNotificationMails",
            "technicalNotificationMails",
            "tenantType",
            "verifiedDomains",
        ]
    )
    {
        Options = ["select"],
    };

    private static readonly Resource Subscriptions = new(
        "subscribedSkus",
        [
            "accountName",
            "accountId",
            "appliesTo",
            "capabilityStatus",
            "consumedUnits",
            "id",
            "prepaidUnits",
            "servicePlans",
            "skuId",
            "skuPartNumber",
            "subscriptionIds",
        ]
    )
    {
        Options = ["select"],
    };

    private static readonly Resource ConditionalAccess = new(
        "identity/conditionalAccess/policies",
        [
            "id",
            "templateId",
            "displayName",
            "description",
            "createdDateTime",
            "modifiedDateTime",
            "state",
            "sessionControls",
            "conditions",
            "grantControls",
        ]
    )
    {
        Options = ["filter", "select", "top", "skip", "count", "orderby"],
        Filters = DirectoryResources.Filters(("id", ["eq"]), ("displayName", ["eq"]), ("state", ["eq"])),
    };

    private static readonly Resource Contexts = new(
        "identity/conditionalAccess/authenticationContextClassReferences",
        ["id", "displayName", "description", "isAvailable"]
    )
    {
        Options = ["filter"],
        Filters = DirectoryResources.Filters(("id", ["eq"]), ("isAvailable", ["eq"])),
    };

    private static readonly Resource Definitions = new(
        Reviews,
        [
            "id",
            "additionalNotificationRecipients",
            "createdBy",
            "createdDateTime",
            "descriptionForAdmins",
            "descriptionForReviewers",
            "displayName",
            "fallbackReviewers",
            "instanceEnumerationScope",
            "lastModifiedDateTime",
            "reviewers",
            "scope",
            "settings",
            "stageSettings",
            "status",
        ]
    )
    {
        Options = ["filter", "select", "top", "skip", "orderby"],
        Filters = DirectoryResources.Filters(("status", ["eq"]), ("scope/query", ["contains"])),
    };

    private static readonly Resource Instances = new(
        Reviews + "/instances",
        ["id", "startDateTime", "endDateTime", "fallbackReviewers", "reviewers", "scope", "status"]
    )
    {
        Options = ["filter", "select", "top", "skip", "orderby"],
        Filters = DirectoryResources.Filters(("status", ["eq"])),
    };

    public static void Map(Router router)
    {
        router.Get("organization", call => call.List(Organization, [call.Tenant.Documents.Organization]));
        router.Get("organization/{id}", OneOrganization);
        router.Get("subscribedSkus", call => call.List(Subscriptions, call.Tenant.Documents.Subscriptions));
        router.Get(
            "identity/conditionalAccess/policies",
            call => call.List(ConditionalAccess, call.Tenant.Documents.ConditionalAccessPolicies)
        );
        router.Get(
            "identity/conditionalAccess/authenticationContextClassReferences",
            call => call.List(Contexts, call.Tenant.Documents.AuthenticationContexts)
        );
        router.Get(Reviews, call => call.List(Definitions, call.Tenant.Documents.AccessReviews));
        router.Get(Reviews + "/{id}/instances", ListInstances);
    }

    private static JsonObject OneOrganization(Call call) =>
        string.Equals(call.Request.Segments[1], call.Tenant.Id.ToString(), StringComparison.OrdinalIgnoreCase)
            ? call.One(Organization, call.Tenant.Documents.Organization)
            : throw GraphErrors.NotFound(call.Request.Segments[1]);

    private static JsonObject ListInstances(Call call) =>
        call.Tenant.Documents.ReviewInstances.TryGetValue(call.Request.Segments[3], out var instances)
            ? call.List(Instances, instances)
            : throw GraphErrors.NotFound(call.Request.Segments[3]);
}
