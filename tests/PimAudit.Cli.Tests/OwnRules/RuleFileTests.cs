using NUnit.Framework;
using PimAudit.Access;
using PimAudit.Query;

namespace PimAudit.Cli.Tests.OwnRules;

public sealed class RuleFileTests
{
    private static string Template =>
        SampleRules
            .Template.Replace("{id}", "ORG001", StringComparison.Ordinal)
            .Replace("{name}", "MyOwn", StringComparison.Ordinal);

    [TestCase("severity: medium", "severty: medium", "severity is missing")]
    [TestCase("severity: medium", "severity: medum", "is 'medum' but must be one of info, low")]
    [TestCase("practice: ext", "practice: DO-9", "names 'DO-9' but must be ext, or lines of the document")]
    [TestCase("id: ORG001", "id: ORG001\nid: ORG002", "uplicate key")]
    [TestCase("kind: number", "kind: text", "parameters.maxDays.kind is 'text'")]
    [TestCase("default: 365", "default: many", "must be one whole number")]
    [TestCase("maxDays: { kind", "enabled: { kind", "cannot be the name of a parameter")]
    [TestCase("finds: [Ada]", "find: [Ada]", "reports[0].find is not a key that PimAudit knows; did you mean 'finds'?")]
    [TestCase("ends: 30d", "ends: soon", "reports[0].eligible[1].ends is 'soon' but must be a time")]
    [TestCase(
        "role: Helpdesk Administrator }",
        "role: Helpdesk Administratr }",
        "did you mean 'Helpdesk Administrator'?"
    )]
    [TestCase("who: Bo", "who: Boo", "names 'Boo', whom this example does not have")]
    [TestCase("notRead: [eligibleAssignments]", "notRead: [eligibleAssignment]", "did you mean 'eligibleAssignments'?")]
    [TestCase("users: [Ada, Bo]", "user: [Ada, Bo]", "did you mean 'users'?")]
    [TestCase("title: Somebody", "title: [Somebody]\n#", "title must be one value")]
    public void What_cannot_be_meant_is_told_with_its_place(string right, string wrong, string expected)
    {
        var rule = Read(Template.Replace(right, wrong, StringComparison.Ordinal)).Rule;

        Assert.That(rule, Is.InstanceOf<BrokenRule>());
        Assert.That(
            $"{rule.Origin}: {((BrokenRule)rule).Fault}",
            Does.StartWith("mine/rule.yaml, line ").And.Contain(expected)
        );
        Assert.That((rule.Info.Id, rule.Name), Is.EqualTo(("ORG001", "MyOwn")));
    }

    [Test]
    public void A_file_without_an_id_gets_a_stand_in() =>
        Assert.That(Read("nothing").Rule.Info.Id, Is.EqualTo("BROKEN-3"));

    [Test]
    public void A_name_follows_from_the_title_where_none_is_given() =>
        Assert.That(
            Read(Template.Replace("name: MyOwn\n", "", StringComparison.Ordinal)).Rule.Name,
            Is.EqualTo("SomebodyMayActivateARoleForMoreThanAYearFromNow")
        );

    [Test]
    public void The_file_and_its_path_are_the_definition_and_its_line_ends_are_not()
    {
        var one = Read(Template).Rule.Info.Definition;

        Assert.That(Read(Template.ReplaceLineEndings("\r\n")).Rule.Info.Definition, Is.EqualTo(one));
        Assert.That(Read(Template + "#").Rule.Info.Definition, Is.Not.EqualTo(one));
    }

    [Test]
    public void An_example_is_complete_and_as_the_practice_wants_it()
    {
        var tenant = Read(Template).Examples[0].Tenant;

        Assert.That(
            tenant.Users.Select(user => user.DisplayName),
            Is.EqualTo(["Ada", "Bo", "First Approver", "Second Approver"])
        );
        Assert.That(tenant.Collection.Parts.Where(part => part.IsMissing), Is.Empty);
        Assert.That(
            tenant.RoleSettings.Select(settings => settings.Owner.Id),
            Is.EqualTo(tenant.Roles.Select(role => role.Id))
        );
    }

    private static RuleFile Read(string text)
    {
        using var check = SnapshotQuery.Open(AccessMap.Resolve(ExampleTenant.Empty));
        return RuleFile.Read("mine/rule.yaml", text, "BROKEN-3", check);
    }
}
