using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Reports.Tests.Pdf;

/// <summary>The largest tenant: 300,000 paths, 5,000 findings over 90 rules, and everything else beyond its cap.</summary>
public sealed class ExtremeTests
{
    private const int Rules = 90;
    private const int Findings = 5_000;

    private static readonly PrintedReport Report = PrintedReport.Of(Extreme());

    [Test]
    public void Takes_at_most_eighty_pages() => Assert.That(Report.Pages, Has.Length.LessThanOrEqualTo(80));

    [Test]
    public void Shows_or_counts_every_finding()
    {
        var cards = Report.Cards;
        var rows = Regex
            .Matches(
                Report.Text,
                "(?<rule>PIM[0-9]{3}): (?<left>[0-9]+) more in the workbook, sheet Findings.",
                RegexOptions.None,
                Second
            )
            .ToDictionary(
                match => match.Groups["rule"].Value,
                match => Number(match.Groups["left"].Value),
                StringComparer.Ordinal
            );
        var shown = Regex
            .Matches(Report.Text, "(?<shown>[0-9]+) of [0-9]+ shown", RegexOptions.None, Second)
            .Sum(match => Number(match.Groups["shown"].Value));

        Assert.That((cards, rows.Count, cards + shown + rows.Values.Sum()), Is.EqualTo((40, Rules, Findings)));
    }

    [Test]
    public void Says_what_else_it_leaves_out() =>
        Assert.That(
            Report.Text,
            Does.Contain("more in the workbook, sheet Access Review.")
                .And.Contain("140 more in the workbook, sheet Waivers.")
                .And.Contain("more in the workbook, sheet Groups.")
                .And.Contain("more in the workbook, sheet Role Settings.")
        );

    private static TimeSpan Second => TimeSpan.FromSeconds(10);

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    internal static AuditResult Extreme()
    {
        var sample = SampleResult.Contoso;
        var rule = sample.Rules[0];
        return sample with
        {
            Rules = [.. Enumerable.Range(0, Rules).Select(number => rule with { Id = RuleId(number) })],
            Findings = [.. Enumerable.Range(0, Findings).Select(OfRule)],
            Access = [.. Enumerable.Range(0, 300_000).Select(number => Path(sample, number))],
            Groups = [.. Enumerable.Range(0, 500).Select(number => Group(sample, number))],
            Waivers = [.. Enumerable.Range(0, 200).Select(number => sample.Waivers[number % 2])],
            RoleSettings = [.. Enumerable.Range(0, 150).SelectMany(number => Settings(sample, number))],
        };
    }

    private static string RuleId(int number) => FormattableString.Invariant($"PIM{100 + number}");

    private static Finding OfRule(int number) =>
        SampleFindings.Numbered(number) with
        {
            RuleId = RuleId(number % Rules),
            Severity = (Severity)(number / Rules % 5),
            Path = number % 2 == 0 ? SampleFindings.All[4].Path : [],
        };

    private static AccessRow Path(AuditResult sample, int number)
    {
        var row = sample.Access[number % sample.Access.Length];
        return row with
        {
            Key = FormattableString.Invariant($"{number:D32}"),
            Principal = row.Principal with { Id = FormattableString.Invariant($"{number:D36}") },
        };
    }

    private static GroupRow Group(AuditResult sample, int number)
    {
        var row = sample.Groups[number % sample.Groups.Length];
        var name = FormattableString.Invariant($"RAG - Group {number:D4}");
        return row with { Group = new(ObjectKind.Group, SampleIds.Id(name), name) };
    }

    private static IEnumerable<RoleSettingRow> Settings(AuditResult sample, int number)
    {
        var owner = new ObjectRef(
            ObjectKind.Role,
            SampleIds.Id(FormattableString.Invariant($"role {number}")),
            FormattableString.Invariant($"Role {number:D3}")
        );
        return sample
            .RoleSettings.Where(row => row.Owner == SampleIds.ExchangeAdmin)
            .Select(row => row with { Owner = owner });
    }
}
