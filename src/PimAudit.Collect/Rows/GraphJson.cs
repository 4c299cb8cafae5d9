using System.Text.Json.Serialization;

namespace PimAudit.Collect;

/// <summary>Readers of the rows, made by the compiler. A constructor parameter without default must be in the JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    MaxDepth = 32
)]
[JsonSerializable(typeof(BatchRequests))]
[JsonSerializable(typeof(BatchResponses))]
[JsonSerializable(typeof(UserRow))]
[JsonSerializable(typeof(DirectoryObjectRow))]
[JsonSerializable(typeof(Page<OrganizationRow>), TypeInfoPropertyName = "Organizations")]
[JsonSerializable(typeof(Page<SubscribedSkuRow>), TypeInfoPropertyName = "Skus")]
[JsonSerializable(typeof(Page<RoleDefinitionRow>), TypeInfoPropertyName = "RoleDefinitions")]
[JsonSerializable(typeof(Page<RoleAssignmentRow>), TypeInfoPropertyName = "RoleAssignments")]
[JsonSerializable(typeof(Page<RoleAssignmentInstanceRow>), TypeInfoPropertyName = "RoleAssignmentInstances")]
[JsonSerializable(typeof(Page<RoleEligibilityInstanceRow>), TypeInfoPropertyName = "RoleEligibilityInstances")]
[JsonSerializable(typeof(Page<PolicyAssignmentRow>), TypeInfoPropertyName = "PolicyAssignments")]
[JsonSerializable(typeof(Page<PolicyRuleRow>), TypeInfoPropertyName = "PolicyRules")]
[JsonSerializable(typeof(Page<GroupAssignmentInstanceRow>), TypeInfoPropertyName = "GroupAssignmentInstances")]
[JsonSerializable(typeof(Page<GroupEligibilityInstanceRow>), TypeInfoPropertyName = "GroupEligibilityInstances")]
[JsonSerializable(typeof(Page<DirectoryObjectRow>), TypeInfoPropertyName = "DirectoryObjects")]
[JsonSerializable(typeof(Page<UserRow>), TypeInfoPropertyName = "Users")]
[JsonSerializable(typeof(Page<GroupRow>), TypeInfoPropertyName = "Groups")]
[JsonSerializable(typeof(Page<ServicePrincipalRow>), TypeInfoPropertyName = "ServicePrincipals")]
[JsonSerializable(typeof(Page<AdministrativeUnitRow>), TypeInfoPropertyName = "AdministrativeUnits")]
[JsonSerializable(typeof(Page<AccessReviewRow>), TypeInfoPropertyName = "AccessReviews")]
[JsonSerializable(typeof(Page<AccessReviewInstanceRow>), TypeInfoPropertyName = "AccessReviewInstances")]
[JsonSerializable(typeof(Page<ConditionalAccessPolicyRow>), TypeInfoPropertyName = "ConditionalAccessPolicies")]
[JsonSerializable(typeof(Page<AuditRow>), TypeInfoPropertyName = "Audits")]
[JsonSerializable(typeof(Page<AuthenticationContextRow>), TypeInfoPropertyName = "AuthenticationContexts")]
[JsonSerializable(typeof(UserSignInRow))]
[JsonSerializable(typeof(Page<RoleAssignmentScheduleRow>), TypeInfoPropertyName = "RoleAssignmentSchedules")]
[JsonSerializable(typeof(Page<RoleEligibilityScheduleRow>), TypeInfoPropertyName = "RoleEligibilitySchedules")]
[JsonSerializable(typeof(Page<GroupAssignmentScheduleRow>), TypeInfoPropertyName = "GroupAssignmentSchedules")]
[JsonSerializable(typeof(Page<GroupEligibilityScheduleRow>), TypeInfoPropertyName = "GroupEligibilitySchedules")]
[JsonSerializable(typeof(Page<ApplicationRow>), TypeInfoPropertyName = "Applications")]
[JsonSerializable(typeof(Page<RegistrationRow>), TypeInfoPropertyName = "Registrations")]
[JsonSerializable(typeof(Page<PrivilegedRoleRow>), TypeInfoPropertyName = "PrivilegedRoles")]
[JsonSerializable(typeof(Page<PimGroupRow>), TypeInfoPropertyName = "PimGroups")]
[JsonSerializable(typeof(Page<PimAlertRow>), TypeInfoPropertyName = "PimAlerts")]
internal sealed partial class GraphJson : JsonSerializerContext;
