using System.Buffers.Text;
using System.Text;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Time.Testing;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.TestKit;

namespace PimAudit.Collect.Tests;

public sealed class SignInTests
{
    private static readonly Guid Tenant = new("11111111-1111-1111-1111-111111111111");

    [Test]
    public void A_failed_sign_in_stops_the_collection()
    {
        using var connection = new GraphConnection(
            Cloud.Global.Endpoint,
            new AzureIdentityToken(new NoCredential(), Cloud.Global.Scope),
            new Answers(_ => Answers.Json("{}"))
        );
        var collector = new TenantCollector(connection, Emulated.Options, new ImpatientTime(Small.Now));

        Assert.That(
            () => collector.CollectAsync(progress: null, CancellationToken.None),
            Throws.TypeOf<SignInFailedException>().With.Message.Contain("no such account")
        );
    }

    [Test]
    public void A_token_that_Graph_refuses_stops_the_collection() =>
        Assert.That(
            () => Emulated.CollectAsync(Small.Tenant, new EmulatorOptions(), token: "another"),
            Throws.TypeOf<SignInFailedException>().With.Message.Contain("Graph answered 401 to GET organization")
        );

    [Test]
    public void Another_tenant_stops_the_collection() =>
        Assert.That(
            () => Emulated.CollectAsync(Small.Tenant, new EmulatorOptions(), Small.Options with { Tenant = Tenant }),
            Throws
                .TypeOf<WrongTenantException>()
                .With.Property("Configured")
                .EqualTo(Tenant)
                .And.Property("Seen")
                .EqualTo(Small.Tenant.Id)
        );

    [Test]
    public async Task The_configured_tenant_is_read()
    {
        var collected = await Emulated.CollectAsync(
            Small.Tenant,
            new EmulatorOptions(),
            Small.Options with
            {
                Tenant = Small.Tenant.Id,
            }
        );

        Assert.That(collected.Snapshot.Tenant.Id, Is.EqualTo(Small.Tenant.Id));
    }

    [Test]
    public void A_token_of_another_tenant_stops_before_anything_is_asked()
    {
        var network = new Answers(_ => Answers.Json("{}"));
        using var connection = new GraphConnection(
            Cloud.Global.Endpoint,
            new StaticToken(Token("""{"tid":"22222222-2222-2222-2222-222222222222"}""")),
            network
        );
        var collector = new TenantCollector(
            connection,
            Emulated.Options with
            {
                Tenant = Tenant,
            },
            new ImpatientTime(Small.Now)
        );

        Assert.Multiple(() =>
        {
            Assert.That(
                () => collector.CollectAsync(progress: null, CancellationToken.None),
                Throws.TypeOf<WrongTenantException>()
            );
            Assert.That(network.Asked, Is.Empty);
        });
    }

    [Test]
    public async Task A_tenant_that_cannot_be_read_is_named_by_the_token()
    {
        var token = Token(
            $$"""{"tid":"{{Small.Tenant.Id}}","appid":"33333333-3333-3333-3333-333333333333","roles":["B","A"]}"""
        );
        var collected = await Emulated.CollectAsync(
            Small.Tenant,
            new EmulatorOptions
            {
                AccessToken = token,
                Faults = [new EmulatorFault("/organization", FaultKind.Refused)],
            }
        );

        var record = collected.Snapshot.Collection;
        Assert.Multiple(() =>
        {
            Assert.That(collected.Snapshot.Tenant.Id, Is.EqualTo(Small.Tenant.Id));
            Assert.That(record.Notes, Is.Empty);
            Assert.That(record.Identity, Is.EqualTo("33333333-3333-3333-3333-333333333333"));
            Assert.That(record.Permissions, Is.EqualTo(["A", "B"]));
        });
    }

    [TestCase("""{"scp":"User.Read Directory.Read.All","oid":"o","appid":"a"}""", "o", "Directory.Read.All,User.Read")]
    [TestCase("""{"roles":["User.Read.All"],"oid":"o","azp":"a"}""", "a", "User.Read.All")]
    [TestCase("""{"roles":"none"}""", "unknown", "")]
    [TestCase("[]", "unknown", "")]
    public void A_token_tells_who_and_what(string payload, string identity, string permissions)
    {
        var claims = TokenClaims.Read(Token(payload));

        Assert.That((claims.Identity, string.Join(',', claims.Permissions)), Is.EqualTo((identity, permissions)));
    }

    [TestCase("opaque")]
    [TestCase("a.b.c")]
    [TestCase("a.!!!.c")]
    [TestCase("..")]
    public void An_opaque_token_tells_nothing(string token) =>
        Assert.That(TokenClaims.Read(token).Identity, Is.EqualTo("unknown"));

    [TestCase(SignInMode.Certificate, "tenant")]
    [TestCase(SignInMode.ClientSecret, "tenant")]
    [TestCase(SignInMode.DeviceCode, "a way to show the code")]
    public void A_mode_says_what_it_lacks(SignInMode mode, string lack) =>
        Assert.That(
            () => new SignIn { Mode = mode }.CreateTokenSource(),
            Throws.TypeOf<SignInFailedException>().With.Message.Contain(lack)
        );

    [TestCase("managed-identity")]
    [TestCase("workload-identity")]
    [TestCase("client-secret")]
    [TestCase("device-code")]
    [TestCase("interactive")]
    [TestCase("azure-cli")]
    [TestCase("environment")]
    public void Every_mode_makes_a_token_source_without_signing_in(string mode)
    {
        var signIn = new SignIn
        {
            Mode = SignIn.ModeNamed(mode),
            Tenant = Tenant,
            ClientId = Tenant,
            ClientSecret = "not a secret",
            ShowDeviceCode = _ => { },
        };

        Assert.That(signIn.CreateTokenSource(), Is.TypeOf<AzureIdentityToken>());
    }

    [Test]
    public void A_certificate_that_is_not_there_is_named()
    {
        var signIn = new SignIn
        {
            Mode = SignInMode.Certificate,
            Tenant = Tenant,
            ClientId = Tenant,
            Certificate = "no-such.pem",
        };

        Assert.That(
            signIn.CreateTokenSource,
            Throws.TypeOf<SignInFailedException>().With.Message.Contain("no-such.pem")
        );
    }

    [Test]
    public void An_unknown_mode_is_an_error() =>
        Assert.That(() => SignIn.ModeNamed("magic"), Throws.ArgumentException.With.Message.Contain("magic"));

    [TestCase("")]
    [TestCase("two words")]
    [TestCase("line\nbreak")]
    public void A_static_token_is_one_word_of_ascii(string token) =>
        Assert.That(() => new StaticToken(token), Throws.ArgumentException);

    [TestCase(54, 1)]
    [TestCase(55, 2)]
    public async Task A_token_is_kept_until_five_minutes_before_its_end(int minutesLater, int signIns)
    {
        var time = new FakeTimeProvider(Small.Now);
        var credential = new HourlyCredential(time);
        using var tokens = new AzureIdentityToken(credential, Cloud.Global.Scope, time);

        await tokens.GetTokenAsync(CancellationToken.None);
        time.Advance(TimeSpan.FromMinutes(minutesLater));
        await tokens.GetTokenAsync(CancellationToken.None);

        Assert.That(credential.SignIns, Is.EqualTo(signIns));
    }

    private static string Token(string payload) =>
        $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.e30";

    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new AuthenticationFailedException("no such account");

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => throw new AuthenticationFailedException("no such account");
    }

    private sealed class HourlyCredential(TimeProvider time) : TokenCredential
    {
        public int SignIns { get; private set; }

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            SignIns++;
            return new("token", time.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        ) => ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
