using System.Collections.Immutable;
using NUnit.Framework;
using PimAudit.Engine;

namespace PimAudit.Cli.Tests.Waivers;

/// <summary>Nothing but the list of waivers is touched, in whatever way the file is written.</summary>
public sealed class WaiverTextTests
{
    private const string Id = "e5081183-0aa7-8f50-b277-69efbeaf3a5f";

    private static readonly Waiver Waiver = new("PIM101", [Id], "Say \"why\": größe", "Anna", new(2027, 3, 31));

    private static string Entry(string indent) =>
        string.Concat(
            $"{indent}- rule: PIM101\n",
            $"{indent}  targets: [{Id}]\n",
            $"{indent}  reason: \"Say \\\"why\\\": größe\"\n",
            $"{indent}  approvedBy: \"Anna\"\n",
            $"{indent}  expires: 2027-03-31\n"
        );

    [TestCase("", "waivers:\n", "  ")]
    [TestCase("# only a comment\n", "# only a comment\nwaivers:\n", "  ")]
    [TestCase("cloud: global", "cloud: global\nwaivers:\n", "  ")]
    [TestCase("cloud: global # no line feed", "cloud: global # no line feed\nwaivers:\n", "  ")]
    [TestCase("waivers: [] # none yet\ncloud: global\n", "waivers: # none yet\n", "  ", "cloud: global\n")]
    [TestCase("waivers:\ncloud: global\n", "waivers:\n", "  ", "cloud: global\n")]
    [TestCase("waivers: ~\n", "waivers:\n", "  ")]
    [TestCase(Block, Block, "  ")]
    [TestCase(Block + "  # the end\ncloud: global\n", Block, "  ", "  # the end\ncloud: global\n")]
    [TestCase("waivers:\n- rule: PIM102 # odd\n", "waivers:\n- rule: PIM102 # odd\n", "")]
    [TestCase(
        "waivers:\n    - { rule: PIM102, targets: [a] } # z\ncloud: global\n",
        "waivers:\n    - { rule: PIM102, targets: [a] } # z\n",
        "    ",
        "cloud: global\n"
    )]
    [TestCase(
        "waivers:\n  - reason: |\n      one\n      two\ncloud: global\n",
        "waivers:\n  - reason: |\n      one\n      two\n",
        "  ",
        "cloud: global\n"
    )]
    public void Puts_an_entry_behind_the_last(string text, string before, string indent, string after = "") =>
        Assert.That(WaiverText.Add(text, Waiver), Is.EqualTo(before + Entry(indent) + after));

    [TestCase("waivers: [ { rule: a } ] # c\n", "waivers: [ { rule: a }, ", " ] # c\n")]
    [TestCase("waivers: [\n  { rule: a },\n]\n", "waivers: [\n  { rule: a }, ", ",\n]\n")]
    [TestCase("{}", "{\"waivers\": [", "]}")]
    [TestCase("{ \"cloud\": \"global\" }\n", "{ \"cloud\": \"global\" , \"waivers\": [", "]}\n")]
    [TestCase("{ \"waivers\": [] }", "{ \"waivers\": [", "] }")]
    [TestCase("{ \"waivers\": null }", "{ \"waivers\": [", "] }")]
    public void Puts_an_entry_between_brackets(string text, string before, string after) =>
        Assert.That(
            WaiverText.Add(text, Waiver),
            Is.EqualTo(
                $$"""{{before}}{ "rule": "PIM101", "targets": ["{{Id}}"], "reason": "Say \"why\": größe", "approvedBy": "Anna", "expires": "2027-03-31" }{{after}}"""
            )
        );

    [Test]
    public void Keeps_the_line_ends_of_Windows() =>
        Assert.That(
            WaiverText.Add("cloud: global\r\n", Waiver),
            Is.EqualTo("cloud: global\r\nwaivers:\r\n" + Entry("  ").Replace("\n", "\r\n", StringComparison.Ordinal))
        );

    [TestCase("waivers: none\n")]
    [TestCase("waivers: { rule: a }\n")]
    [TestCase("a: &x [ 1 ]\nwaivers: *x\n")]
    [TestCase("waivers:\n  -\n    rule: a\n")]
    public void Refuses_what_it_cannot_add_to(string text) =>
        Assert.That(() => WaiverText.Add(text, Waiver), Throws.TypeOf<FormatException>());

    [TestCase("0", "waivers:\n  # two\n  - rule: b # B\n\n  - rule: c\n    reason: |\n      x\nz: 1\n")]
    [TestCase("1", "waivers:\n  - rule: a\n    reason: r # R\n  # two\n\n  - rule: c\n    reason: |\n      x\nz: 1\n")]
    [TestCase("2", "waivers:\n  - rule: a\n    reason: r # R\n  # two\n  - rule: b # B\n\nz: 1\n")]
    [TestCase("0,2", "waivers:\n  # two\n  - rule: b # B\n\nz: 1\n")]
    [TestCase("0,1,2", "waivers:\n  # two\n\nz: 1\n")]
    public void Takes_whole_entries_out_and_leaves_the_comments_between(string at, string left) =>
        Assert.That(
            WaiverText.Remove(
                "waivers:\n  - rule: a\n    reason: r # R\n  # two\n  - rule: b # B\n\n  - rule: c\n    reason: |\n      x\nz: 1\n",
                Indexes(at)
            ),
            Is.EqualTo(left)
        );

    [TestCase("0", "waivers: [ {b: 1}, {c: 1} ] # c\n")]
    [TestCase("2", "waivers: [ {a: 1}, {b: 1} ] # c\n")]
    [TestCase("1,2", "waivers: [ {a: 1} ] # c\n")]
    [TestCase("0,2", "waivers: [ {b: 1} ] # c\n")]
    [TestCase("0,1", "waivers: [ {c: 1} ] # c\n")]
    [TestCase("0,1,2", "waivers: [] # c\n")]
    public void Takes_entries_out_of_brackets(string at, string left) =>
        Assert.That(WaiverText.Remove("waivers: [ {a: 1}, {b: 1}, {c: 1} ] # c\n", Indexes(at)), Is.EqualTo(left));

    private const string Block = "waivers:\n  - rule: PIM102\n    targets: [ a ]   # whom\n    reason: 'x\n      y'\n";

    private static ImmutableHashSet<int> Indexes(string at) =>
        [.. at.Split(',').Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture))];
}
