using System.Net;
using System.Text;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Collect.Tests.Doctor;

/// <summary>What the emulator does not do: another clock, a person who signed in, a silent network.</summary>
public sealed class TenantDoctorTests
{
    private const string Tenant = "11111111-1111-1111-1111-111111111111";
    private static readonly DateTimeOffset Now = new(2026, 10, 1, 6, 0, 0, TimeSpan.Zero);

    [TestCase(10)]
    [TestCase(-10)]
    public async Task Graphs_clock_is_compared_with_ours(int minutes)
    {
        var seen = await ExamineAsync("opaque", date: Now + TimeSpan.FromMinutes(minutes));

        Assert.That(seen.ClockSkew, Is.EqualTo(TimeSpan.FromMinutes(minutes)));
    }

    [Test]
    public async Task An_answer_without_a_date_tells_no_skew() =>
        Assert.That((await ExamineAsync("opaque", date: null)).ClockSkew, Is.Null);

    [Test]
    public async Task A_person_is_known_by_object_id_and_by_the_application_that_signed_in()
    {
        var seen = await ExamineAsync(
            Jwt(
                $$"""{ "tid": "{{Tenant}}", "oid": "33333333-3333-3333-3333-333333333333", "appid": "22222222-2222-2222-2222-222222222222", "scp": "Directory.Read.All openid" }"""
            ),
            Now
        );

        Assert.That(
            (seen.Bearer.Id, seen.Bearer.IsUser, seen.Bearer.Application),
            Is.EqualTo(
                (
                    "33333333-3333-3333-3333-333333333333",
                    (bool?)true,
                    (Guid?)new Guid("22222222-2222-2222-2222-222222222222")
                )
            )
        );
    }

    /// <summary>As for a person without an Entra role: the token lists the permission, Graph refuses all the same.</summary>
    [Test]
    public async Task A_permission_that_graph_does_not_honour_is_useless()
    {
        var seen = await ExamineAsync(Jwt($$"""{ "tid": "{{Tenant}}", "scp": "AccessReview.Read.All" }"""), Now);

        Assert.That(StateOf(seen, "AccessReview.Read.All"), Is.EqualTo(PermissionState.Useless));
        Assert.That(StateOf(seen, "Policy.Read.All"), Is.EqualTo(PermissionState.Missing));
    }

    [Test]
    public async Task What_a_silent_token_is_refused_is_missing_and_what_names_it_cannot_be_asked()
    {
        var seen = await ExamineAsync("opaque", Now);

        Assert.That(StateOf(seen, "AccessReview.Read.All"), Is.EqualTo(PermissionState.Missing));
        Assert.That(
            new[]
            {
                SnapshotParts.Organization,
                SnapshotParts.AccessReviews,
                SnapshotParts.AccessReviewInstances,
                SnapshotParts.GroupMembers,
                SnapshotParts.PimAlerts,
            }.Select(part => seen[part].Health),
            Is.EqualTo(
                new[]
                {
                    PartHealth.Readable,
                    PartHealth.Refused,
                    PartHealth.Unnamed,
                    PartHealth.Unnamed,
                    PartHealth.Off,
                }
            )
        );
    }

    [Test]
    public async Task A_token_without_any_permission_says_so()
    {
        var seen = await ExamineAsync(Jwt($$"""{ "tid": "{{Tenant}}", "appid": "{{Tenant}}" }"""), Now);

        Assert.That(
            (seen.Bearer.IsUser, seen.Bearer.MoreThanRead),
            Is.EqualTo(((bool?)false, seen.Bearer.MoreThanRead))
        );
        Assert.That(seen.Bearer.MoreThanRead, Is.Empty);
    }

    [Test]
    public void A_dead_line_is_no_diagnosis() =>
        Assert.That(
            () => ExamineAsync("opaque", new Answers(_ => throw new HttpRequestException("No route to host"))),
            Throws.TypeOf<GraphUnreachableException>().With.Message.Contains("No route to host.")
        );

    private static PermissionState StateOf(Examination seen, string permission) =>
        seen.Permissions.Single(check => check.Name == permission).State;

    /// <summary>Graph tells which tenant it is, and refuses everything else.</summary>
    private static Task<Examination> ExamineAsync(string token, DateTimeOffset? date) =>
        ExamineAsync(
            token,
            new Answers(path =>
            {
                var answer = path.StartsWith("/v1.0/organization", StringComparison.Ordinal)
                    ? Answers.Json($$"""{ "value": [ { "id": "{{Tenant}}", "displayName": "Contoso" } ] }""")
                    : Answers.Json("""{ "error": { "code": "AccessDenied" } }""", HttpStatusCode.Forbidden);
                answer.Headers.Date = date;
                return answer;
            })
        );

    private static async Task<Examination> ExamineAsync(string token, HttpMessageHandler network)
    {
        using var connection = new GraphConnection(
            new GraphEndpoint(new Uri("https://graph.example")),
            new StaticToken(token),
            network
        );
        var options = new CollectionOptions { ToolVersion = "0.1.0-test", IsPaced = false };
        return await new TenantDoctor(connection, options, new StillTime()).ExamineAsync(CancellationToken.None);
    }

    private static string Jwt(string claims) =>
        $"e30.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.";

    /// <summary>Nothing takes any time.</summary>
    private sealed class StillTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;

        public override long GetTimestamp() => 0;
    }
}
