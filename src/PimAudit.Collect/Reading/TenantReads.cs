using PimAudit.Model;

namespace PimAudit.Collect;

/// <summary>Reads of the tenant as a whole. PIM lists are never asked for a page size.</summary>
internal sealed class TenantReads(Questions ask)
{
    private const int LongestPage = 999;

    public ListRead<OrganizationRow, Tenant> Organization() =>
        new(
            ask.Of(
                SnapshotParts.Organization,
                ask.Graph.Organization.ToGetRequestInformation(request =>
                    request.QueryParameters.Select = ["id", "displayName", "verifiedDomains"]
                )
            ),
            GraphJson.Default.Organizations,
            row => row.ToModel()
        );

    public ListRead<SubscribedSkuRow, Subscription> Subscriptions() =>
        new(
            ask.Of(
                SnapshotParts.Subscriptions,
                ask.Graph.SubscribedSkus.ToGetRequestInformation(request =>
                    request.QueryParameters.Select = [
                        "id",
                        "skuId",
                        "skuPartNumber",
                        "capabilityStatus",
                        "prepaidUnits",
                        "servicePlans",
                    ]
                )
            ),
            GraphJson.Default.Skus,
            row => row.ToModel()
        );

    public ListRead<RoleDefinitionRow, RoleDefinition> RoleDefinitions() =>
        new(
            ask.Of(
                SnapshotParts.RoleDefinitions,
                ask.Graph.RoleManagement.Directory.RoleDefinitions.ToGetRequestInformation()
            ),
            GraphJson.Default.RoleDefinitions,
            row => row.ToModel()
        );

    public ListRead<RoleAssignmentRow, RoleAssignment> RoleAssignments(string? filter = null) =>
        new(
            ask.Of(
                SnapshotParts.RoleAssignments,
                ask.Graph.RoleManagement.Directory.RoleAssignments.ToGetRequestInformation(request =>
                    request.QueryParameters.Filter = filter
                )
            ),
            GraphJson.Default.RoleAssignments,
            row => row.ToModel()
        );

    /// <param name="withOrigin">Also tells through which eligibility an activation came.</param>
    public ListRead<RoleAssignmentInstanceRow, RoleAssignmentInstance> ActiveAssignments(
        bool withOrigin,
        string? filter = null
    ) =>
        new(
            ask.Of(
                SnapshotParts.ActiveAssignments,
                ask.Graph.RoleManagement.Directory.RoleAssignmentScheduleInstances.ToGetRequestInformation(request =>
                {
                    request.QueryParameters.Expand = withOrigin ? ["activatedUsing"] : [];
                    request.QueryParameters.Filter = filter;
                })
            ),
            GraphJson.Default.RoleAssignmentInstances,
            row => row.ToModel()
        );

    public ListRead<RoleEligibilityInstanceRow, RoleEligibilityInstance> EligibleAssignments(string? filter = null) =>
        new(
            ask.Of(
                SnapshotParts.EligibleAssignments,
                ask.Graph.RoleManagement.Directory.RoleEligibilityScheduleInstances.ToGetRequestInformation(request =>
                    request.QueryParameters.Filter = filter
                )
            ),
            GraphJson.Default.RoleEligibilityInstances,
            row => row.ToModel()
        );

    public ListRead<RoleAssignmentScheduleRow, RoleAssignmentSchedule> AssignmentSchedules() =>
        new(
            ask.Of(
                SnapshotParts.RoleAssignmentSchedules,
                ask.Graph.RoleManagement.Directory.RoleAssignmentSchedules.ToGetRequestInformation()
            ),
            GraphJson.Default.RoleAssignmentSchedules,
            row => row.ToModel()
        );

    public ListRead<RoleEligibilityScheduleRow, RoleEligibilitySchedule> EligibilitySchedules() =>
        new(
            ask.Of(
                SnapshotParts.RoleEligibilitySchedules,
                ask.Graph.RoleManagement.Directory.RoleEligibilitySchedules.ToGetRequestInformation()
            ),
            GraphJson.Default.RoleEligibilitySchedules,
            row => row.ToModel()
        );

    public ListRead<GroupRow, Group> RoleAssignableGroups() =>
        new(
            ask.Of(
                SnapshotParts.RoleAssignableGroups,
                ask.Graph.Groups.ToGetRequestInformation(request =>
                {
                    request.QueryParameters.Filter = "isAssignableToRole eq true";
                    request.QueryParameters.Select = PrincipalReads.GroupProperties;
                    request.QueryParameters.Top = LongestPage;
                })
            ),
            GraphJson.Default.Groups,
            row => row.ToModel()
        );

    /// <param name="prefix">How the names begin; letter case is Graph's to judge.</param>
    public ListRead<GroupRow, Group> NamedGroups(string prefix) =>
        new(
            ask.Of(
                SnapshotParts.NamedGroups,
                ask.Graph.Groups.ToGetRequestInformation(request =>
                {
                    request.QueryParameters.Filter =
                        $"startsWith(displayName,'{prefix.Replace("'", "''", StringComparison.Ordinal)}')";
                    request.QueryParameters.Select = PrincipalReads.GroupProperties;
                    request.QueryParameters.Top = LongestPage;
                })
            ),
            GraphJson.Default.Groups,
            row => row.ToModel()
        );

    public ListRead<AdministrativeUnitRow, AdministrativeUnit> AdministrativeUnits() =>
        new(
            ask.Of(
                SnapshotParts.AdministrativeUnits,
                ask.Graph.Directory.AdministrativeUnits.ToGetRequestInformation(request =>
                    request.QueryParameters.Select = ["id", "displayName", "isMemberManagementRestricted"]
                )
            ),
            GraphJson.Default.AdministrativeUnits,
            row => row.ToModel()
        );

    /// <summary>Without a licence for reviews Graph answers 400 with changing texts.</summary>
    public ListRead<AccessReviewRow, AccessReview> AccessReviews() =>
        new(
            ask.Of(
                SnapshotParts.AccessReviews,
                ask.Graph.IdentityGovernance.AccessReviews.Definitions.ToGetRequestInformation()
            ) with
            {
                BadRequestMeansLicence = true,
            },
            GraphJson.Default.AccessReviews,
            row => row.ToModel()
        );

    public ListRead<AccessReviewInstanceRow, AccessReviewInstance> AccessReviewInstances(string reviewId) =>
        new(
            ask.Of(
                SnapshotParts.AccessReviewInstances,
                ask.Graph.IdentityGovernance.AccessReviews.Definitions[reviewId]
                    .Instances.ToGetRequestInformation(request =>
                        request.QueryParameters.Select = ["id", "startDateTime", "endDateTime", "status"]
                    )
            ) with
            {
                BadRequestMeansLicence = true,
            },
            GraphJson.Default.AccessReviewInstances,
            row => row.ToModel(reviewId)
        );

    public ListRead<ConditionalAccessPolicyRow, ConditionalAccessPolicy> ConditionalAccessPolicies() =>
        new(
            ask.Of(
                SnapshotParts.ConditionalAccessPolicies,
                ask.Graph.Identity.ConditionalAccess.Policies.ToGetRequestInformation()
            ),
            GraphJson.Default.ConditionalAccessPolicies,
            row => row.ToModel()
        );

    public ListRead<AuthenticationContextRow, AuthenticationContext> AuthenticationContexts() =>
        new(
            ask.Of(
                SnapshotParts.AuthenticationContexts,
                ask.Graph.Identity.ConditionalAccess.AuthenticationContextClassReferences.ToGetRequestInformation()
            ),
            GraphJson.Default.AuthenticationContexts,
            row => row.ToModel()
        );
}
