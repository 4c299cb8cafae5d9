using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Rules.Tests;

/// <summary>The same tenant with one property of all rows not told, as Graph sends what it may not show: null.</summary>
public sealed class UntoldPropertyTests
{
    private static readonly TenantSnapshot Tenant = MissingEvidenceTests.Tenant;

    private static IEnumerable<TestCaseData<TenantSnapshot>> Untold =>
        [
            Users("userPrincipalName", user => user with { UserPrincipalName = null }),
            Users("accountEnabled", user => user with { IsEnabled = null }),
            Users("userType", user => user with { UserType = null }),
            Users("onPremisesSyncEnabled", user => user with { IsSynchronised = null }),
            Users("createdDateTime", user => user with { CreatedAt = null }),
            Users("assignedPlans", user => user with { Plans = null }),
            Groups("displayName", group => group with { DisplayName = null }),
            Groups("isAssignableToRole", group => group with { IsRoleAssignable = null }),
            Groups("groupTypes", group => group with { IsDynamic = null, IsMicrosoft365 = null }),
            Groups("onPremisesSyncEnabled", group => group with { IsSynchronised = null }),
            Workloads("appId", one => one with { AppId = null }),
            Workloads("servicePrincipalType", one => one with { Type = null }),
            Workloads("accountEnabled", one => one with { IsEnabled = null }),
            Workloads("passwordCredentials", one => one with { Credentials = null }),
            Settings("multifactor authentication", one => one with { Mfa = null }),
            Settings("justification", one => one with { Justification = null }),
            Settings("ticket", one => one with { Ticket = null }),
            Settings("authentication context", one => one with { ContextRequired = null }),
            Settings("which authentication context", one => one with { AuthenticationContext = null }),
            Settings("approval", one => one with { ApprovalRequired = null }),
            Settings("longest activation", one => one with { LongestActivation = null }),
            Settings("permanent eligible", one => one with { PermanentEligibleAllowed = null }),
            Settings("longest eligible", one => one with { LongestEligible = null }),
            Settings("permanent active", one => one with { PermanentActiveAllowed = null }),
            Settings("longest active", one => one with { LongestActive = null }),
            Settings("assigning", one => one with { AssigningMfa = null, AssigningJustification = null }),
            Settings("notifications", one => one with { Notifications = [] }),
            Reviews("status", one => one with { Status = null }),
            Reviews("createdDateTime", one => one with { CreatedAt = null }),
            Reviews("autoApplyDecisionsEnabled", one => one with { AppliesDecisions = null }),
        ];

    [TestCaseSource(nameof(Untold))]
    public void Nothing_passes_that_failed_and_nothing_new_is_found_where_a_property_was_not_told(
        TenantSnapshot tenant
    ) => Assert.That(MissingEvidenceTests.Wrong(tenant), Is.Empty);

    private static TestCaseData<TenantSnapshot> Users(string name, Func<User, User> change) =>
        Case($"user {name}", Tenant with { Users = [.. Tenant.Users.Select(change)] });

    private static TestCaseData<TenantSnapshot> Groups(string name, Func<Group, Group> change) =>
        Case($"group {name}", Tenant with { Groups = [.. Tenant.Groups.Select(change)] });

    private static TestCaseData<TenantSnapshot> Workloads(
        string name,
        Func<ServicePrincipal, ServicePrincipal> change
    ) =>
        Case(
            $"service principal {name}",
            Tenant with
            {
                ServicePrincipals = [.. Tenant.ServicePrincipals.Select(change)],
            }
        );

    private static TestCaseData<TenantSnapshot> Settings(string name, Func<RoleSettings, RoleSettings> change) =>
        Case($"settings {name}", Tenant with { RoleSettings = [.. Tenant.RoleSettings.Select(change)] });

    private static TestCaseData<TenantSnapshot> Reviews(string name, Func<AccessReview, AccessReview> change) =>
        Case($"review {name}", Tenant with { AccessReviews = [.. Tenant.AccessReviews.Select(change)] });

    private static TestCaseData<TenantSnapshot> Case(string name, TenantSnapshot tenant) =>
        new TestCaseData<TenantSnapshot>(tenant).SetArgDisplayNames(name);
}
