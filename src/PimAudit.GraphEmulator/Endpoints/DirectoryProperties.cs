using System.Collections.Immutable;

namespace PimAudit.GraphEmulator;

/// <summary>Properties of directory objects: what may be selected, and what comes unasked.</summary>
internal static class DirectoryProperties
{
    public static readonly ImmutableArray<string> UserDefaults =
    [
        "businessPhones",
        "displayName",
        "givenName",
        "jobTitle",
        "mail",
        "mobilePhone",
        "officeLocation",
        "preferredLanguage",
        "surname",
        "userPrincipalName",
        "id",
    ];

    public static readonly ImmutableArray<string> UserProperties =
    [
        .. UserDefaults,
        "deletedDateTime",
        "accountEnabled",
        "assignedLicenses",
        "assignedPlans",
        "createdDateTime",
        "creationType",
        "employeeType",
        "externalUserState",
        "externalUserStateChangeDateTime",
        "identities",
        "isManagementRestricted",
        "isResourceAccount",
        "lastPasswordChangeDateTime",
        "licenseAssignmentStates",
        "onPremisesDistinguishedName",
        "onPremisesDomainName",
        "onPremisesExtensionAttributes",
        "onPremisesImmutableId",
        "onPremisesLastSyncDateTime",
        "onPremisesSamAccountName",
        "onPremisesSecurityIdentifier",
        "onPremisesSyncEnabled",
        "passwordPolicies",
        "securityIdentifier",
        "signInActivity",
        "signInSessionsValidFromDateTime",
        "usageLocation",
        "userType",
    ];

    public static readonly ImmutableArray<string> GroupDefaults =
    [
        "id",
        "deletedDateTime",
        "classification",
        "createdDateTime",
        "description",
        "displayName",
        "expirationDateTime",
        "groupTypes",
        "isAssignableToRole",
        "mail",
        "mailEnabled",
        "mailNickname",
        "membershipRule",
        "membershipRuleProcessingState",
        "onPremisesLastSyncDateTime",
        "onPremisesSecurityIdentifier",
        "onPremisesSyncEnabled",
        "preferredDataLocation",
        "preferredLanguage",
        "proxyAddresses",
        "renewedDateTime",
        "resourceBehaviorOptions",
        "resourceProvisioningOptions",
        "securityEnabled",
        "securityIdentifier",
        "theme",
        "visibility",
        "onPremisesProvisioningErrors",
    ];

    public static readonly ImmutableArray<string> GroupProperties =
    [
        .. GroupDefaults,
        "isManagementRestricted",
        "uniqueName",
    ];

    public static readonly ImmutableArray<string> ApplicationProperties =
    [
        "id",
        "deletedDateTime",
        "appId",
        "createdDateTime",
        "displayName",
        "keyCredentials",
        "passwordCredentials",
        "publisherDomain",
        "signInAudience",
        "tags",
    ];

    public static readonly ImmutableArray<string> ServicePrincipalProperties =
    [
        "id",
        "deletedDateTime",
        "accountEnabled",
        "alternativeNames",
        "appDisplayName",
        "appId",
        "appOwnerOrganizationId",
        "appRoleAssignmentRequired",
        "disabledByMicrosoftStatus",
        "displayName",
        "keyCredentials",
        "passwordCredentials",
        "servicePrincipalNames",
        "servicePrincipalType",
        "signInAudience",
        "tags",
        "verifiedPublisher",
    ];
}
