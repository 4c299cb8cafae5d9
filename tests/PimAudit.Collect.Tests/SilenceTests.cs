using System.Net;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Collect.Tests;

public sealed class SilenceTests
{
    [Test]
    public void Nobody_there_stops_the_collection_after_two_requests_with_their_repetitions()
    {
        using var network = new DyingNetwork(answers: 0);
        var time = new ImpatientTime(Small.Now);

        Assert.Multiple(() =>
        {
            Assert.That(
                () => CollectAsync(network, time),
                Throws
                    .TypeOf<GraphUnreachableException>()
                    .With.Message.EqualTo(
                        """
                        Cannot reach Microsoft Graph.
                          https://graph.microsoft.com did not answer. The connection failed during POST $batch: Connection refused.
                          Nothing was read and nothing was written.
                          Check the network, the proxy and the address of Graph (PIMAUDIT_GRAPH_ENDPOINT, where it is set), then run again.
                        """
                    )
            );
            Assert.That(network.Asked, Is.EqualTo(8));
            Assert.That(time.Waits.Select(wait => wait.TotalSeconds), Is.EqualTo([1, 2, 4, 1, 2, 4]));
        });
    }

    [Test]
    public async Task A_network_that_dies_after_the_first_answer_fails_what_is_left()
    {
        using var network = new DyingNetwork(answers: 1);

        var collected = await Emulated.CollectAsync(
            Small.Tenant,
            new EmulatorOptions(),
            Small.Options,
            transport: network
        );

        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.EquivalentTo([.. WholeTenant, .. NamedByNobody]));
            Assert.That(
                collected[SnapshotParts.AccessReviewInstances].Detail,
                Is.EqualTo(
                    "Nothing could be asked, because GET identityGovernance/accessReviews/definitions was not read."
                )
            );
            Assert.That(
                collected[SnapshotParts.RoleSettings].Detail,
                Is.EqualTo(
                    "The connection failed during GET policies/roleManagementPolicyAssignments of directory roles: Connection refused."
                )
            );
        });
    }

    [Test]
    public async Task A_refusal_is_an_answer()
    {
        var snapshot = await CollectAsync(
            new Answers(_ =>
                Answers.Json("""{"error":{"code":"Authorization_RequestDenied"}}""", HttpStatusCode.Forbidden)
            ),
            new ImpatientTime(Small.Now)
        );

        Assert.That(snapshot.Collection[SnapshotParts.Organization].Status, Is.EqualTo(PartStatus.Refused));
    }

    /// <summary>Parts that are asked for object by object: nobody could name one, which is not the same as none.</summary>
    private static readonly string[] NamedByNobody =
    [
        "GroupMembers: NotAsked NotCollected",
        "GroupOwners: NotAsked NotCollected",
        "GroupParents: NotAsked NotCollected",
        "GroupEligibilities: NotAsked NotCollected",
        "GroupAssignments: NotAsked NotCollected",
        "GroupSettings: NotAsked NotCollected",
        "AccessReviewInstances: NotAsked NotCollected",
        "GroupAssignmentSchedules: NotAsked NotCollected",
        "GroupEligibilitySchedules: NotAsked NotCollected",
        "ServicePrincipalOwners: NotAsked NotCollected",
        "Applications: NotAsked NotCollected",
        "ApplicationOwners: NotAsked NotCollected",
        "RegistrationDetails: NotAsked NotCollected",
        "SignInActivity: NotAsked NotCollected",
    ];

    /// <summary>Parts that are asked for whatever the others bring.</summary>
    private static readonly string[] WholeTenant =
    [
        "Subscriptions: Failed Transport",
        "RoleDefinitions: Failed Transport",
        "RoleAssignments: Failed Transport",
        "ActiveAssignments: Failed Transport",
        "EligibleAssignments: Failed Transport",
        "RoleSettings: Failed Transport",
        "RoleAssignableGroups: Failed Transport",
        "AdministrativeUnits: Failed Transport",
        "AccessReviews: Failed Transport",
        "ConditionalAccessPolicies: Failed Transport",
        "AuthenticationContexts: Failed Transport",
        "EmergencyAccounts: Failed Transport",
        "RoleAssignmentSchedules: Failed Transport",
        "RoleEligibilitySchedules: Failed Transport",
        "AuditEvents: Failed Transport",
        "NamedGroups: Failed Transport",
        "PrivilegedRoles: Failed Transport",
        "PimGroups: Failed Transport",
        "PimAlerts: Failed Transport",
    ];

    private static async Task<TenantSnapshot> CollectAsync(HttpMessageHandler network, TimeProvider time)
    {
        using var connection = new GraphConnection(Cloud.Global.Endpoint, new StaticToken("token"), network);
        return await new TenantCollector(connection, Emulated.Options, time).CollectAsync(
            progress: null,
            CancellationToken.None
        );
    }
}
