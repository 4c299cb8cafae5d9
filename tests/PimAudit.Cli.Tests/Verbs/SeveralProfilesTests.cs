using System.Text.Json;
using NUnit.Framework;

namespace PimAudit.Cli.Tests.Verbs;

public sealed class SeveralProfilesTests
{
    [Test]
    public async Task The_first_decides_as_if_it_were_alone()
    {
        using var world = new World();
        var alone = await world.RunAsync("scan", "--demo", "--fail-on", "high", "--out", "a", "--quiet");
        var both = await world.RunAsync(
            "scan",
            "--demo",
            "--fail-on",
            "high",
            "--profile",
            "best-practices,document-only,cisa-scuba,cis-m365,microsoft-zero-trust",
            "--out",
            "b",
            "--quiet"
        );

        using var one = Json(world, "a/result.json");
        using var five = Json(world, "b/result.json");
        Assert.That(both, Is.EqualTo(alone), world.Error);
        Assert.That(Text(five, "findings"), Is.EqualTo(Text(one, "findings")));
        Assert.That(Text(five, "rules"), Is.EqualTo(Text(one, "rules")));
        Assert.That(Text(one, "crosswalk"), Is.EqualTo("[]"));
    }

    [Test]
    public async Task Profiles_of_the_file_stand_side_by_side_in_the_result_and_on_the_terminal()
    {
        using var world = new World().Write(
            "pimaudit.yaml",
            PimAudit.GraphEmulator.SampleTenants.ContosoConfiguration + "\nprofile: [ best-practices, cis-m365 ]\n"
        );

        await world.RunAsync("scan", "--demo", "--config", "pimaudit.yaml", "--out", "a");

        using var json = Json(world, "a/result.json");
        var row = json
            .RootElement.GetProperty("crosswalk")
            .EnumerateArray()
            .Single(one => one.GetProperty("ruleId").GetString() is "PIM502");
        Assert.That(
            row.GetProperty("verdicts")
                .EnumerateArray()
                .Select(one =>
                    (
                        one.GetProperty("profile").GetString(),
                        one.GetProperty("parameters").GetProperty("maxDays").GetString()
                    )
                ),
            Is.EqualTo(new[] { ("best-practices", "92"), ("cis-m365", "31") })
        );
        Assert.That(row.GetProperty("verdicts")[1].GetProperty("differs").GetString(), Does.Contain("quarterly"));

        var words = world
            .Out.Split('\n')
            .SkipWhile(line => !line.StartsWith("Profiles side by side", StringComparison.Ordinal))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .ToList();
        Assert.That(
            words,
            Has.Exactly(2).EqualTo(new[] { "maxDays", "92", "31" }),
            "of PIM502, and of PIM501 after it"
        );
        Assert.That(words[1], Is.EqualTo(new[] { "best-practices", "cis-m365" }));
        Assert.That(world.Out, Does.Contain("best-practices alone decides findings, waivers and the exit code."));
    }

    [Test]
    public async Task Reports_of_several_profiles_come_from_the_result_alone()
    {
        using var world = new World();
        await world.RunAsync("scan", "--demo", "--profile", "best-practices,cis-m365", "--out", "a", "--quiet");

        var code = await world.RunAsync("report", "a/result.json", "--out", "b", "--quiet", "--fail-on", "none");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(world.Bytes("b/findings.pdf"), Is.EqualTo(world.Bytes("a/findings.pdf")));
        Assert.That(world.Bytes("b/findings.xlsx"), Is.EqualTo(world.Bytes("a/findings.xlsx")));
    }

    [TestCase("best-practices,cis", "There is no profile 'cis'")]
    [TestCase("cis-m365,cis-m365", "none of them twice")]
    [TestCase(",", "none of them twice")]
    [TestCase("mine.yaml", "The file does not exist")]
    public async Task Profiles_that_cannot_be_meant_are_refused(string profiles, string expected)
    {
        using var world = new World();

        var code = await world.RunAsync("rules", "list", "--profile", profiles);

        Assert.That((code, world.Out), Is.EqualTo((2, "")));
        Assert.That(world.Error, Does.Contain(expected));
    }

    [Test]
    public async Task A_profile_of_ones_own_is_a_file()
    {
        using var world = new World().Write(
            "mine.yaml",
            "name: mine\ntitle: Mine\nonlyListed: true\nmaxWaiverDays: 30\nhighlyPrivilegedRoles: []\n"
                + "rules: { ActivationTooLong: { maxHours: 2, source: our policy } }\n"
        );

        var code = await world.RunAsync("rules", "list", "--profile", "mine.yaml,best-practices");

        var words = world
            .Out.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToList();
        Assert.That(code, Is.Zero, world.Error);
        Assert.That(words, Has.One.EqualTo(new[] { "PIM204", "ActivationTooLong", "Medium", "Medium" }));
        Assert.That(words, Has.One.EqualTo(new[] { "maxHours", "2", "8" }));
        Assert.That(words, Has.One.EqualTo(new[] { "PIM101", "PermanentActiveAssignment", "Off", "Critical" }));
    }

    [Test]
    public async Task A_path_in_the_configuration_starts_at_its_folder()
    {
        using var world = new World();
        Directory.CreateDirectory(world.PathOf("audit"));
        world
            .Write("audit/mine.yaml", "name: mine\ntitle: Mine\nrules: { PIM204: { maxHours: 2 } }\n")
            .Write("audit/pimaudit.yaml", "profile: [ best-practices, mine.yaml ]\n");

        var code = await world.RunAsync("rules", "list", "--config", "audit/pimaudit.yaml");

        Assert.That(code, Is.Zero, world.Error);
        Assert.That(
            world.Out.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            Has.One.EqualTo(new[] { "maxHours", "8", "2" })
        );
    }

    [Test]
    public async Task Two_profiles_of_one_name_are_refused()
    {
        using var world = new World().Write("mine.yaml", "name: cis-m365\nrules: {}\n");

        var code = await world.RunAsync("rules", "list", "--profile", "mine.yaml,cis-m365");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(world.Error, Does.Match(@"two call\s+themselves 'cis-m365'"));
    }

    [TestCase("rules: {}", "name is ''")]
    [TestCase("name: \"two\\nlines\"", "but must be 1 to 40 of")]
    [TestCase("name: mine\nrules: { PIM204: { maxHour: 4 } }", "did you mean 'maxHours'?")]
    [TestCase(
        "name: mine\nrules: { PIM999: {} }",
        "Seen   profile mine: rules.PIM999 names 'PIM999', which is no rule"
    )]
    [TestCase("name: mine\nonlylisted: true", "did you mean 'onlyListed'?")]
    public async Task A_profile_that_cannot_be_meant_is_refused(string text, string expected)
    {
        using var world = new World().Write("mine.yaml", text);

        var code = await world.RunAsync("rules", "list", "--profile", "mine.yaml");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(world.Error, Does.Contain(expected));
    }

    private static JsonDocument Json(World world, string name) => JsonDocument.Parse(world.Bytes(name));

    private static string Text(JsonDocument json, string property) =>
        json.RootElement.GetProperty(property).GetRawText();
}
