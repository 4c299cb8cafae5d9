using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Tests.Pdf;

/// <summary>Cards with texts and ids as long as a tenant has them.</summary>
public sealed class CardTests
{
    private const string Instance = "lAPpYvVpN0KRkAEhdxReEFgzeQcQERWGgxGifHN5M8Y-1";
    private const string Policy =
        "DirectoryRole_3b9e4c18-6f0d-4a52-8d7e-91c2a5e07f34_def512c1-bf5f-8a2d-846c-82b915cffb6f";

    private static readonly Finding Permanent = SampleFindings.All[0] with
    {
        Observed = "active, assigned without end",
        Expected = "eligible through a role-assignable group, activated when needed",
        Source =
            "Microsoft Entra PIM Best Practices, DONT-1 (line 113): \"Assign roles permanently (except break-glass)\"",
        Evidence = [new(SnapshotParts.ActiveAssignments, Instance), new(SnapshotParts.RoleAssignments, Instance)],
        Fix = new([
            "In the Entra admin centre, open Privileged Identity Management, Microsoft Entra roles, Assignments.",
            "Make sure that the person has an eligible path to the role, through a role-assignable group.",
            "On the tab Active assignments, select this assignment and then Remove.",
        ]),
    };

    [Test]
    public void Two_ordinary_cards_fit_on_a_page() =>
        Assert.That(Height(Permanent), Is.LessThanOrEqualTo((Paper.A4.Bottom - Paper.Top - 14) / 2));

    [Test]
    public void Prints_an_id_once_with_every_part_that_holds_it()
    {
        var card = Printed(Permanent).Replace(" ", "", StringComparison.Ordinal);

        Assert.That(card, Does.Contain($"Evidence{Instance}activeassignments,roleassignmentsSource"));
    }

    [Test]
    public void Counts_the_ids_beyond_the_third()
    {
        var ids = Enumerable.Range(1, 5).Select(number => $"row-{number:D4}").ToList();
        var card = Printed(
            Permanent with
            {
                Evidence = [.. ids.Select(id => new Evidence(SnapshotParts.RoleAssignments, id))],
            }
        );

        Assert.That(
            (card.Contains(ids[2], StringComparison.Ordinal), card.Contains(ids[3], StringComparison.Ordinal)),
            Is.EqualTo((true, false))
        );
        Assert.That(card, Does.Contain("2 more in the workbook, sheet Findings"));
    }

    [Test]
    public void A_step_of_two_hundred_characters_is_printed_to_its_end()
    {
        var step = $"In Identity Governance, open {string.Join(", ", Enumerable.Repeat("Access reviews", 9))}, Omega9.";

        Assert.That(Printed(Permanent with { Fix = new([step, step]) }), Does.Contain("Omega9"));
    }

    [Test]
    public void The_id_of_a_settings_row_stays_on_one_line_and_its_part_takes_at_most_one_more() =>
        Assert.That(
            Height(Permanent with { Evidence = [new(SnapshotParts.RoleSettings, Policy)] })
                - Height(Permanent with { Evidence = [new(SnapshotParts.RoleSettings, "x")] }),
            Is.Zero.Or.EqualTo(Styles.Small.Line).Within(0.01f)
        );

    private static float Height(Finding finding) => PrintedReport.CardOf(finding).Height;

    private static string Printed(Finding finding)
    {
        var report = PrintedReport.Of(SampleResult.Contoso with { Findings = [finding] });
        return report.Pages[report.With("Why it matters").Single() - 1];
    }
}
