using System.Runtime.Versioning;
using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.Cli.Tests.Golden;
using PimAudit.GraphEmulator;
using PimAudit.Model;

namespace PimAudit.Cli.Tests.Init;

[Parallelizable(ParallelScope.All)]
public sealed class InitTests
{
    private const string Wanted = "pimaudit.yaml";

    [Test]
    public async Task The_file_names_the_tenant_and_loads_as_it_stands()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(Sample.Contoso.Tenant);
        using var world = World.Of(graph);

        var code = await world.RunAsync("init");

        var settings = SettingsFile.Load(world.PathOf(Wanted));
        var usual = SettingsFile.Read("", Wanted);
        Assert.That(code, Is.Zero, world.Error);
        Assert.That(settings.Tenant, Is.EqualTo(Sample.Contoso.Tenant.Id));
        Assert.That(
            (settings.Cloud, settings.Auth, settings.Profiles.Single(), settings.Scope, settings.OutputFolder),
            Is.EqualTo((usual.Cloud, usual.Auth, usual.Profiles.Single(), usual.Scope, usual.OutputFolder))
        );
        Assert.That(settings.Formats, Is.EqualTo(usual.Formats));
        Assert.That(Plans.Make(settings).EmergencyAccounts, Is.Empty);
    }

    [Test]
    public async Task Every_key_of_the_schema_is_in_it()
    {
        using var world = new World();
        await world.RunAsync("init");

        using var schema = System.Text.Json.JsonDocument.Parse(Schemas.Text("config"));
        var properties = schema.RootElement.GetProperty("properties");
        var keys = properties
            .EnumerateObject()
            .Concat(
                new[] { "auth", "collect", "outputs" }.SelectMany(key =>
                    properties.GetProperty(key).GetProperty("properties").EnumerateObject()
                )
            )
            .Select(property => property.Name);

        var written = TextOf(world).Split('\n').Select(line => line.Trim(' ', '#').Split(':')[0]);
        Assert.That(keys, Is.Not.Empty.And.SubsetOf(written));
    }

    /// <summary>The accounts that the rule about emergency accounts suggests, too.</summary>
    [Test]
    public async Task Candidates_are_suggested_and_none_is_assumed()
    {
        var sample = Sample.Contoso with { Configuration = "" };
        await using var graph = await GraphEmulatorServer.StartAsync(sample.Tenant);
        using var world = World.Of(graph);

        await world.RunAsync("init");

        var audited = await sample.AuditAsync();
        var suggested = audited
            .Result.Findings.Single(finding => finding.RuleId is "PIM401")
            .Related.Where(related => related.Relation is "candidate")
            .Select(related => related.Object.Id);
        Assert.That(SuggestedIn(TextOf(world)), Is.Not.Empty.And.EqualTo(suggested));
        Assert.That(SettingsFile.Load(world.PathOf(Wanted)).Audit.EmergencyAccounts, Is.Empty);
    }

    [Test]
    public async Task Only_what_is_needed_is_read()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(Sample.Contoso.Tenant);
        using var world = World.Of(graph);

        await world.RunAsync("init");

        Assert.That(graph.Requests.Count(request => !request.IsInner), Is.LessThanOrEqualTo(12));
        Assert.That(
            graph.Requests.Select(request => request.PathAndQuery),
            Has.None.Match("accessReviews|conditionalAccess|auditLogs|roleDefinitions|subscribedSkus")
        );
    }

    [TestCase("Eve\n  - 99999999-9999-9999-9999-999999999999 # ")]
    [TestCase("Eve\u2028tenant: 1")]
    [TestCase("Eve\u0085tenant: 1")]
    [TestCase("Eve\r\ncloud: usgov")]
    [TestCase("\"}]: {[ # ' \\ \t")]
    [TestCase("\u202Eevil\e[31m")]
    public void A_hostile_name_stays_a_comment(string name)
    {
        var person = new ObjectRef(ObjectKind.User, Guid.Parse("33333333-3333-3333-3333-333333333333"), name);
        var found = new Found(new(Sample.Contoso.Tenant.Id, name, null, null), [PathOf(person)], Missing: null);

        var settings = SettingsFile.Read(
            new ConfigurationText(SettingsFile.Read("", Wanted), found).ToString(),
            Wanted
        );

        Assert.That(
            (settings.Tenant, settings.Cloud, settings.Audit.EmergencyAccounts.Length),
            Is.EqualTo((Sample.Contoso.Tenant.Id, "global", 0))
        );
    }

    [Test]
    public async Task Without_a_sign_in_the_place_of_the_tenant_is_kept_and_said()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(Sample.Contoso.Tenant);
        using var world = World.Of(graph).With("PIMAUDIT_ACCESS_TOKEN", "not-the-token");

        var code = await world.RunAsync("init");

        Assert.That((code, SettingsFile.Load(world.PathOf(Wanted)).Tenant), Is.EqualTo((0, (Guid?)null)));
        Assert.That(TextOf(world), Does.Contain("# tenant: 00000000-0000-0000-0000-000000000000"));
        Assert.That(world.Error, Does.Contain("The tenant is not known"));
    }

    [Test]
    public async Task What_could_not_be_read_is_said()
    {
        var emulator = new EmulatorOptions
        {
            AccessToken = EmulatorToken.With(Sample.Contoso.Tenant, "Organization.Read.All"),
        };
        await using var graph = await GraphEmulatorServer.StartAsync(Sample.Contoso.Tenant, emulator);
        using var world = World.Of(graph);

        Assert.That(await world.RunAsync("init"), Is.Zero);
        Assert.That(world.Error, Does.Contain("No account could be suggested for emergencies. Graph answered 403"));
    }

    [Test]
    public async Task A_file_is_replaced_by_force_alone()
    {
        using var world = new World().Write(Wanted, "mine");

        Assert.That((await world.RunAsync("init"), TextOf(world)), Is.EqualTo((2, "mine")));
        Assert.That(await world.RunAsync("init", "--force"), Is.Zero);
        Assert.That(TextOf(world), Does.StartWith("# PimAudit"));
    }

    [Test]
    public async Task The_variables_of_the_sign_in_are_kept()
    {
        using var world = new World()
            .With("PIMAUDIT_AUTH_MODE", "managed-identity")
            .With("PIMAUDIT_CLIENT_ID", "22222222-2222-2222-2222-222222222222")
            .With("PIMAUDIT_CLOUD", "usgov")
            .With("PIMAUDIT_GRAPH_ENDPOINT", "http://127.0.0.1:9")
            .With("PIMAUDIT_ACCESS_TOKEN", "a");

        await world.RunAsync("init", "--out", "other.yaml");

        var settings = SettingsFile.Load(world.PathOf("other.yaml"));
        Assert.That(
            (settings.Auth.Mode, settings.Auth.ClientId, settings.Cloud),
            Is.EqualTo(("managed-identity", (Guid?)Guid.Parse("22222222-2222-2222-2222-222222222222"), "usgov"))
        );
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    public async Task Only_the_owner_may_read_the_file()
    {
        using var world = new World();
        await world.RunAsync("init");

        Assert.That(
            File.GetUnixFileMode(world.PathOf(Wanted)),
            Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite)
        );
    }

    private static AccessPath PathOf(ObjectRef person) =>
        new(
            person,
            new(ObjectKind.Role, WellKnownRoles.GlobalAdministrator, null),
            "/",
            [Through(person)],
            PathBand.Certain,
            Approach.Standing
        );

    private static Hop Through(ObjectRef person) =>
        new(
            new(ObjectKind.Group, Guid.Empty, person.DisplayName),
            person,
            HopRelation.Role,
            HopState.Standing,
            StartsAt: null,
            EndsAt: null,
            Gates: null,
            []
        );

    private static string TextOf(World world) => File.ReadAllText(world.PathOf(Wanted));

    private static IEnumerable<string> SuggestedIn(string text) =>
        text.Split('\n')
            .Where(line =>
                line.StartsWith("  # - ", StringComparison.Ordinal) && !line.Contains('{', StringComparison.Ordinal)
            )
            .Select(line => line["  # - ".Length..].Split(' ')[0]);
}
