using System.Net;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

/// <summary>Through which eligibility a role was activated, where Graph does not take the question.</summary>
public sealed class OriginTests
{
    private const string Expand = "activatedUsing";

    [Test]
    public async Task Activations_lack_their_origin_where_Graph_refuses_to_expand_it_and_the_part_says_of_whom()
    {
        var tenant = Small.Builder().Activate("Ana Silva", "Security Reader", end: Small.Now.AddHours(1)).Build();
        using var network = new RefusedExpand();

        var collected = await Emulated.CollectAsync(tenant, new EmulatorOptions(), Small.Options, transport: network);

        var record = collected[SnapshotParts.ActiveAssignments];
        Assert.Multiple(() =>
        {
            Assert.That(collected.Incomplete, Is.EqualTo(["ActiveAssignments: Partial"]));
            Assert.That(collected.Snapshot.RoleAssignmentInstances, Has.Length.EqualTo(4));
            Assert.That(
                record.Gaps.Select(gap => (gap.ObjectId, gap.Reason)),
                Is.EqualTo([(tenant.IdOf("Ana Silva").ToString(), MissingReason.Malformed)])
            );
            Assert.That(
                record.Gaps[0].Detail,
                Does.StartWith(
                    "Graph did not tell through which eligibility the role was activated. Graph answered 400"
                )
            );
            Assert.That(collected.Snapshot.Collection.Notes, Is.Empty);
        });
    }

    [Test]
    public async Task Nothing_is_missing_where_nobody_has_activated_anything()
    {
        using var network = new RefusedExpand();

        var collected = await Emulated.CollectAsync(
            Small.Tenant,
            new EmulatorOptions(),
            Small.Options,
            transport: network
        );

        Assert.That(collected.Incomplete, Is.Empty);
        Assert.That(collected.Snapshot.RoleAssignmentInstances, Has.Length.EqualTo(3));
    }

    /// <summary>What is wrong for another reason would be so without the question too.</summary>
    [TestCase(FaultKind.NotFound, MissingReason.Malformed)]
    [TestCase(FaultKind.ServerError, MissingReason.Transport)]
    [TestCase(FaultKind.ConnectionReset, MissingReason.Transport)]
    [TestCase(FaultKind.Unlicensed, MissingReason.Licence)]
    [TestCase(FaultKind.Truncated, MissingReason.Malformed)]
    public async Task Any_other_failure_fails_the_part(FaultKind fault, MissingReason reason)
    {
        var collected = await Small.CollectAsync(new EmulatorFault(Expand, fault));

        Assert.Multiple(() =>
        {
            Assert.That(collected[SnapshotParts.ActiveAssignments].Reason, Is.EqualTo(reason));
            Assert.That(collected.Snapshot.RoleAssignmentInstances, Is.Empty);
            Assert.That(
                collected.Requests.Where(request =>
                    request.PathAndQuery.EndsWith("/roleAssignmentScheduleInstances", StringComparison.Ordinal)
                ),
                Is.Empty
            );
        });
    }

    /// <summary>Answers 400 where the eligibility is asked for, to a batch as a whole.</summary>
    private sealed class RefusedExpand() : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
            return (request.RequestUri!.Query + body).Contains(Expand, StringComparison.Ordinal)
                ? Answers.Json(Body.Of("error-400-nested-select"), HttpStatusCode.BadRequest)
                : await base.SendAsync(request, cancellationToken);
        }
    }
}
