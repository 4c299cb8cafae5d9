using NUnit.Framework;
using PimAudit.Cli.Tests.Golden;
using PimAudit.GraphEmulator;
using PimAudit.Model;
using PimAudit.Rules;

namespace PimAudit.Cli.Tests.Doctor;

[Parallelizable(ParallelScope.All)]
public sealed class DoctorTests
{
    private static readonly string[] EveryPermission =
    [
        .. EmulatorToken.Recommended,
        "PrivilegedAccess.Read.AzureADGroup",
        "RoleManagementAlert.Read.Directory",
    ];

    /// <summary>Contoso's workload has no application that could have owners.</summary>
    private static string[] NotRead(string owners) =>
        [
            "groupAssignmentSchedules off",
            "groupEligibilitySchedules off",
            $"applicationOwners {owners}",
            "privilegedRoles off",
            "pimGroups off",
            "pimAlerts off",
        ];

    public static IEnumerable<string> Recommended => EmulatorToken.Recommended;

    [Test]
    public async Task With_the_recommended_consent_everything_is_held()
    {
        var said = await Doctored.OfAsync(Sample.Contoso, Holding(EmulatorToken.Recommended));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(said.Code, Is.Zero, said.Said["reason"]!.ToString());
            Assert.That(
                said.Permissions,
                Is.EqualTo(new[] { "PrivilegedAccess.Read.AzureADGroup off", "RoleManagementAlert.Read.Directory off" })
            );
            Assert.That(
                said.Said["permissions"]!.AsArray().Select(one => $"{one!["name"]} by {one["through"]}").Take(2),
                Is.EqualTo(new[] { "Directory.Read.All by ", "Organization.Read.All by Directory.Read.All" })
            );
            Assert.That(said.Parts, Is.EqualTo(NotRead("permitted")));
            Assert.That(said.BlindRules, Is.Empty);
            Assert.That(said.Grant, Is.Empty);
        }
    }

    [TestCaseSource(nameof(Recommended))]
    public async Task A_permission_that_is_missing_is_the_one_to_grant(string missing)
    {
        var said = await Doctored.OfAsync(Sample.Contoso, Holding(EmulatorToken.Recommended.Remove(missing)));

        Assert.That((said.Code, said.Grant), Is.EqualTo((3, new[] { missing })));
    }

    [TestCaseSource(nameof(Recommended))]
    public async Task The_rules_that_a_missing_permission_blinds_are_those_that_are_not_evaluated(string missing)
    {
        var emulator = Holding(EmulatorToken.Recommended.Remove(missing));

        var said = await Doctored.OfAsync(Sample.Contoso, emulator);

        AssertForetold(said, await Sample.Contoso.AuditAsync(emulator));
    }

    [Test]
    public async Task Without_any_permission_every_rule_that_looks_at_the_tenant_is_blind()
    {
        var emulator = Holding([]);

        var said = await Doctored.OfAsync(Sample.Contoso, emulator);

        AssertForetold(said, await Sample.Contoso.AuditAsync(emulator));
        Assert.That(said.Grant, Is.EquivalentTo(EmulatorToken.Recommended));
        Assert.That(said.Code, Is.EqualTo(3));
    }

    [Test]
    public async Task Without_a_licence_for_pim_the_rules_are_blind_that_a_run_does_not_evaluate()
    {
        var sample = Sample.Contoso.With(tenant => tenant.RemoveSubscription("AAD_PREMIUM_P2"));
        var emulator = Holding(EmulatorToken.Recommended);

        var said = await Doctored.OfAsync(sample, emulator);

        using (Assert.EnterMultipleScope())
        {
            AssertForetold(said, await sample.AuditAsync(emulator));
            Assert.That(said.Said["licences"]!.AsArray(), Is.Empty);
            Assert.That(said.Said["hasPim"]!.GetValue<bool>(), Is.False);
            Assert.That(said.Parts, Does.Contain("roleSettings unlicensed").And.Contain("signInActivity unlicensed"));
            Assert.That((said.Code, said.Grant), Is.EqualTo((3, Array.Empty<string>())));
        }
    }

    [Test]
    public async Task A_licence_without_pim_still_reads_sign_ins()
    {
        var sample = Sample.Contoso.With(tenant =>
            tenant
                .RemoveSubscription("AAD_PREMIUM_P2")
                .Subscription("AAD_PREMIUM", seats: 10, servicePlan: EntraPlans.P1, consumed: 3)
        );
        var emulator = Holding(EmulatorToken.Recommended);

        var said = await Doctored.OfAsync(sample, emulator);

        using (Assert.EnterMultipleScope())
        {
            AssertForetold(said, await sample.AuditAsync(emulator));
            Assert.That(
                said.Said["licences"]!.AsArray().Select(one => $"{one!["name"]} {one["seats"]}"),
                Is.EqualTo(new[] { "Entra ID P1 10" })
            );
            Assert.That(
                said.Parts,
                Does.Contain("roleSettings unlicensed").And.Not.Contain("signInActivity unlicensed")
            );
            Assert.That(said.Code, Is.EqualTo(3));
        }
    }

    [TestCase(0)]
    [TestCase(1, "--strict")]
    public async Task A_permission_to_write_is_named_and_strictly_an_error(int code, params string[] options)
    {
        var emulator = Holding([.. EmulatorToken.Recommended, "RoleManagement.ReadWrite.Directory"]);

        var said = await Doctored.OfAsync(Sample.Contoso, emulator, options);

        Assert.That(said.Texts("moreThanRead"), Is.EqualTo(new[] { "RoleManagement.ReadWrite.Directory" }));
        AssertForetold(said, await Sample.Contoso.AuditAsync(emulator));
        Assert.That(said.Code, Is.EqualTo(code));
    }

    [Test]
    public async Task What_is_held_is_not_asked_for_strictly() =>
        Assert.That(
            (await Doctored.OfAsync(Sample.Contoso, Holding(EmulatorToken.Recommended), "--strict")).Code,
            Is.Zero
        );

    [Test]
    public async Task A_token_that_says_nothing_is_tried()
    {
        var said = await Doctored.OfAsync(Sample.Contoso, new EmulatorOptions());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(said.Code, Is.Zero, said.Said["reason"]!.ToString());
            Assert.That(said.Said["identity"]!["kind"], Is.Null);
            Assert.That(said.Said["moreThanRead"], Is.Null);
            Assert.That(said.Parts, Is.EqualTo(NotRead("unknown")));
            Assert.That(said.BlindRules, Is.Empty);
        }
    }

    /// <summary>The token lists everything; Graph refuses all the same.</summary>
    [Test]
    public async Task A_consent_that_is_void_is_found_out()
    {
        var emulator = Holding(EmulatorToken.Recommended) with
        {
            Faults = [new("/conditionalAccess/policies", FaultKind.Refused)],
        };

        var said = await Doctored.OfAsync(Sample.Contoso, emulator);

        Assert.That(said.Permissions, Does.Contain("Policy.Read.All useless"));
        Assert.That(said.Parts, Does.Contain("conditionalAccessPolicies refused"));
        AssertForetold(said, await Sample.Contoso.AuditAsync(emulator));
        Assert.That(said.Code, Is.EqualTo(3));
    }

    [Test]
    public async Task A_silent_token_is_known_by_what_graph_refuses()
    {
        var emulator = new EmulatorOptions { Faults = [new("/accessReviews/", FaultKind.Refused)] };

        var said = await Doctored.OfAsync(Sample.Contoso, emulator);

        Assert.That(said.Permissions, Does.Contain("AccessReview.Read.All missing"));
        Assert.That(said.Grant, Is.EqualTo(new[] { "AccessReview.Read.All" }));
        AssertForetold(said, await Sample.Contoso.AuditAsync(emulator));
    }

    [Test]
    public async Task What_is_switched_on_is_tried_too()
    {
        var sample = Sample.Contoso with
        {
            Configuration = Sample.Contoso.Configuration + "\ncollect: { beta: true, groupSchedules: true }\n",
        };

        var said = await Doctored.OfAsync(sample, Holding(EveryPermission));

        Assert.That(
            (said.Code, said.Parts, said.Permissions),
            Is.EqualTo((0, new[] { "applicationOwners permitted" }, Array.Empty<string>()))
        );
    }

    [Test]
    public async Task Another_tenant_is_refused()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph).Write("pimaudit.yaml", "tenant: 11111111-1111-1111-1111-111111111111");

        Assert.That((await world.RunAsync("doctor"), world.Out), Is.EqualTo((2, "")));
    }

    [Test]
    public async Task A_token_that_graph_refuses_is_no_sign_in()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph).With("PIMAUDIT_ACCESS_TOKEN", "not-the-token");

        Assert.That((await world.RunAsync("doctor"), world.Out), Is.EqualTo((4, "")));
    }

    [Test]
    public async Task Silence_is_told_as_such()
    {
        var graph = await GraphEmulatorServer.StartAsync(SampleTenants.Contoso());
        using var world = World.Of(graph);
        await graph.DisposeAsync();

        Assert.That((await world.RunAsync("doctor"), world.Out), Is.EqualTo((5, "")));
        Assert.That(world.Error, Does.Contain("Cannot reach Microsoft Graph."));
    }

    [Test]
    public async Task It_takes_a_few_calls_and_only_reads()
    {
        await using var graph = await GraphEmulatorServer.StartAsync(Sample.Contoso.Tenant);
        using var world = World.Of(graph).Write("pimaudit.yaml", Sample.Contoso.Configuration);

        await world.RunAsync("doctor");

        Assert.That(graph.Requests.Count(request => !request.IsInner), Is.LessThanOrEqualTo(12));
        Assert.That(
            graph
                .Requests.Where(request => request.Method is not "GET")
                .Select(request => request.PathAndQuery)
                .Distinct(),
            Is.SubsetOf(new[] { "/v1.0/$batch", "/v1.0/directoryObjects/getByIds" })
        );
    }

    private static EmulatorOptions Holding(IEnumerable<string> permissions) =>
        new() { AccessToken = EmulatorToken.With(Sample.Contoso.Tenant, permissions) };

    /// <summary>
    /// Every rule about the tenant that is not evaluated was foretold; what was foretold beside them leans on a part that, here, names nobody
    /// of whom the rule has nothing to say otherwise.
    /// </summary>
    private static void AssertForetold(Doctored said, Audited audited)
    {
        var silent = audited
            .Result.Rules.Where(rule => rule.Outcome is RuleOutcome.NotEvaluated)
            .Select(rule => rule.Id)
            .Where(id => !Alerts.Contains(id) && !id.StartsWith("PIM9", StringComparison.Ordinal))
            .ToList();
        var missing = audited.Missing.Aggregate(SnapshotParts.None, (all, part) => all | part);
        var leaning = Catalogue
            .All.Select(rule => rule.Info)
            .Where(rule => (rule.Needs & missing) is SnapshotParts.None)
            .Where(rule => (rule.LeansOn & missing) is not SnapshotParts.None)
            .Select(rule => rule.Id);

        Assert.That(said.BlindRules, Is.SupersetOf(silent));
        Assert.That(said.BlindRules.Except(silent), Is.SubsetOf(leaning));
    }

    /// <summary>Off unless asked for; the audits of these tests do ask.</summary>
    private static readonly string[] Alerts = ["PIM704", "PIM705"];
}
