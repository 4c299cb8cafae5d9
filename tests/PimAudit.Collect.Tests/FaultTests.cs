using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Collect.Tests;

public sealed class FaultTests
{
    /// <summary>The requests of each part.</summary>
    private static readonly (SnapshotParts Part, string Path)[] Parts =
    [
        (SnapshotParts.Organization, "/organization"),
        (SnapshotParts.Subscriptions, "/subscribedSkus"),
        (SnapshotParts.RoleDefinitions, "/v1.0/roleManagement/directory/roleDefinitions"),
        (SnapshotParts.RoleAssignments, "/directory/roleAssignments$"),
        (SnapshotParts.ActiveAssignments, "/directory/roleAssignmentScheduleInstances"),
        (SnapshotParts.EligibleAssignments, "/directory/roleEligibilityScheduleInstances"),
        (SnapshotParts.RoleSettings, "/roleManagementPolic.*DirectoryRole"),
        (SnapshotParts.RoleAssignableGroups, "isAssignableToRole eq true"),
        (SnapshotParts.GroupMembers, "/groups/[^/]+/members"),
        (SnapshotParts.GroupOwners, "/groups/[^/]+/owners"),
        (SnapshotParts.GroupParents, "/groups/[^/]+/memberOf"),
        (SnapshotParts.GroupEligibilities, "/group/eligibilityScheduleInstances"),
        (SnapshotParts.GroupAssignments, "/group/assignmentScheduleInstances"),
        (SnapshotParts.GroupSettings, "/roleManagementPolicyAssignments.*'Group'"),
        (SnapshotParts.Principals, "getByIds|id in"),
        (SnapshotParts.DeletedItems, "/deletedItems/"),
        (SnapshotParts.AdministrativeUnits, "/administrativeUnits"),
        (SnapshotParts.AccessReviews, "/accessReviews/definitions$"),
        (SnapshotParts.AccessReviewInstances, "/instances"),
        (SnapshotParts.ConditionalAccessPolicies, "/conditionalAccess/policies"),
        (SnapshotParts.AuthenticationContexts, "/authenticationContextClassReferences"),
        (SnapshotParts.GroupsOfUsers, "/transitiveMemberOf"),
        (SnapshotParts.EmergencyAccounts, "/users/emergency"),
        (SnapshotParts.RoleAssignmentSchedules, "/directory/roleAssignmentSchedules"),
        (SnapshotParts.RoleEligibilitySchedules, "/directory/roleEligibilitySchedules"),
        (SnapshotParts.GroupAssignmentSchedules, "/group/assignmentSchedules"),
        (SnapshotParts.GroupEligibilitySchedules, "/group/eligibilitySchedules"),
        (SnapshotParts.ServicePrincipalOwners, "/servicePrincipals/[^/]+/owners"),
        (SnapshotParts.Applications, "appId eq"),
        (SnapshotParts.ApplicationOwners, "/applications/[^/]+/owners"),
        (SnapshotParts.AuditEvents, "/auditLogs/directoryAudits"),
        (SnapshotParts.RegistrationDetails, "/userRegistrationDetails"),
        (SnapshotParts.SignInActivity, "signInActivity"),
        (SnapshotParts.NamedGroups, "startsWith"),
        (SnapshotParts.PrivilegedRoles, "/beta/roleManagement/directory/roleDefinitions"),
        (SnapshotParts.PimGroups, "/group/resources"),
        (SnapshotParts.PimAlerts, "/roleManagementAlerts/alerts"),
    ];

    private static readonly (FaultKind Kind, PartStatus Status, MissingReason Reason)[] Faults =
    [
        (FaultKind.Refused, PartStatus.Refused, MissingReason.Permission),
        (FaultKind.Unlicensed, PartStatus.Unlicensed, MissingReason.Licence),
        (FaultKind.ServerError, PartStatus.Failed, MissingReason.Transport),
        (FaultKind.Truncated, PartStatus.Failed, MissingReason.Malformed),
        (FaultKind.Throttled, PartStatus.Failed, MissingReason.Throttled),
        (FaultKind.ThrottledWithoutRetryAfter, PartStatus.Failed, MissingReason.Throttled),
        (FaultKind.NotFound, PartStatus.Failed, MissingReason.Malformed),
        (FaultKind.ConnectionReset, PartStatus.Failed, MissingReason.Transport),
    ];

    private static IEnumerable<TestCaseData> EveryPartAndFault =>
        from part in Parts
        from fault in Faults
        where !IsAnAnswer(part.Part, fault.Kind)
        select new TestCaseData(part.Part, part.Path, fault.Kind, fault.Status, fault.Reason).SetArgDisplayNames(
            part.Part.ToString(),
            fault.Kind.ToString()
        );

    [TestCaseSource(nameof(EveryPartAndFault))]
    public async Task A_part_that_fails_says_why_and_keeps_no_rows(
        SnapshotParts part,
        string path,
        FaultKind fault,
        PartStatus status,
        MissingReason reason
    )
    {
        var collected = await Small.CollectAsync(new EmulatorFault(path, fault));

        var record = collected[part];
        Assert.Multiple(() =>
        {
            Assert.That((record.Status, record.Reason, record.Rows), Is.EqualTo((status, reason, RowsLeft(part))));
            Assert.That(record.Detail, Is.Not.Empty);
        });
    }

