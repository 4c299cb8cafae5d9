using System.Collections.Immutable;
using PimAudit.Engine;

namespace PimAudit.Rules;

/// <summary>Every rule that ships.</summary>
public static class Catalogue
{
    /// <summary>By id.</summary>
    public static ImmutableArray<IRule> All { get; } =
    [
        new PermanentActiveAssignment(),
        new LongStandingAssignment(),
        new PermanentMemberOfJustInTimeGroup(),
        new ActiveGroupWithoutActivation(),
        new RoleAssignedToUser(),
        new AssignedOutsidePim(),
        new MfaNotRequired(),
        new JustificationNotRequired(),
        new ApprovalNotRequired(),
        new ActivationTooLong(),
        new ApproversImplicit(),
        new ApproverCannotApprove(),
        new ApproverDeadlock(),
        new AuthenticationContextNotEnforced(),
        new AuthenticationContextPolicyNeverApplies(),
        new GroupNotRoleAssignable(),
        new NestedRoleAssignableGroup(),
        new EligibleNesting(),
        new MixedApproachOnGroup(),
        new MixedApproachOnRole(),
        new ImmediateRoleBehindGroup(),
        new GroupMembershipNotAssigned(),
        new GroupNameOffConvention(),
        new TooFewEmergencyAccounts(),
        new EmergencyAccountInsidePim(),
        new EmergencyAccountUnresolved(),
        new NoAccessReview(),
        new ReviewTooRare(),
        new DeadHolder(),
        new HolderUnlicensed(),
        new StandingWorkloadIdentity(),
        new TenantUnlicensed(),
        new CoverageGap(),
        new WaiverExpired(),
        new WaiverUnused(),
    ];
}
