using System.Globalization;
using NUnit.Framework;
using PimAudit.Reports.Excel;

namespace PimAudit.Reports.Tests.Excel;

public sealed class WorkbookTests
{
    private static readonly string[] Sheets =
    [
        "Summary",
        "Findings",
        "Access Review",
        "Changes",
        "Role Settings",
        "Groups",
        "Architecture",
        "Emergency Access",
        "Waivers",
        "Rules",
        "Coverage",
        "Provenance",
        "Sign-off",
    ];

    [Test]
    public void Has_its_sheets_in_order()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(book.Sheets.Select(sheet => sheet.Name), Is.EqualTo(Sheets));
    }

    [Test]
    public void No_name_of_a_sheet_is_longer_than_Excel_allows()
    {
        using var output = new MemoryStream();
        ExcelReport.Write(SampleHistory.Contoso, Book.Facts, output, mostRows: 2);

        Assert.That(Plain.Of(output.ToArray()).Sheets.Select(name => name.Length), Is.All.AtMost(31));
    }

    [TestCaseSource(nameof(Results))]
    public void Is_valid_for_Office(Model.AuditResult result) =>
        Assert.That(Validated.Errors(ExcelReport.Write(result, Book.Facts)), Is.Empty);

    [Test]
    public void Two_workbooks_of_one_result_have_the_same_bytes() =>
        Assert.That(
            ExcelReport.Write(SampleResult.Contoso, Book.Facts),
            Is.EqualTo(ExcelReport.Write(SampleResult.Contoso, Book.Facts))
        );

    [Test]
    public void Another_result_gives_other_bytes() =>
        Assert.That(
            ExcelReport.Write(SampleResult.Clean, Book.Facts),
            Is.Not.EqualTo(ExcelReport.Write(SampleResult.Contoso, Book.Facts))
        );

    [Test]
    public void A_stream_receives_the_same_bytes_and_stays_open()
    {
        using var stream = new MemoryStream();

        ExcelReport.Write(SampleResult.Contoso, Book.Facts, stream);

        Assert.Multiple(() =>
        {
            Assert.That(stream.CanWrite, Is.True);
            Assert.That(stream.ToArray(), Is.EqualTo(ExcelReport.Write(SampleResult.Contoso, Book.Facts)));
        });
    }

    [Test]
    public void Names_neither_the_machine_nor_its_user()
    {
        using var book = Book.Of(SampleResult.Contoso);
        var properties = book.Xml("docProps/core.psmdcp");

        Assert.Multiple(() =>
        {
            Assert.That(properties, Does.Contain("<dc:creator>PimAudit</dc:creator>"));
            Assert.That(properties, Does.Contain("<lastModifiedBy>PimAudit</lastModifiedBy>"));
            Assert.That(properties, Does.Contain("<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2026-10-01T06:00:12"));
            Assert.That(properties, Does.Not.Contain(Environment.MachineName));
        });
    }

    [Test]
    public void Column_descriptions_stand_from_left_to_right()
    {
        using var book = Book.Of(SampleResult.Contoso);
        var xml = book.SheetXml("Findings");
        var starts = xml.Split("<x:col min=\"")
            .Skip(1)
            .Select(text => int.Parse(text[..text.IndexOf('"')], CultureInfo.InvariantCulture))
            .ToList();

        Assert.That(starts, Is.Ordered.And.Count.EqualTo(22));
    }

    [Test]
    public void Each_table_has_its_defined_name()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book.Names.Select(name => $"{name.Name} {name.RefersTo}"),
            Is.EqualTo(
                new[]
                {
                    "Snapshot Summary!$B$12:$B$12",
                    "Findings Findings!$A$3:$X$14",
                    "AccessReview 'Access Review'!$A$3:$AE$36",
                    "Changes Changes!$A$3:$K$4",
                    "RoleSettings 'Role Settings'!$A$3:$O$11",
                    "Groups Groups!$A$3:$K$10",
                    "Architecture Architecture!$A$3:$H$15",
                    "EmergencyAccess 'Emergency Access'!$A$3:$E$12",
                    "Waivers Waivers!$A$3:$I$5",
                    "Rules Rules!$A$3:$N$24",
                    "Coverage Coverage!$A$3:$J$15",
                    "Provenance Provenance!$A$3:$B$26",
                }
            )
        );
    }

    private static IEnumerable<TestCaseData> Results =>
        [
            new TestCaseData(SampleResult.Contoso).SetArgDisplayNames("contoso"),
            new TestCaseData(SampleResult.Clean).SetArgDisplayNames("clean"),
            new TestCaseData(SampleResult.NothingEvaluated).SetArgDisplayNames("nothing evaluated"),
            new TestCaseData(SampleResult.TwoProfiles).SetArgDisplayNames("two profiles"),
            new TestCaseData(SampleHistory.Contoso).SetArgDisplayNames("with earlier runs and reviews"),
            new TestCaseData(
                SampleResult.TwoProfiles with
                {
                    Profiles =
                    [
                        .. SampleResult.TwoProfiles.Profiles.Select(profile =>
                            profile with
                            {
                                Name = "=1+1\u0000\uD800\u202E" + new string('x', 300),
                            }
                        ),
                    ],
                }
            ).SetArgDisplayNames("two profiles, hostile"),
            new TestCaseData(Hostile.Everywhere("=1+1\u0000\uD800\u202E")).SetArgDisplayNames("hostile"),
        ];
}
