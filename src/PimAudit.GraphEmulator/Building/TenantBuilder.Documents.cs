using System.Text.Json.Nodes;

namespace PimAudit.GraphEmulator;

public sealed partial class TenantBuilder
{
    /// <summary>A subscription with one service plan, P2 unless said otherwise; one of the same name is replaced.</summary>
    /// <param name="status">Enabled, Warning, Suspended, Deleted or LockedOut; says which kind of seats there are.</param>
    public TenantBuilder Subscription(
        string skuPartNumber,
        int seats,
        string status = "Enabled",
        Guid? servicePlan = null,
        int? consumed = null
    )
    {
        Tenant.Documents.Subscriptions.RemoveAll(row => row.Text("skuPartNumber") == skuPartNumber);
        var sku = NewId("sku", skuPartNumber);
        Tenant.Documents.Subscriptions.Add(
            new JsonObject
            {
                ["accountName"] = Tenant.DisplayName,
                ["accountId"] = Tenant.Id.ToString(),
                ["appliesTo"] = "User",
                ["capabilityStatus"] = status,
                ["consumedUnits"] = consumed ?? seats / 2,
                ["id"] = $"{Tenant.Id}_{sku}",
                ["prepaidUnits"] = new JsonObject
                {
                    ["enabled"] = status is "Enabled" ? seats : 0,
                    ["lockedOut"] = status is "LockedOut" ? seats : 0,
                    ["suspended"] = status is "Suspended" ? seats : 0,
                    ["warning"] = status is "Warning" ? seats : 0,
                },
                ["servicePlans"] = new JsonArray(
                    new JsonObject
                    {
                        ["servicePlanId"] = servicePlan?.ToString() ?? Licences.PremiumP2,
                        ["servicePlanName"] = skuPartNumber,
                        ["provisioningStatus"] = "Success",
                        ["appliesTo"] = "User",
                    }
                ),
                ["skuId"] = sku,
                ["skuPartNumber"] = skuPartNumber,
                ["subscriptionIds"] = new JsonArray(NewId("subscription", skuPartNumber)),
            }
        );
        return this;
    }

    /// <summary>Takes a subscription; without P2 or Governance every PIM read answers 400.</summary>
    public TenantBuilder RemoveSubscription(string skuPartNumber)
    {
        Tenant.Documents.Subscriptions.RemoveAll(row => row.Text("skuPartNumber") == skuPartNumber);
        return this;
    }

    public TenantBuilder AuthenticationContext(string claim, string name, bool available = true)
    {
        Tenant.Documents.AuthenticationContexts.Add(
            new JsonObject
            {
                ["id"] = claim,
                ["displayName"] = name,
                ["description"] = null,
                ["isAvailable"] = available,
            }
        );
        return this;
    }

    /// <summary>A Conditional Access policy; one of the same name is replaced.</summary>
    public TenantBuilder ConditionalAccess(string name, ConditionalAccessSettings settings)
    {
        var policies = Tenant.Documents.ConditionalAccessPolicies;
        policies.RemoveAll(row => row.Text("displayName") == name);
        policies.Add(
            ConditionalAccessBodies.Policy(
                NewId("conditionalAccess", name),
                name,
                settings,
                Subject,
                Moment(Now.AddYears(-1))
            )
        );
        return this;
    }

    /// <summary>A recurring access review; one of the same name is replaced.</summary>
    public TenantBuilder AccessReview(string name, AccessReviewSettings settings)
    {
        var id = NewId("review", name);
        Tenant.Documents.AccessReviews.RemoveAll(row => row.Text("displayName") == name);
        Tenant.Documents.AccessReviews.Add(AccessReviewBodies.Definition(id, name, settings, Subject, Now));
        Tenant.Documents.ReviewInstances[id] = [.. AccessReviewBodies.Instances(NewId, name, settings, Now)];
        return this;
    }

    public TenantBuilder RemoveAccessReview(string name)
    {
        Tenant.Documents.AccessReviews.RemoveAll(row => row.Text("displayName") == name);
        Tenant.Documents.ReviewInstances.Remove(NewId("review", name));
        return this;
    }

    /// <summary>Raw rows of Conditional Access policies, authentication contexts and access reviews, to be changed directly.</summary>
    public TenantBuilder Documents(
        Action<List<JsonObject>>? conditionalAccess = null,
        Action<List<JsonObject>>? authenticationContexts = null,
        Action<List<JsonObject>>? accessReviews = null,
        Action<List<JsonObject>>? subscriptions = null
    )
    {
        conditionalAccess?.Invoke(Tenant.Documents.ConditionalAccessPolicies);
        authenticationContexts?.Invoke(Tenant.Documents.AuthenticationContexts);
        accessReviews?.Invoke(Tenant.Documents.AccessReviews);
        subscriptions?.Invoke(Tenant.Documents.Subscriptions);
        return this;
    }

    /// <summary>Raw rows of the role and group lists, to be changed directly.</summary>
    public TenantBuilder RawRows(
        Action<List<JsonObject>>? roleAssignments = null,
        Action<List<JsonObject>>? roleAssignmentInstances = null,
        Action<List<JsonObject>>? roleEligibilityInstances = null
    )
    {
        roleAssignments?.Invoke(Tenant.Roles.Assignments);
        roleAssignmentInstances?.Invoke(Tenant.Roles.AssignmentInstances);
        roleEligibilityInstances?.Invoke(Tenant.Roles.EligibilityInstances);
        return this;
    }

    /// <summary>The id behind a name, as text; words such as All and None stay as they are.</summary>
    private string Subject(string name) =>
        name is "All" or "None" or "GuestsOrExternalUsers" ? name : Id(name).ToString();

    private JsonObject OrganizationBody() =>
        new()
        {
            ["id"] = Tenant.Id.ToString(),
            ["deletedDateTime"] = null,
            ["assignedPlans"] = new JsonArray(),
            ["countryLetterCode"] = "NL",
            ["createdDateTime"] = Moment(Now.AddYears(-6)),
            ["displayName"] = Tenant.DisplayName,
            ["onPremisesLastSyncDateTime"] = null,
            ["onPremisesSyncEnabled"] = null,
            ["securityComplianceNotificationMails"] = new JsonArray(),
            ["technicalNotificationMails"] = new JsonArray($"it@{Tenant.Domain}"),
            ["tenantType"] = "AAD",
            ["verifiedDomains"] = new JsonArray(
                Domain(InitialDomain, isInitial: true),
                Domain(Tenant.Domain, isInitial: false)
            ),
        };

    /// <summary>The domain that the tenant was born with, such as <c>contoso.onmicrosoft.example</c>.</summary>
    internal string InitialDomain => $"{Tenant.Domain.Split('.')[0]}.onmicrosoft.example";

    private static JsonObject Domain(string name, bool isInitial) =>
        new()
        {
            ["capabilities"] = "Email, OfficeCommunicationsOnline",
            ["isDefault"] = !isInitial,
            ["isInitial"] = isInitial,
            ["name"] = name,
            ["type"] = "Managed",
        };
}
