using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Archive.Tests;

/// <summary>Snapshots with something in every table.</summary>
internal static class Snapshots
{
    public static TenantSnapshot Rich { get; } = Make();

    private static TenantSnapshot Make()
    {
        var tenant = A
            .Tenant.EmergencyAccounts("Glass One")
            .Users("Ada \"=1+1\" \u202Eevil", "Ben")
            .Groups("RAG - Helpdesk Admins")
            .Workloads("Backup")
            .Deleted("Gone", TimeSpan.FromDays(3))
            .Unresolved("Stranger")
            .AssignedOutsidePim("Ben", "Exchange Administrator")
            .Eligible("RAG - Helpdesk Admins", "Helpdesk Administrator", ends: TimeSpan.FromDays(30))
            .Member("RAG - Helpdesk Admins", "Ben")
            .EligibleOwner("RAG - Helpdesk Admins", "Ben")
            .Parent("RAG - Helpdesk Admins", "All")
            .Settings("Global Administrator")
            .GroupSettings(
                "RAG - Helpdesk Admins",
                GroupAccess.Owner,
                one => one with { LongestActivation = null, Mfa = null }
            )
            .Gap(SnapshotParts.GroupMembers, "RAG - Helpdesk Admins");
        return tenant with
        {
            AdministrativeUnits = [new(A.Id("Branch"), "Branch", IsRestricted: null)],
            AccessReviews =
            [
                new(
                    "review",
                    "Quarterly",
                    "InProgress",
                    A.TakenAt,
                    [
                        new(
                            IsRole: true,
                            A.Role("Global Administrator"),
                            ReviewedAssignments.EligibleOnly,
                            ReviewedPopulation.Everyone
                        ),
                    ],
                    HasReviewers: true,
                    SelfReview: false,
                    new(91.5, new DateOnly(2027, 1, 1), StartsOn: null),
                    AppliesDecisions: true,
                    DefaultDecision: null
                )
                {
                    AppliesDefault = false,
                },
            ],
            AccessReviewInstances = [new("i", "review", A.TakenAt, EndsAt: null, "InProgress")],
            ConditionalAccessPolicies =
            [
                new(
                    "policy",
                    "Strong",
                    PolicyState.ReportOnly,
                    new([A.Id("Ben")], [], [], Everyone: false, Guests: true),
                    new([], [], [], Everyone: false, Guests: false),
                    ["c1"],
                    TargetsAgentsOnly: false,
                    ["locations"],
                    new(IsOr: true, ["mfa"], AuthenticationStrength: null, []),
                    ["All"],
                    ["legacyClients"]
                ),
            ],
            AuthenticationContexts = [new("c1", "Step up", IsAvailable: true)],
            GroupsOfUsers = [new(A.Id("Ben"), [A.Id("All")])],
            RoleAssignmentSchedules =
            [
                new("s1", Admin, A.Id("Ben"), "/", AssignmentType.Activated, A.TakenAt, A.TakenAt.AddHours(1), Origin),
            ],
            RoleEligibilitySchedules = [new("s2", Admin, A.Id("Ben"), "/", A.TakenAt, EndsAt: null, Origin)],
            GroupAssignmentSchedules =
            [
                new(
                    "s3",
                    A.Id("All"),
                    A.Id("Ben"),
                    GroupAccess.Owner,
                    AssignmentType.Assigned,
                    StartsAt: null,
                    EndsAt: null,
                    new(CreatedAt: null, CreatedUsing: null, ModifiedAt: null, Status: null)
                ),
            ],
            GroupEligibilitySchedules =
            [
                new("s4", A.Id("All"), A.Id("Ben"), GroupAccess.Member, A.TakenAt, EndsAt: null, Origin),
            ],
            ServicePrincipalOwners = [new(A.Id("Backup"), A.Id("Ben"), ObjectKind.User)],
            Applications =
            [
                new(
                    A.Id("Backup app"),
                    A.Id("Backup client"),
                    "Backup",
                    [
                        new(CredentialKind.Password, KeyId: null, StartsAt: null, A.TakenAt),
                        new(CredentialKind.Key, A.Id("key"), A.TakenAt, EndsAt: null),
                    ]
                ),
            ],
            ApplicationOwners = [new(A.Id("Backup app"), A.Id("Stranger"), ObjectKind.Unresolved)],
            RegistrationDetails =
            [
                new(A.Id("Ben"), IsMfaRegistered: true, IsMfaCapable: false, IsAdmin: null, ["mobilePhone"], A.TakenAt),
            ],
            SignInActivities = [new(A.Id("Ben"), A.TakenAt, LastNonInteractiveAt: null, LastSuccessAt: null)],
            NamedGroups = [A.Group("RAG - Someone's \"own\"")],
            NamedGroupsPrefix = "RAG - Someone's",
            PrivilegedRoles = [new(Admin, IsPrivileged: true)],
            PimGroups = [new(A.Id("All"))],
            PimAlerts =
            [
                new(
                    "DirectoryRole_StaleSignInAlert",
                    "Stale",
                    IsActive: true,
                    IsEnabled: null,
                    IncidentCount: 1,
                    ScannedAt: null,
                    "medium",
                    ["duration=P30D"],
                    [new("i", A.Id("Ben"), RoleDefinitionId: null)]
                ),
            ],
            EventsSince = A.TakenAt.AddDays(-30),
            Events =
            [
                new(
                    "e",
                    A.TakenAt.AddDays(-1),
                    "Add member to role completed (PIM activation)",
                    "RoleManagement",
                    "success",
                    Reason: null,
                    A.Id("Ben"),
                    "Ben",
                    [new(A.Id("Ben").ToString(), "User", "Ben", [new("Role", Before: null, "x")])],
                    [new("ticket", Value: null)]
                ),
            ],
        };
    }

    private static ScheduleOrigin Origin => new(A.TakenAt.AddDays(-9), "request", ModifiedAt: null, "Provisioned");

    private static Guid Admin => A.Role("Global Administrator");

    /// <summary>Immutable arrays compare by reference, so snapshots are compared by what they are written as.</summary>
    public static async Task<string> HashOf(TenantSnapshot snapshot) =>
        await SnapshotFile.HashAsync(snapshot, CancellationToken.None);
}
