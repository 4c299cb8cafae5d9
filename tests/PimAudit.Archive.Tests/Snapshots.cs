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
                ),
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
                    new(IsOr: true, ["mfa"], AuthenticationStrength: null, [])
                ),
            ],
            AuthenticationContexts = [new("c1", "Step up", IsAvailable: true)],
            GroupsOfUsers = [new(A.Id("Ben"), [A.Id("All")])],
        };
    }

    /// <summary>Immutable arrays compare by reference, so snapshots are compared by what they are written as.</summary>
    public static async Task<string> HashOf(TenantSnapshot snapshot) =>
        await SnapshotFile.HashAsync(snapshot, CancellationToken.None);
}
