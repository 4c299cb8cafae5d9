using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;
using PimAudit.GraphEmulator;
using PimAudit.Rules;
using PimAudit.TestKit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PimAudit.Cli.Tests.Configuration;

/// <summary>The schemas that editors complete from, against the catalogue and against what the program itself reads.</summary>
public sealed class RuleSchemaTests
{
    private const string Profile = """
        name: mine
        title: Mine
        maxWaiverDays: 30
        highlyPrivilegedRoles: []
        rules:
        """;

    [TestCase("config")]
    [TestCase("profile")]
    public void Completes_every_rule_by_id_and_by_name(string name)
    {
        using var schema = JsonDocument.Parse(RuleSchemas.Text(name));

        Assert.That(
            schema
                .RootElement.GetProperty("properties")
                .GetProperty("rules")
                .GetProperty("properties")
                .EnumerateObject()
                .Select(property => property.Name),
            Is.EqualTo(Catalogue.All.SelectMany(rule => new[] { rule.Info.Id, rule.Name }))
        );
    }

    [TestCase("config")]
    [TestCase("profile")]
    public void Knows_the_parameters_of_every_rule_with_defaults_that_fit(string name)
    {
        using var schema = JsonDocument.Parse(RuleSchemas.Text(name));
        var definitions = schema.RootElement.GetProperty("$defs");

        Assert.That(
            Catalogue.All.SelectMany(rule =>
                definitions
                    .GetProperty(rule.Info.Id)
                    .GetProperty("properties")
                    .EnumerateObject()
                    .Select(property => $"{rule.Info.Id} {property.Name}")
            ),
            Is.EqualTo(
                Catalogue.All.SelectMany(rule =>
                    new[] { "enabled", "severity", "source", "differs" }
                        .Concat(rule.Info.Parameters.Select(parameter => parameter.Name))
                        .Select(parameter => $"{rule.Info.Id} {parameter}")
                )
            )
        );
        Assert.That(
            Catalogue
                .All.SelectMany(rule => rule.Info.Parameters.Select(parameter => (rule.Info.Id, parameter.Name)))
                .SelectMany(one =>
                {
                    var parameter = definitions.GetProperty(one.Id).GetProperty("properties").GetProperty(one.Name);
                    return ProblemsOf(schema.RootElement, parameter, parameter.GetProperty("default"));
                }),
            Is.Empty
        );
    }

    [TestCaseSource(typeof(ProfileFile), nameof(ProfileFile.Shipped))]
    public void Accepts_every_profile_that_ships(string name)
    {
        using var stream = typeof(ProfileFile).Assembly.GetManifestResourceStream($"profiles/{name}.yaml")!;
        using var reader = new StreamReader(stream);

        Assert.That(Problems("profile", reader.ReadToEnd()), Is.Empty);
    }

    [Test]
    public void Accepts_the_configuration_of_the_sample_tenants() =>
        Assert.That(
            Problems("config", SampleTenants.ContosoConfiguration)
                .Concat(Problems("config", SampleTenants.FabrikamConfiguration)),
            Is.Empty
        );

    [TestCase("{ PIM204: { maxHours: 4 } }")]
    [TestCase("{ ActivationTooLong: { maxHours: 4, roles: privileged } }")]
    [TestCase("{ PIM204: { roles: [ 62e90394-69f5-4237-9190-012177145e10 ] } }")]
    [TestCase("{ PIM309: { pattern: ^PIM } }")]
    [TestCase("{ PIM206: { allowDefaultApprovers: true } }")]
    [TestCase("{ PIM901: { enabled: true } }")]
    public void Accepts_what_the_program_accepts(string rules)
    {
        Assert.That(Problems("profile", $"{Profile} {rules}"), Is.Empty);
        Assert.That(Problems("config", $"rules: {rules}"), Is.Empty);
        Assert.That(Refused(rules), Is.False);
    }

    [TestCase("{ PIM204: { maxHour: 4 } }")]
    [TestCase("{ PIM204: { maxHours: eight } }")]
    [TestCase("{ PIM204: { maxHours: -1 } }")]
    [TestCase("{ PIM204: { severity: severe } }")]
    [TestCase("{ PIM204: { roles: some } }")]
    [TestCase("{ PIM206: { allowDefaultApprovers: perhaps } }")]
    [TestCase("{ PIM901: { enabled: false } }")]
    public void Refuses_what_the_program_refuses(string rules)
    {
        Assert.That(Problems("profile", $"{Profile} {rules}"), Is.Not.Empty);
        Assert.That(Problems("config", $"rules: {rules}"), Is.Not.Empty);
        Assert.That(Refused(rules), Is.True);
    }

    [TestCase("cis-m365", true)]
    [TestCase("[ best-practices, mine.yaml ]", true)]
    [TestCase("cis", false)]
    [TestCase("[]", true)]
    public void Knows_the_profiles_that_ship(string profile, bool fits) =>
        Assert.That(Problems("config", $"profile: {profile}"), fits ? Is.Empty : Is.Not.Empty);

    private static bool Refused(string rules)
    {
        try
        {
            Plans.Make(SettingsFile.Read($"rules: {rules}", "pimaudit.yaml"));
            return false;
        }
        catch (Failure)
        {
            return true;
        }
    }

    private static IReadOnlyList<string> Problems(string name, string yaml)
    {
        using var schema = JsonDocument.Parse(RuleSchemas.Text(name));
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        using var document = JsonDocument.Parse(Json(stream.Documents[0].RootNode)!.ToJsonString());
        return SchemaCheck.Problems(schema.RootElement, document.RootElement);
    }

    /// <summary>The default of a parameter against its definition, references resolved at the root.</summary>
    private static IReadOnlyList<string> ProblemsOf(JsonElement root, JsonElement schema, JsonElement value)
    {
        var whole = JsonNode.Parse(schema.GetRawText())!.AsObject();
        whole["$defs"] = JsonNode.Parse(root.GetProperty("$defs").GetRawText());
        using var document = JsonDocument.Parse(whole.ToJsonString());
        return SchemaCheck.Problems(document.RootElement, value);
    }

    /// <summary>As an editor reads YAML: a plain scalar that looks like a number or a truth value is one.</summary>
    private static JsonNode? Json(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => new JsonObject(
                map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Json(pair.Value)))
            ),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: var text }
                when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
                number,
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" } => true,
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "false" } => false,
            YamlScalarNode scalar => scalar.Value,
            _ => null,
        };
}
