using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;
using YamlDotNet.RepresentationModel;

namespace PimAudit.Cli.Tests.Serving;

/// <summary>The samples of <c>docs/samples/deploy</c>, as they are in the repository.</summary>
public sealed partial class DeploySampleTests
{
    [TestCase("compose.yaml")]
    [TestCase("github-actions.yml")]
    [TestCase("azure-pipelines.yml")]
    public void Yaml_can_be_read(string name)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Text(name)));

        Assert.That(yaml.Documents.Single().RootNode, Is.InstanceOf<YamlMappingNode>());
    }

    [TestCase("Containerfile", 1)]
    [TestCase("compose.yaml", 2)]
    [TestCase("pimaudit.service", 1)]
    [TestCase("windows-service.md", 1)]
    [TestCase("github-actions.yml", 1)]
    [TestCase("azure-pipelines.yml", 1)]
    [TestCase("crontab", 1)]
    [TestCase("task-scheduler.ps1", 1)]
    public async Task Its_commands_are_understood(string name, int expected)
    {
        var commands = Commands(Text(name)).ToList();
        foreach (var command in commands)
        {
            using var world = new World();
            await world.RunAsync(command);
            Assert.That(world.Error, Does.Not.Contain("The arguments cannot be understood"), string.Join(' ', command));
        }

        Assert.That(commands, Has.Count.EqualTo(expected));
    }

    [Test]
    public async Task A_command_that_is_not_understood_would_be_noticed()
    {
        using var world = new World();
        await world.RunAsync("serve", "--flet", "fleet.yaml");

        Assert.That(world.Error, Does.Contain("The arguments cannot be understood"));
    }

    [Test]
    public void The_list_of_tenants_can_be_served() =>
        Assert.That(
            ServedTenants.SchedulesOf(FleetFile.Read(Text("fleet.yaml"), "fleet.yaml")).Select(one => one.Alias),
            Is.EqualTo(new[] { "contoso", "fabrikam" })
        );

    [Test]
    public void The_configuration_of_one_tenant_can_be_served() =>
        Assert.That(
            SettingsFile.Read(Text("pimaudit.yaml"), "pimaudit.yaml").Schedule!.TimeLimit,
            Is.EqualTo(TimeSpan.FromMinutes(30))
        );

    private static IEnumerable<string[]> Commands(string text) =>
        Plain()
            .Matches(text)
            .Select(match => match.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Concat(Listed().Matches(text).Select(match => JsonSerializer.Deserialize<string[]>(match.Value)!));

    private static string Text(string name)
    {
        using var reader = new StreamReader(
            typeof(DeploySampleTests).Assembly.GetManifestResourceStream("deploy/" + name)!
        );
        return reader.ReadToEnd();
    }

    [GeneratedRegex("\\b(scan|serve) --[^\"'\\n`]*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();

    [GeneratedRegex("\\[\"(scan|serve)\"[^\\]]*\\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Listed();
}