    [Test]
    public async Task A_refused_part_leaves_the_others_complete()
    {
        var collected = await Small.CollectAsync(new EmulatorFault("/conditionalAccess/policies", FaultKind.Refused));

        Assert.That(collected.Incomplete, Is.EqualTo(["ConditionalAccessPolicies: Refused Permission"]));
    }

    [Test]
    public async Task A_refusal_of_one_group_is_a_gap_of_that_group()
    {
        var tenant = Small.Builder().Group("RAG - Readers", roleAssignable: true).Build();
        var readers = tenant.IdOf("RAG - Readers").ToString();
        var collected = await Small.CollectAsync(
            tenant,
            new EmulatorFault($"/groups/{readers}/owners", FaultKind.Refused)
        );

        var record = collected[SnapshotParts.GroupOwners];
        Assert.Multiple(() =>
        {
            Assert.That(record.Status, Is.EqualTo(PartStatus.Partial));
            Assert.That(
                record.Gaps.Select(gap => (gap.ObjectId, gap.Reason)),
                Is.EqualTo([(readers, MissingReason.Permission)])
            );
            Assert.That(record.Rows, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task The_hidden_reason_of_a_refusal_is_told()
    {
        var collected = await Small.CollectAsync(
            new EmulatorFault("/group/eligibilityScheduleInstances", FaultKind.Refused)
        );

        Assert.That(
            collected[SnapshotParts.GroupEligibilities].Detail,
            Does.StartWith(
                    "Graph answered 403 to GET identityGovernance/privilegedAccess/group/eligibilityScheduleInstances: PermissionScopeNotGranted: "
                )
                .And.Contains("PrivilegedEligibilitySchedule.Read.AzureADGroup")
        );
    }

    [Test]
    public async Task A_short_disturbance_is_outlasted()
    {
        var collected = await Small.CollectAsync(
            new EmulatorFault("/directory/roleAssignments$", FaultKind.ConnectionReset, Times: 2),
            new EmulatorFault("/groups/[^/]+/members", FaultKind.ServerError, Times: 1)
        );

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.Empty);
            Assert.That(collected[SnapshotParts.RoleAssignments].Retries, Is.EqualTo(2));
            Assert.That(collected[SnapshotParts.GroupMembers].Retries, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task A_tenant_without_a_licence_for_PIM_keeps_its_role_assignments()
    {
        var collected = await Small.CollectAsync(
            new EmulatorFault("Schedule|roleManagementPolic|roleManagementAlerts|group/resources", FaultKind.Unlicensed)
        );

        Assert.Multiple(() =>
        {
            Assert.That(collected.Snapshot.HasPim, Is.False);
            Assert.That(collected.Snapshot.RoleAssignments, Has.Length.EqualTo(3));
            Assert.That(
                collected.Incomplete,
                Is.EqualTo([
                    "ActiveAssignments: Unlicensed Licence",
                    "EligibleAssignments: Unlicensed Licence",
                    "RoleSettings: Unlicensed Licence",
                    "GroupEligibilities: Unlicensed Licence",
                    "GroupAssignments: Unlicensed Licence",
                    "GroupSettings: Unlicensed Licence",
                    "RoleAssignmentSchedules: Unlicensed Licence",
                    "RoleEligibilitySchedules: Unlicensed Licence",
                    "GroupAssignmentSchedules: Unlicensed Licence",
                    "GroupEligibilitySchedules: Unlicensed Licence",
                    "PimGroups: Unlicensed Licence",
                    "PimAlerts: Unlicensed Licence",
                ])
            );
        });
    }

    [Test]
    public async Task Every_part_has_a_record_with_its_request_and_least_permission()
    {
        var collected = await Small.CollectAsync();

        Assert.Multiple(() =>
        {
            Assert.That(
                collected.Snapshot.Collection.Parts.Select(part => part.Part),
                Is.EqualTo(Enum.GetValues<SnapshotParts>().Where(part => part is not SnapshotParts.None))
            );
            Assert.That(
                collected.Snapshot.Collection.Parts.Where(part =>
                    part.Request.Length == 0
                    || part.Permission.Length == 0
                    || part.Bytes == 0
                    || part.StartedAt != Small.Now
                    || part.EndedAt != Small.Now
                ),
                Is.Empty
            );
        });
    }

    [Test]
    public void Cancelling_stops_the_collection()
    {
        using var connection = new GraphConnection(
            Cloud.Global.Endpoint,
            new StaticToken("token"),
            new Answers(_ => Answers.Json("{}"))
        );
        var collector = new TenantCollector(connection, Emulated.Options, new ImpatientTime(Small.Now));

        Assert.That(
            () => collector.CollectAsync(progress: null, new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>()
        );
    }

    /// <summary>Not there is what these two ask.</summary>
    private static bool IsAnAnswer(SnapshotParts part, FaultKind fault) =>
        fault is FaultKind.NotFound && part is (SnapshotParts.DeletedItems or SnapshotParts.EmergencyAccounts);

    /// <summary>Principals counts groups, and the role-assignable one is known from its own list.</summary>
    private static int RowsLeft(SnapshotParts part) => part is SnapshotParts.Principals ? 1 : 0;
}
