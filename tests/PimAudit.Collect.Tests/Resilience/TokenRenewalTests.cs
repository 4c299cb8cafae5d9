using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Collect.Tests;

public sealed class TokenRenewalTests
{
    [Test]
    public async Task A_token_that_ends_between_two_pages_is_renewed()
    {
        var options = new EmulatorOptions
        {
            PageSize = 5,
            MoreAccessTokens = ["second", "third"],
            Faults =
            [
                new EmulatorFault("/auditLogs/", FaultKind.TokenExpired, Times: 1),
                new EmulatorFault("/roleAssignments.*skiptoken", FaultKind.TokenExpired, Times: 1),
            ],
        };
        await using var server = await GraphEmulatorServer.StartAsync(SampleTenants.Fabrikam(), options);
        var tokens = new TokensInTurn(server.AccessToken, "second", "third");
        using var connection = new GraphConnection(new(server.BaseAddress), tokens);

        var snapshot = await CollectAsync(connection);

        Assert.Multiple(() =>
        {
            Assert.That(snapshot.Collection.Parts.Where(part => part.Status is not PartStatus.Complete), Is.Empty);
            Assert.That(tokens.Current, Is.EqualTo("third"));
        });
    }

    [TestCase("/auditLogs/", Description = "Asked for alone.")]
    [TestCase("/owners", Description = "Asked for in a batch: no missing permission.")]
    public async Task Where_there_is_no_other_token_the_collection_ends(string path)
    {
        await using var server = await GraphEmulatorServer.StartAsync(
            Small.Tenant,
            new EmulatorOptions { Faults = [new EmulatorFault(path, FaultKind.TokenExpired)] }
        );
        using var connection = new GraphConnection(new(server.BaseAddress), new StaticToken(server.AccessToken));

        Assert.That(() => CollectAsync(connection), Throws.TypeOf<SignInFailedException>());
    }

    [Test]
    public async Task The_claims_that_Graph_wants_are_handed_to_the_sign_in()
    {
        const string Claims = """{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}""";
        var tokens = new TokensInTurn("first", "second");
        var network = new Answers(_ =>
        {
            if (string.Equals(tokens.Current, "second", StringComparison.Ordinal))
                return Answers.Json("""{"value":[]}""");

            var answer = Answers.Json("{}", HttpStatusCode.Unauthorized);
            answer.Headers.WwwAuthenticate.Add(
                new AuthenticationHeaderValue(
                    "Bearer",
                    $"error=\"insufficient_claims\", claims=\"{Convert.ToBase64String(Encoding.UTF8.GetBytes(Claims))}\""
                )
            );
            return answer;
        });
        using var connection = new GraphConnection(Cloud.Global.Endpoint, tokens, network);
        var read = new TenantReads(new Questions(connection)).RoleAssignments();

        await Readers.Over(connection).ReadAsync(read, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(read.Failure, Is.Null);
            Assert.That(tokens.Claims, Is.EqualTo([Claims]));
            Assert.That(
                network.Asked.Select(asked => asked.Authorization),
                Is.EqualTo(["Bearer first", "Bearer second"])
            );
        });
    }

    private static Task<TenantSnapshot> CollectAsync(GraphConnection connection) =>
        new TenantCollector(
            connection,
            Emulated.Options,
            new TestKit.ImpatientTime(SampleTenants.FabrikamNow)
        ).CollectAsync(progress: null, CancellationToken.None);

    /// <summary>Hands out the next token whenever one is turned away.</summary>
    private sealed class TokensInTurn(params string[] tokens) : IAccessTokenSource
    {
        private readonly List<string?> claims = [];
        private int at;

        public string Current => tokens[at];

        public IReadOnlyList<string?> Claims => claims;

        public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Current);

        public ValueTask<string?> RenewTokenAsync(string rejected, string? wanted, CancellationToken cancellationToken)
        {
            claims.Add(wanted);
            if (!string.Equals(rejected, Current, StringComparison.Ordinal))
                return ValueTask.FromResult<string?>(Current);
            at++;
            return ValueTask.FromResult(at < tokens.Length ? tokens[at] : null);
        }
    }
}
