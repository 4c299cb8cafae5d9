namespace PimAudit.GraphEmulator;

/// <summary>Role settings, the policies behind them, and reviews of a plan.</summary>
/// <param name="good">Settings of an ordinary role.</param>
internal sealed class PlannedSettings(TenantPlan plan, PolicySettings good)
{
    private const string Context = "c1";
    private const int RolesOfReview = 10;

    public TenantBuilder Write(TenantBuilder builder) =>
        builder.With(WriteAccess).With(WriteRoles).With(WriteRoleReviews).With(WriteGroupReviews);

    private static TenantBuilder WriteAccess(TenantBuilder builder) =>
        builder
            .AuthenticationContext(Context, "Privileged activation")
            .ConditionalAccess(
                "PIM activation: phishing-resistant MFA",
                ForEverybody with
                {
                    Contexts = [Context],
                    Controls = [],
                    PhishingResistant = true,
                }
            )
            .ConditionalAccess("Everybody: MFA", ForEverybody);

    private static ConditionalAccessSettings ForEverybody =>
        new() { IncludeUsers = ["All"], ExcludeUsers = [TenantPlan.EmergencyOne, TenantPlan.EmergencyTwo] };

    /// <summary>Every role that can be assigned, in use or not.</summary>
    private TenantBuilder WriteRoles(TenantBuilder builder)
    {
        var bundled = plan.Roles.Bundle.ToHashSet(StringComparer.Ordinal);
        var assignable = BuiltInRoleList.Rows.Where(role => role.Assignable).Select(role => role.DisplayName);
        foreach (var role in assignable.Concat(plan.Roles.Custom))
            builder.RoleSettings(
                role,
                Of(role) with
                {
                    PermanentActive =
                        bundled.Contains(role) || role is RolesInUse.GlobalAdministrator or RolesInUse.Synchronisation,
                }
            );
        return builder;
    }

    private PolicySettings Of(string role)
    {
        if (!plan.AskingRoles.Contains(role))
            return good;
        var asking = good with { Activation = AuditTimetable.ApprovedActivation, Approval = true };
        return plan.Roles.Core.Contains(role, StringComparer.Ordinal)
            ? asking with
            {
                Mfa = false,
                Context = Context,
                Approvers = plan.Approvers,
                ApproverShape = ApproverShape.Observed,
            }
            : asking with
            {
                Approvers = plan.Shape.HasApprovers ? [TenantPlan.ApproverGroup] : plan.Approvers,
            };
    }

    private TenantBuilder WriteRoleReviews(TenantBuilder builder)
    {
        foreach (var (number, roles) in plan.Roles.OfApproach1.Chunk(RolesOfReview).Index())
            builder.AccessReview($"Quarterly: roles, part {number + 1}", Review(ReviewScope.Role, roles));
        return builder;
    }

    private TenantBuilder WriteGroupReviews(TenantBuilder builder)
    {
        foreach (var bundle in plan.Bundles)
            builder.AccessReview($"Quarterly: {bundle.Name}", Review(ReviewScope.Group, [bundle.Name]));
        return builder;
    }

    private AccessReviewSettings Review(ReviewScope scope, string[] targets) =>
        new()
        {
            Targets = [.. targets],
            Scope = scope,
            Reviewers = plan.Approvers,
        };
}
