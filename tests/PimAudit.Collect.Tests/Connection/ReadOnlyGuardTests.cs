using System.Text;
using NUnit.Framework;

namespace PimAudit.Collect.Tests;

public sealed class ReadOnlyGuardTests
{
    private const string Graph = "https://graph.microsoft.com";

    private static string[] Allowed =>
        [
            "GET /v1.0/users",
            "GET /v1.0/groups?$filter=isAssignableToRole%20eq%20true",
            "POST /v1.0/directoryObjects/getByIds {}",
            """POST /v1.0/$batch {"requests":[{"id":"0","method":"GET","url":"/users"}]}""",
        ];

    private static string[] Forbidden =>
        [
            "POST /v1.0/users {}",
            "PATCH /v1.0/policies/roleManagementPolicies/x {}",
            "PUT /v1.0/groups/x {}",
            "DELETE /v1.0/groups/x",
            "HEAD /v1.0/groups/x",
            "POST /v1.0/directoryObjects/getByIds?x=1 {}",
            "POST /v1.0/directoryObjects/getbyids {}",
            "POST /v1.0/directoryObjects/getByIds/more {}",
            "POST /v1.0/roleManagement/directory/roleAssignmentScheduleRequests {}",
            "POST /beta/$batch {}",
            "GET /beta/users",
            "GET /v1.0/../beta/users",
            "GET /",
            """POST /v1.0/$batch {"requests":[]}""",
            """POST /v1.0/$batch {"requests":[{"id":"0","method":"GET","url":"/users"},{"id":"1","method":"POST","url":"/users"}]}""",
            """POST /v1.0/$batch {"requests":[{"id":"0","method":"DELETE","url":"/users/x"}]}""",
            """POST /v1.0/$batch {"requests":[{"id":"0","method":"get","url":"/users"}]}""",
            """POST /v1.0/$batch {"requests":[{"id":"0","method":"GET","url":"//evil.example/users"}]}""",
            """POST /v1.0/$batch {"requests":[{"id":"0","method":"GET","url":"https://evil.example/users"}]}""",
            """POST /v1.0/$batch {"requests":[{"id":"0","method":"GET","url":"/users","body":{}}]}""",
            "POST /v1.0/$batch {",
            "POST /v1.0/$batch []",
            "POST /v1.0/$batch",
        ];

    private static string[] Elsewhere =>
        [
            "http://graph.microsoft.com/v1.0/users",
            "https://graph.microsoft.com:8443/v1.0/users",
            "https://evil.example/v1.0/users",
            "https://graph.microsoft.com.evil.example/v1.0/users",
            "https://graph.microsoft.com@evil.example/v1.0/users",
            "https://someone@graph.microsoft.com/v1.0/users",
        ];

    [TestCaseSource(nameof(Allowed))]
    public async Task Lets_reads_pass(string request)
    {
        var network = new Answers(_ => Answers.Json("{}"));

        await SendAsync(network, request, Graph);

        Assert.That(network.Asked, Has.Count.EqualTo(1));
    }

    [TestCaseSource(nameof(Forbidden))]
    public void Refuses_everything_else_and_sends_nothing(string request)
    {
        var network = new Answers(_ => Answers.Json("{}"));

        Assert.Multiple(() =>
        {
            Assert.That(() => SendAsync(network, request, Graph), Throws.TypeOf<ForbiddenRequestException>());
            Assert.That(network.Asked, Is.Empty);
        });
    }

    [TestCaseSource(nameof(Elsewhere))]
    public void Refuses_every_other_origin(string address)
    {
        var network = new Answers(_ => Answers.Json("{}"));

        Assert.Multiple(() =>
        {
            Assert.That(() => SendAsync(network, "GET " + address, ""), Throws.TypeOf<ForbiddenRequestException>());
            Assert.That(network.Asked, Is.Empty);
        });
    }

    [Test]
    public void The_request_builders_cannot_write_through_the_connection()
    {
        var network = new Answers(_ => Answers.Json("{}"));
        using var connection = new GraphConnection(Cloud.Global.Endpoint, new StaticToken("token"), network);

        Assert.Multiple(() =>
        {
            Assert.That(
                () => connection.Graph.Groups["x"].DeleteAsync(),
                Throws.TypeOf<ForbiddenRequestException>().With.Message.StartsWith("DELETE /v1.0/groups/x")
            );
            Assert.That(
                () => connection.Graph.Users.WithUrl("https://evil.example/v1.0/users").GetAsync(),
                Throws.TypeOf<ForbiddenRequestException>()
            );
            Assert.That(network.Asked, Is.Empty);
        });
    }

    private static async Task SendAsync(Answers network, string request, string origin)
    {
        var words = request.Split(' ', 3);
        using var message = new HttpRequestMessage(new HttpMethod(words[0]), origin + words[1]);
        if (words.Length == 3)
            message.Content = new StringContent(words[2], Encoding.UTF8, "application/json");
        using var guard = new ReadOnlyGuard(new GraphEndpoint(new Uri(Graph))) { InnerHandler = network };
        using var invoker = new HttpMessageInvoker(guard);
        using var response = await invoker.SendAsync(message, CancellationToken.None);
    }
}
