using System.Net;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class PagingTests
{
    private const string Row =
        """{"id":"r","roleDefinitionId":"62e90394-69f5-4237-9190-012177145e10","principalId":"11111111-1111-1111-1111-111111111111","directoryScopeId":"/"}""";

    private const string Second =
        "https://graph.microsoft.com/v1.0/roleManagement/directory/roleAssignments?$skiptoken=x";

    [TestCase("https://evil.example/v1.0/roleManagement/directory/roleAssignments?$skiptoken=x")]
    [TestCase("http://graph.microsoft.com/v1.0/roleManagement/directory/roleAssignments?$skiptoken=x")]
    [TestCase("https://graph.microsoft.com:8443/v1.0/roleManagement/directory/roleAssignments?$skiptoken=x")]
    [TestCase("https://graph.microsoft.com@evil.example/v1.0/x")]
    [TestCase("https://graph.microsoft.com/beta/x")]
    [TestCase("/v1.0/roleManagement/directory/roleAssignments?$skiptoken=x")]
    [TestCase("not an address")]
    public async Task A_next_page_elsewhere_is_never_asked_for(string next)
    {
        var network = new Answers(_ => Page(next));

        var read = await ReadAsync(network);

        Assert.Multiple(() =>
        {
            Assert.That(read.Failure?.Reason, Is.EqualTo(MissingReason.Malformed));
            Assert.That(read.Rows, Is.Empty);
            Assert.That(
                network.Asked.Select(asked => asked.Address.AbsoluteUri),
                Is.EqualTo(
                    Enumerable.Repeat("https://graph.microsoft.com/v1.0/roleManagement/directory/roleAssignments", 3)
                ),
                "the first page only, and twice again"
            );
        });
    }

    [Test]
    public async Task A_next_page_that_was_read_already_is_malformed()
    {
        var network = new Answers(_ => Page(Second));

        var read = await ReadAsync(network);

        Assert.Multiple(() =>
        {
            Assert.That(read.Failure?.Detail, Does.Contain("lead back"));
            Assert.That(read.Rows, Is.Empty);
            Assert.That(network.Asked, Has.Count.EqualTo(6));
        });
    }

    [Test]
    public async Task A_next_page_on_the_same_origin_is_asked_for_verbatim_with_the_token()
    {
        const string Next = "https://graph.microsoft.com/v1.0/x?$skiptoken=a%2Fb&$filter=c%20d";
        var network = new Answers(path => Page(path.Contains("skiptoken", StringComparison.Ordinal) ? null : Next));

        var read = await ReadAsync(network);

        Assert.Multiple(() =>
        {
            Assert.That(read.Rows, Has.Count.EqualTo(2));
            Assert.That(network.Asked[1].Address.AbsoluteUri, Is.EqualTo(Next));
            Assert.That(network.Asked[1].Authorization, Is.EqualTo("Bearer token"));
        });
    }

    [Test]
    public async Task A_redirect_is_not_followed()
    {
        var network = new Answers(_ =>
        {
            var answer = Answers.Json("", HttpStatusCode.Redirect);
            answer.Headers.Location = new Uri("https://evil.example/");
            return answer;
        });

        var read = await ReadAsync(network);

        Assert.Multiple(() =>
        {
            Assert.That(read.Failure?.HttpStatus, Is.EqualTo(302));
            Assert.That(network.Asked, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task What_was_garbled_once_is_read_from_its_first_page_again()
    {
        var answers = new Queue<string?>(["https://evil.example/v1.0/x", null]);
        var network = new Answers(_ => Page(answers.Dequeue()));

        var read = await ReadAsync(network);

        Assert.That(
            (read.Failure, read.Rows.Count, read.Pages, read.Retries),
            Is.EqualTo(((ReadFailure?)null, 1, 1, 1))
        );
    }

    [TestCase("""{"value":[""")]
    [TestCase("""{"values":[]}""")]
    [TestCase("""{"value":null}""")]
    [TestCase("""{"value":[{"id":"r"}]}""")]
    [TestCase("""{"value":[{"id":"r","roleDefinitionId":"no id","principalId":"no id","directoryScopeId":"/"}]}""")]
    [TestCase("""{"value":[null]}""")]
    [TestCase("""[]""")]
    [TestCase("<html></html>")]
    [TestCase("")]
    public async Task A_body_that_does_not_follow_the_contract_is_malformed(string body)
    {
        var read = await ReadAsync(new Answers(_ => Answers.Json(body)));

        Assert.That(
            (read.Failure?.Status, read.Failure?.Reason),
            Is.EqualTo((PartStatus.Failed, MissingReason.Malformed))
        );
    }

    [TestCase(1, null, 2)]
    [TestCase(2, null, 2)]
    [TestCase(3, 400, 0)]
    public async Task A_list_whose_page_token_ran_out_is_read_from_its_first_page_again(
        int times,
        int? status,
        int rows
    )
    {
        var expired = 0;
        var network = new Answers(path =>
            !path.Contains("skiptoken", StringComparison.Ordinal) ? Page(Second)
            : expired++ < times
                ? Answers.Json("""{"error":{"code":"Directory_ExpiredPageToken"}}""", HttpStatusCode.BadRequest)
            : Page(null)
        );

        var read = await ReadAsync(network);

        Assert.That((read.Failure?.HttpStatus, read.Rows.Count), Is.EqualTo((status, rows)));
    }

    [Test]
    public async Task A_request_that_is_wrong_from_the_first_page_on_is_not_repeated()
    {
        var network = new Answers(_ => Answers.Json("{}", HttpStatusCode.BadRequest));

        var read = await ReadAsync(network);

        Assert.That((read.Failure?.HttpStatus, network.Asked.Count), Is.EqualTo(((int?)400, 1)));
    }

    [Test]
    public async Task Empty_pages_are_followed_as_long_as_they_may_lead_to_a_row()
    {
        var asked = 0;
        var network = new Answers(_ => asked++ < 199 ? Empty(asked) : Page(null));

        var read = await ReadAsync(network);

        Assert.That((read.Failure, read.Rows.Count, read.Pages), Is.EqualTo(((ReadFailure?)null, 1, 200)));
    }

    [Test]
    public async Task A_list_of_empty_pages_without_end_is_malformed()
    {
        var asked = 0;
        var network = new Answers(_ => Empty(asked++));

        var read = await ReadAsync(network);

        Assert.That(
            (read.Failure?.Reason, network.Asked.Count),
            Is.EqualTo(((MissingReason?)MissingReason.Malformed, 3 * 200))
        );
    }

    /// <summary>Without a licence the first page would not have come.</summary>
    [Test]
    public async Task A_further_page_of_reviews_that_is_refused_does_not_speak_of_a_licence()
    {
        const string Next = "https://graph.microsoft.com/v1.0/identityGovernance/accessReviews/definitions?$skip=1";
        using var connection = new GraphConnection(
            Cloud.Global.Endpoint,
            new StaticToken("token"),
            new Answers(path =>
                path.Contains("skip", StringComparison.Ordinal)
                    ? Answers.Json("{}", HttpStatusCode.BadRequest)
                    : Answers.Json($$"""{"value":[],"@odata.nextLink":"{{Next}}"}""")
            )
        );
        var read = new TenantReads(new Questions(connection)).AccessReviews();

        await Readers.Over(connection).ReadAsync(read, CancellationToken.None);

        Assert.That(read.Failure?.Reason, Is.EqualTo(MissingReason.Malformed));
    }

    [Test]
    public async Task A_second_page_that_is_cut_leaves_nothing_of_the_first()
    {
        var collected = await Emulated.CollectAsync(
            SampleTenants.Fabrikam(),
            new EmulatorOptions
            {
                PageSize = 5,
                Faults = [new EmulatorFault("/roleAssignments.*skiptoken", FaultKind.Truncated)],
            }
        );

        var record = collected[SnapshotParts.RoleAssignments];
        Assert.Multiple(() =>
        {
            Assert.That((record.Status, record.Reason), Is.EqualTo((PartStatus.Failed, MissingReason.Malformed)));
            Assert.That(collected.Snapshot.RoleAssignments, Is.Empty);
            Assert.That(record.Pages, Is.EqualTo(1));
        });
    }

    private static HttpResponseMessage Empty(int number) =>
        Answers.Json($$"""{"value":[],"@odata.nextLink":"{{Second}}{{number}}"}""");

    private static HttpResponseMessage Page(string? next) =>
        Answers.Json(
            next is null ? $$"""{"value":[{{Row}}]}""" : $$"""{"value":[{{Row}}],"@odata.nextLink":"{{next}}"}"""
        );

    private static async Task<ListRead<RoleAssignmentRow, RoleAssignment>> ReadAsync(Answers network)
    {
        using var connection = new GraphConnection(Cloud.Global.Endpoint, new StaticToken("token"), network);
        var read = new TenantReads(new Questions(connection)).RoleAssignments();
        await Readers.Over(connection).ReadAsync(read, CancellationToken.None);
        return read;
    }
}
