namespace PimAudit.Model;

/// <summary>What people call the parts of a snapshot: the same in reports, findings, documents and on the terminal.</summary>
public static class PartNames
{
    /// <summary>As the words of a sentence's middle; names that Microsoft capitalises stay so.</summary>
    public static string InSentence(SnapshotParts part) =>
        part is SnapshotParts.ConditionalAccessPolicies ? Of(part) : char.ToLowerInvariant(Of(part)[0]) + Of(part)[1..];

    /// <summary>As a heading or the beginning of a sentence.</summary>
    public static string Of(SnapshotParts part) =>
        part switch
        {
            SnapshotParts.None => "Run",
            SnapshotParts.Organization => "Organisation",
            SnapshotParts.Subscriptions => "Licences",
            SnapshotParts.RoleDefinitions => "Role definitions",
            SnapshotParts.RoleAssignments => "Role assignments",
            SnapshotParts.ActiveAssignments => "Active assignments",
            SnapshotParts.EligibleAssignments => "Eligible assignments",
            SnapshotParts.RoleSettings => "Role settings",
            SnapshotParts.RoleAssignableGroups => "Role-assignable groups",
            SnapshotParts.GroupMembers => "Group members",
            SnapshotParts.GroupOwners => "Group owners",
            SnapshotParts.GroupParents => "Groups around groups",
            SnapshotParts.GroupEligibilities => "Group eligibility",
            SnapshotParts.GroupAssignments => "Group activation",
            SnapshotParts.GroupSettings => "Group settings",
            SnapshotParts.Principals => "Users and applications",
            SnapshotParts.DeletedItems => "Deleted objects",
            SnapshotParts.AdministrativeUnits => "Administrative units",
            SnapshotParts.AccessReviews => "Access reviews",
            SnapshotParts.AccessReviewInstances => "Access review rounds",
            SnapshotParts.ConditionalAccessPolicies => "Conditional Access",
            SnapshotParts.AuthenticationContexts => "Authentication contexts",
            SnapshotParts.GroupsOfUsers => "Groups of users",
            SnapshotParts.EmergencyAccounts => "Emergency accounts",
            SnapshotParts.RoleAssignmentSchedules => "Active schedules",
            SnapshotParts.RoleEligibilitySchedules => "Eligible schedules",
            SnapshotParts.GroupAssignmentSchedules => "Group active schedules",
            SnapshotParts.GroupEligibilitySchedules => "Group eligible schedules",
            SnapshotParts.ServicePrincipalOwners => "Service principal owners",
            SnapshotParts.Applications => "Applications",
            SnapshotParts.ApplicationOwners => "Application owners",
            SnapshotParts.AuditEvents => "Audit log",
            SnapshotParts.RegistrationDetails => "Registered methods",
            SnapshotParts.SignInActivity => "Last sign-ins",
            SnapshotParts.NamedGroups => "Groups by name",
            SnapshotParts.PrivilegedRoles => "Privileged roles (beta)",
            SnapshotParts.PimGroups => "Managed groups (beta)",
            SnapshotParts.PimAlerts => "Alerts (beta)",
            _ => Say.Word(part),
        };
}
