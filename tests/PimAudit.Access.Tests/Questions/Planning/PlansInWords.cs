using PimAudit.Access.Questions.Planning;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Access.Tests.Questions.Planning;

/// <summary>Plans as a person reads them.</summary>
internal static class PlansInWords
{
    public static RolePlan Plan(this TenantSnapshot tenant, string role, string group, string scope = "/") =>
        RolePlan.Ask(AccessMap.Resolve(tenant), new(A.Role(role), A.Id(group), NewName: null, scope));

    public static RolePlan PlanNew(this TenantSnapshot tenant, string role, string name) =>
        RolePlan.Ask(AccessMap.Resolve(tenant), new(A.Role(role), GroupId: null, name));

    /// <summary>The choice, the lines of the document that it rests on, and what is in the way.</summary>
    public static IEnumerable<string> Choice(this RolePlan plan) =>
        [
            $"{plan.Approach}{(plan.WithApproval ? " with approval" : "")} in {(plan.Group.Id is null ? "new " : "")}{plan.Group.Name}",
            .. plan.Reasons.Select(reason => $"because {reason.Text} [{reason.Practice.Section}]"),
            .. plan.Obstacles.Select(one => $"{(one.NeedsAnotherGroup ? "other" : "mend")} {one.Text}"),
        ];

    public static IEnumerable<string> Step(this RolePlan plan, string name) =>
        plan
            .Steps.Single(step => step.Name.StartsWith(name, StringComparison.Ordinal))
            .Items.Select(item => $"{item.State} {item.What}: {item.Now}");

    public static IEnumerable<string> Facts(this RolePlan plan) => WaysInWords.Of(plan.Unread);
}
