using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

public sealed partial class TenantBuilder
{
    /// <summary>Moves the object to the deleted items; assignments that name it stay.</summary>
    /// <param name="at">UTC; null: a week ago.</param>
    public TenantBuilder Delete(string name, DateTimeOffset? at = null)
    {
        Tenant.Directory.Delete(Id(name), Moment(at ?? Now.AddDays(-7)));
        return this;
    }

    /// <summary>Takes the object away for good; assignments that name it stay.</summary>
    public TenantBuilder Purge(string name)
    {
        Tenant.Directory.Remove(Id(name));
        return this;
    }

    public TenantBuilder Disable(string name) => Body(name, body => body["accountEnabled"] = false);

    /// <summary>Takes the user's licences.</summary>
    public TenantBuilder Unlicense(string user) => Body(user, body => body["assignedPlans"] = new JsonArray());

    /// <summary>Gives the user exactly this service plan.</summary>
    public TenantBuilder License(string user, Guid servicePlan, string capabilityStatus = "Enabled") =>
        Body(user, body => body["assignedPlans"] = new JsonArray(Plan(servicePlan.ToString(), capabilityStatus)));

    public TenantBuilder MakeDynamic(string group, string rule = "user.department -eq \"IT\"") =>
        Body(
            group,
            body =>
            {
                body["groupTypes"] = new JsonArray("DynamicMembership");
                body["membershipRule"] = rule;
                body["membershipRuleProcessingState"] = "On";
            }
        );

    /// <summary>Marks a user or group as synchronised from on-premises.</summary>
    public TenantBuilder MakeSynchronised(string name) => Body(name, body => body["onPremisesSyncEnabled"] = true);

    public TenantBuilder MakeMicrosoft365(string group) =>
        Body(
            group,
            body =>
            {
                body["groupTypes"] = new JsonArray("Unified");
                body["mailEnabled"] = true;
            }
        );

    public TenantBuilder HideMembership(string group) => Body(group, body => body["visibility"] = "HiddenMembership");

    /// <summary>The group loses the mark, which in a real tenant cannot be changed.</summary>
    public TenantBuilder NotRoleAssignable(string group) => Body(group, body => body["isAssignableToRole"] = null);
}
