using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Document.Facts;
using PimAudit.Reports.Pdf.Charts;
using PimAudit.Reports.Pictures;
using static PimAudit.Reports.Tests.SampleIds;

namespace PimAudit.Reports.Tests.Pdf;

public sealed class ChartTests
{
    private static readonly ObjectRef Dario = User("Dario Venn");
    private static readonly FindingWays Ways = new(SampleResult.Contoso, new(SampleResult.Contoso));

    [Test]
    public void A_bar_is_parted_in_proportion() =>
        Assert.That(Bars.Widths([1, 0, 3], 101), Is.EqualTo([25f, 0, 75]).Within(0.001f));

    [Test]
    public void Nothing_counted_is_thinner_than_three_points() =>
        Assert.That(Bars.Widths([1, 999], 101), Is.EqualTo([3f, 97]).Within(0.001f));

    [Test]
    public void An_empty_bar_has_no_parts() => Assert.That(Bars.Widths([0, 0], 100), Is.EqualTo([0f, 0]));

    [Test]
    public void Says_what_an_activation_asks_and_what_it_does_not() =>
        Assert.That(
            HopWords.Asked(SampleAccess.EligibleIn(Dario, HelpdeskAdmins).Gates!),
            Is.EqualTo("MFA, justification, no approval, up to 8 h")
        );

    [Test]
    public void An_unread_gate_is_unknown_not_open() =>
        Assert.That(
            HopWords.Asked(
                SampleAccess.EligibleIn(Dario, HelpdeskAdmins).Gates! with
                {
                    Approval = null,
                    Longest = null,
                }
            ),
            Is.EqualTo("MFA, justification, approval unknown, duration unknown")
        );

    [Test]
    public void Marks_the_gate_that_the_finding_misses()
    {
        var finding = SampleFindings.All.Single(finding => finding.RuleId == "PIM203");
        var gates = finding.Path[0].Gates!;

        Assert.That(
            FindingWays.Bars(gates, finding),
            Is.EqualTo([new GateBar(true, false), new(true, false), new(false, false), new(false, true)])
        );
    }

    [Test]
    public void Folds_the_middle_of_a_long_path()
    {
        var groups = new[] { HelpdeskAdmins, TenantOperations, ServiceDeskOnsite, ExchangeAdmins };
        var path = groups.Zip(groups.Skip(1), SampleAccess.StandsIn);
        var finding = SampleFindings.All[0] with
        {
            Path = [SampleAccess.StandsIn(Dario, groups[0]), .. path, SampleAccess.Stands(groups[^1], UserAdmin)],
        };

        var way = Ways.Of(finding).Ways.Single();

        Assert.That(
            (way.Nodes.Select(node => node.Object.Label), way.Hops.Length),
            Is.EqualTo((new[] { "Dario Venn", "RAG - Helpdesk Admins", "3 more groups", "User Administrator" }, 3))
        );
    }

    [Test]
    public void A_finding_about_a_group_shows_who_goes_through_it()
    {
        var finding = SampleFindings.All.Single(finding => finding.RuleId == "PIM301") with { Path = [] };

        var rows = Ways.Through(finding);

        Assert.That(
            rows.Select(row => string.Join(", ", row.Nodes.Select(node => $"{node.Object.Label} {node.Fault}".Trim()))),
            Is.EqualTo(["2 people, Service Desk Onsite not role-assignable, RAG - Helpdesk Admins, User Administrator"])
        );
    }

    [Test]
    public void A_missed_gate_of_a_group_is_marked_on_the_way_through_it()
    {
        var finding = SampleFindings.All.Single(finding => finding.RuleId == "PIM203") with { Path = [] };

        var bars = Ways.Through(finding).SelectMany(row => row.Hops).SelectMany(hop => hop.Bars);

        Assert.That(bars.Where(bar => bar.IsMissed).Distinct(), Is.EqualTo([new GateBar(false, true)]));
    }

    [Test]
    public void A_finding_about_a_person_without_a_path_shows_none() =>
        Assert.That(Ways.Through(SampleFindings.All[0] with { Path = [] }), Is.Empty);

    [Test]
    public void A_finding_rests_on_the_path_that_holds_all_of_its_identity()
    {
        var finding = SampleFindings.All[0];
        var resting = SampleResult.Contoso.Access.Where(row => new Resting([finding]).On(row) is not null);

        Assert.That(
            resting.Select(row => (row.Principal.Label, row.Role.Label)),
            Is.EqualTo([("Dario Venn", "Global Administrator")])
        );
    }

    [Test]
    public void Missing_settings_rest_on_the_paths_that_pass_them()
    {
        var finding = SampleFindings.All.Single(finding => finding.RuleId == "PIM203");
        var resting = SampleResult.Contoso.Access.Where(row => new Resting([finding]).On(row) is Severity.High);

        Assert.That(
            resting.Select(row => row.Principal.Label),
            Is.EquivalentTo(["Ines Falk", "Rui Tavares", "Sofie Lund"])
        );
    }
}
