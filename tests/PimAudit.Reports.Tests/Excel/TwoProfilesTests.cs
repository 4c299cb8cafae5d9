using NUnit.Framework;

namespace PimAudit.Reports.Tests.Excel;

public sealed class TwoProfilesTests
{
    [Test]
    public void A_further_profile_adds_columns_to_the_rules()
    {
        using var book = Book.Of(SampleResult.TwoProfiles);

        Assert.That(
            Book.Headers(book["Rules"]).Skip(14),
            Is.EqualTo(
                new[]
                {
                    "Outcome under 2, cis-m365",
                    "Findings under 2, cis-m365",
                    "Severity under 2, cis-m365",
                    "Threshold under 2, cis-m365",
                    "Source under 2, cis-m365",
                }
            )
        );
    }

    [TestCase("PIM204", "Fail", "7", "Medium", "maxHours: 1", "CIS 9.9\nThe document says 8")]
    [TestCase("PIM101", "Off", "0", "Critical", "", null)]
    public void The_columns_hold_what_the_further_profile_says(
        string rule,
        string outcome,
        string findings,
        string severity,
        string threshold,
        string? source
    )
    {
        using var book = Book.Of(SampleResult.TwoProfiles);
        var row = book.Texts("Rules", "Rule").IndexOf(rule);
        string Cell(string header) => book.Cell("Rules", $"{header} under 2, cis-m365", row).GetString();

        Assert.That((Cell("Outcome"), Cell("Findings"), Cell("Severity")), Is.EqualTo((outcome, findings, severity)));
        Assert.That(Cell("Threshold"), Does.Contain(threshold));
        Assert.That(
            Cell("Source"),
            source is null ? Is.EqualTo(book.Cell("Rules", "Source", row).GetString()) : Is.EqualTo(source)
        );
    }

    [Test]
    public void Controls_stand_after_the_rules_with_the_worst_outcome_of_their_rules()
    {
        using var book = Book.Of(SampleResult.TwoProfiles);

        Assert.That(
            book.Sheets.Select(sheet => sheet.Name).SkipWhile(name => name is not "Rules").Take(2),
            Is.EqualTo(new[] { "Rules", "Controls" })
        );
        Assert.That(
            Enumerable
                .Range(0, book.Count("Controls"))
                .Select(row =>
                    string.Join(
                        " | ",
                        new[] { "Framework", "Control", "Outcome", "Findings", "Rules", "Relation" }.Select(header =>
                            book.Cell("Controls", header, row).GetString()
                        )
                    )
                ),
            Is.EqualTo(
                new[]
                {
                    "CISA SCuBA | MS.AAD.7.1v1 | Pass | 0 | PIM109 GlobalAdministratorCount: pass | PIM109 supports evidence for",
                    "CISA SCuBA | MS.AAD.7.6v1 | Fail | 1 | PIM203 ApprovalNotRequired: fail\nPIM217 OwnerSettingsWeaker: not evaluated | PIM203 supports evidence for\nPIM217 supports part of the evidence for",
                }
            )
        );
    }

    [Test]
    public void A_control_of_a_rule_that_was_not_evaluated_never_passes()
    {
        var sample = SampleResult.TwoProfiles;
        using var book = Book.Of(
            sample with
            {
                Rules = [.. sample.Rules.Where(rule => rule.Id is "PIM109" or "PIM217")],
            }
        );

        Assert.That(book.Texts("Controls", "Outcome"), Is.EqualTo(new[] { "Pass", "Not evaluated" }));
    }
}
