using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NUnit.Framework;
using PimAudit.Rules;

namespace PimAudit.Build.Tests;

/// <summary>The changelog names every rule with the severity that it has from that version on, the newest version first.</summary>
public sealed partial class ChangelogTests
{
    private const string Path = "CHANGELOG.md";

    [Test]
    public void The_newest_line_about_each_rule_says_its_name_and_default_severity() =>
        Assert.That(
            Catalogue
                .All.Select(rule => $"{rule.Info.Id} {rule.Name}, {rule.Info.Severity}")
                .Except(Newest(Repository.Text(Path)).Values, StringComparer.Ordinal),
            Is.Empty
        );

    [Test]
    public void Every_line_that_begins_with_an_id_can_be_read() =>
        Assert.That(
            Repository
                .Text(Path)
                .Split('\n')
                .Where(line => line.StartsWith("- PIM", StringComparison.Ordinal) && !RuleLine().IsMatch(line)),
            Is.Empty
        );

    [Test]
    public void A_version_names_a_rule_once() =>
        Assert.That(
            Repository
                .Text(Path)
                .Split("\n## ")
                .SelectMany(version =>
                    Ids(version).GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1)
                )
                .Select(same => same.Key),
            Is.Empty
        );

    [Test]
    public void The_newest_line_stands_above_the_older_one() =>
        Assert.That(
            Newest("## 0.2\n\n- PIM109 Count: was High, Medium\n\n## 0.1\n\n- PIM109 Count: new, High\n").Values,
            Is.EqualTo(new[] { "PIM109 Count, Medium" })
        );

    private static ImmutableSortedDictionary<string, string> Newest(string text) =>
        Lines(text)
            .DistinctBy(line => line.Groups["id"].Value, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(
                line => line.Groups["id"].Value,
                line => $"{line.Groups["id"].Value} {line.Groups["name"].Value}, {line.Groups["severity"].Value}",
                StringComparer.Ordinal
            );

    private static IEnumerable<string> Ids(string text) => Lines(text).Select(line => line.Groups["id"].Value);

    private static IEnumerable<Match> Lines(string text) =>
        text.Split('\n').Select(line => RuleLine().Match(line)).Where(line => line.Success);

    [GeneratedRegex(
        @"^- (?<id>PIM\d{3}) (?<name>\w+): \S.*, (?<severity>Info|Low|Medium|High|Critical)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex RuleLine();
}
