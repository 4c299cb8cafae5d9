using NUnit.Framework;
using PimAudit.Archive;
using PimAudit.Rules;

namespace PimAudit.Cli.Tests.OwnRules;

public sealed class RuleSchemaTests
{
    private static readonly SchemaCheck Schema = new(Schemas.Text("rule"));

    private static string Template =>
        SampleRules
            .Template.Replace("{id}", "ORG001", StringComparison.Ordinal)
            .Replace("{name}", "MyOwn", StringComparison.Ordinal);

    [Test]
    public void Every_rule_that_ships_to_be_copied_fits_it() =>
        Assert.That(SampleRules.Names.Select(SampleRules.Text).Append(Template).SelectMany(Schema.Of), Is.Empty);

    /// <summary>The examples of our rules use what the language has.</summary>
    [Test]
    public void So_do_the_examples_in_the_pages() =>
        Assert.That(
            Catalogue
                .All.SelectMany(rule => Blocks(RulePages.Text(rule.Name)))
                .SelectMany(block =>
                    Schema.Of($"id: ORG001\ntitle: t\nseverity: low\npractice: ext\nquery: q\n{block}")
                ),
            Is.Empty
        );

    [TestCase("severity: medium", "severity: mediun", ".severity is mediun")]
    [TestCase("id: ORG001", "id: PIM101", ".id is PIM101")]
    [TestCase("who: Ada", "whom: Ada", "whom is unknown")]
    [TestCase("ends: 365d", "ends: 1y", "ends is 1y")]
    [TestCase("ignores:", "cannotTel:", ".ignores is missing")]
    public void What_the_reader_refuses_the_schema_refuses_too(string right, string wrong, string problem)
    {
        var text = Template.Replace(right, wrong, StringComparison.Ordinal);
        using var check = Query.SnapshotQuery.Open(Access.AccessMap.Resolve(ExampleTenant.Empty));

        Assert.That(RuleFile.Read("rule.yaml", text, "BROKEN-1", check).Rule.Info.IsBroken, Is.True);
        Assert.That(Schema.Of(text), Has.Some.Contains(problem));
    }

    [Test]
    public void The_sql_of_the_template_is_understood()
    {
        using var check = Query.SnapshotQuery.Open(Access.AccessMap.Resolve(ExampleTenant.Empty));

        Assert.That(RuleFile.Read("rule.yaml", Template, "BROKEN-1", check).Rule.Info.Id, Is.EqualTo("ORG001"));
    }

    private static IEnumerable<string> Blocks(string page)
    {
        var lines = page.ReplaceLineEndings("\n").Split('\n').SkipWhile(line => line is not "## Examples");
        var block = lines
            .SkipWhile(line => line is not "```yaml")
            .Skip(1)
            .TakeWhile(line => line is not "```")
            .ToList();
        return block.Count == 0 ? [] : [string.Join('\n', block)];
    }
}
