using NUnit.Framework;

namespace PimAudit.Cli.Tests.Fleet;

/// <summary>An entry that names a whole configuration instead of keys.</summary>
public sealed class ConfigOfATenantTests
{
    private const string One = "11111111-1111-1111-1111-111111111111";
    private const string Two = "22222222-2222-2222-2222-222222222222";

    [Test]
    public void It_means_what_it_means_to_a_scan_of_that_tenant_alone()
    {
        using var world = World($"tenant: {One}\nprofile: mine.yaml\nbaseline: baseline.json");
        world.Write("contoso/mine.yaml", "name: mine\ntitle: Mine\nrules: {}");

        var settings = Load(world).Tenants.Single().Settings;

        Assert.That(
            (settings.Tenant, settings.Profiles.Single(), settings.Baseline, settings.Classification),
            Is.EqualTo(
                (
                    Guid.Parse(One),
                    world.PathOf("contoso/mine.yaml"),
                    world.PathOf("contoso/baseline.json"),
                    Settings.DefaultClassification
                )
            )
        );
    }

    [Test]
    public void The_tenant_may_stand_in_the_list()
    {
        using var world = World("profile: document-only", $", tenant: {One}");

        Assert.That(Load(world).Tenants.Single().Id, Is.EqualTo(Guid.Parse(One)));
    }

    [Test]
    public void Another_tenant_than_that_of_the_list_is_refused()
    {
        using var world = World($"tenant: {Two}", $", tenant: {One}");

        Assert.That(ProblemOf(world), Is.EqualTo("line 2: tenants[0].tenant is another than in contoso/pimaudit.yaml"));
    }

    [Test]
    public void Keys_beside_it_are_refused()
    {
        using var world = World($"tenant: {One}", ", cloud: usgov");

        Assert.That(ProblemOf(world), Does.StartWith("line 2: tenants[0].cloud stands beside 'config'"));
    }

    [Test]
    public void What_is_wrong_with_it_is_told_with_its_own_lines()
    {
        using var world = World($"tenant: {One}\ncloud: uk");

        Assert.That(
            ProblemOf(world),
            Does.StartWith(
                "line 2: tenants[0].config is contoso/pimaudit.yaml, which cannot be used: line 2: cloud is 'uk'"
            )
        );
    }

    private static World World(string configuration, string further = "")
    {
        var world = new World();
        Directory.CreateDirectory(world.PathOf("contoso"));
        return world
            .Write("contoso/pimaudit.yaml", configuration)
            .Write(
                "fleet.yaml",
                $"defaults: {{ outputs: {{ classification: Internal }} }}\ntenants: [ {{ alias: contoso, config: contoso/pimaudit.yaml{further} }} ]"
            );
    }

    private static FleetSettings Load(World world) => FleetFile.Load(path: null, world.Surroundings());

    private static string ProblemOf(World world) => Assert.Throws<Failure>(() => Load(world))!.Seen;
}
