using System.Xml.Linq;
using ClosedXML.Excel;
using NUnit.Framework;

namespace PimAudit.Reports.Tests.Excel;

public sealed class LookTests
{
    private static readonly XNamespace X = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Test]
    public void Findings_are_tinted_by_formula()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            Rules(book, "Findings"),
            Is.EqualTo(
                new[]
                {
                    "A4:A14 $A4=\"Critical\" solid FFF8E9ED",
                    "A4:A14 $A4=\"High\" solid FFFBEDE6",
                    "A4:A14 $A4=\"Medium\" solid FFFCF4E3",
                    "A4:A14 $A4=\"Low\" solid FFEEF4F8",
                    "A4:A14 $A4=\"Info\" solid FFF4F6F7",
                    "D4:D14 $D4=\"New\" bold",
                    "D4:D14 ISNUMBER(SEARCH(\"not confirmed\",$U4)) lightUp FF55498C FFFFFFFF",
                }
            )
        );
    }

    [Test]
    public void The_review_marks_what_ends_soon_what_is_undecided_and_what_was_not_read()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            Rules(book, "Access Review"),
            Is.EquivalentTo(
                new[]
                {
                    "F4:F36 AND(ISNUMBER($F4),$F4-Snapshot<=14) bold solid FFFBEDE6",
                    "F4:F36 $F4=\"not read\" lightUp FF55498C FFFFFFFF",
                    "G4:G36 $G4=\"not read\" lightUp FF55498C FFFFFFFF",
                    "G4:G36 OR($G4=\"standing\",$G4=\"none seen\") ",
                    "H4:H36 $H4=\"not read\" lightUp FF55498C FFFFFFFF",
                    "I4:I36 $I4=\"Revoke\" bold",
                    "L4:L36 $L4<>\"\" bold",
                    "L4:L36 AND($A4<>\"\",$L4=\"\") lightUp FFE2CF86 FFFFF9E0",
                    "R4:R36 $R4=\"not read\" lightUp FF55498C FFFFFFFF",
                    "R4:R36 OR($R4=\"not in the log\",$R4=\"none typed\") ",
                    "S4:S36 $S4=\"not read\" lightUp FF55498C FFFFFFFF",
                    "S4:S36 OR($S4=\"not in the log\",$S4=\"none typed\") ",
                    "T4:T36 $T4=\"not read\" lightUp FF55498C FFFFFFFF",
                    "V4:V36 $V4=\"not read\" lightUp FF55498C FFFFFFFF",
                    "AA4:AA36 $AA4=\"not known\" lightUp FF55498C FFFFFFFF",
                    "AB4:AB36 $AB4=\"not read\" lightUp FF55498C FFFFFFFF",
                    "AC4:AC36 $AC4=\"not read\" lightUp FF55498C FFFFFFFF",
                    "AD4:AD36 $AD4=\"not read\" lightUp FF55498C FFFFFFFF",
                }
            )
        );
    }

    [Test]
    public void An_expired_waiver_is_struck_through()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(Rules(book, "Waivers"), Has.Member("A4:E5 $G4=\"Expired\" strike"));
    }

    [TestCase("Summary", "A4:B57 AND(A4=\"Not evaluated\",B4<>0) lightUp FF55498C FFFFFFFF")]
    [TestCase("Summary", "A4:A57 AND($A4=\"Critical\",$B4<>0) solid FFF8E9ED")]
    [TestCase("Rules", "C4:C24 $C4=\"Not evaluated\" lightUp FF55498C FFFFFFFF")]
    [TestCase("Rules", "G4:G24 AND(ISNUMBER($G4),$G4>0) lightUp FF55498C FFFFFFFF")]
    [TestCase("Coverage", "G4:G15 AND($G4<>\"\",$G4<>\"Complete\",$G4&$H4<>\"Not asked\") lightUp FF55498C FFFFFFFF")]
    [TestCase("Emergency Access", "C4:C12 $C4=\"Not evaluated\" lightUp FF55498C FFFFFFFF")]
    [TestCase("Groups", "J4:J10 $J4=\"not read\" lightUp FF55498C FFFFFFFF")]
    [TestCase("Role Settings", "C4:C11 $C4=\"not read\" lightUp FF55498C FFFFFFFF")]
    [TestCase("Role Settings", "I4:I11 ISNUMBER(FIND(\"Longest activation (h): Medium\",$M4)) bold solid FFFCF4E3")]
    public void Unknown_is_hatched_and_a_deviation_tinted(string sheet, string rule)
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(Rules(book, sheet), Has.Member(rule));
    }

    [Test]
    public void Deviations_name_weight_rule_and_expectation_and_come_first()
    {
        using var book = Book.Of(SampleResult.Contoso);
        var owners = book.Texts("Role Settings", "Role or group").Zip(book.Texts("Role Settings", "Deviations"));

        Assert.That(
            owners.Take(3).Select(row => $"{row.First}: {row.Second}"),
            Is.EqualTo(
                new[]
                {
                    "Exchange Administrator: Longest activation (h): Medium, PIM204, expected at most 8 h",
                    "RAG - Tenant Operations: Approval: High, PIM203, expected required",
                    "RAG - Tenant Operations: ",
                }
            )
        );
    }

    [Test]
    public void Settings_say_where_they_were_judged()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book.Texts("Role Settings", "Judged"),
            Is.EqualTo(
                new[]
                {
                    "at the role",
                    "at the group",
                    "not read",
                    "at the role",
                    "at the role",
                    "at the role",
                    "at the group",
                    "not judged",
                }
            )
        );
    }

    [TestCase("Findings", 3, 3)]
    [TestCase("Access Review", 3, 1)]
    [TestCase("Rules", 3, 2)]
    [TestCase("Coverage", 3, 1)]
    public void The_head_and_the_first_columns_stay(string sheet, int rows, int columns)
    {
        using var book = Book.Of(SampleResult.Contoso);
        var view = book[sheet].SheetView;

        Assert.That((view.SplitRow, view.SplitColumn), Is.EqualTo((rows, columns)));
    }

    [TestCase("Findings", "$A$1:$K$14")]
    [TestCase("Access Review", "$A$1:$Q$36")]
    [TestCase("Provenance", "$A$1:$B$26")]
    public void Prints_across_one_page_with_head_and_names(string sheet, string area)
    {
        using var book = Book.Of(SampleResult.Contoso);
        var page = book[sheet].PageSetup;

        Assert.Multiple(() =>
        {
            Assert.That(page.PageOrientation, Is.EqualTo(XLPageOrientation.Landscape));
            Assert.That((page.PagesWide, page.PagesTall), Is.EqualTo((1, 0)));
            Assert.That((page.FirstRowToRepeatAtTop, page.LastRowToRepeatAtTop), Is.EqualTo((1, 3)));
            Assert.That(page.PrintAreas.Single().RangeAddress.ToString(), Is.EqualTo(area));
            Assert.That(
                book.SheetXml(sheet),
                Does.Contain($"<x:oddHeader>&amp;L{sheet}&amp;RConfidential</x:oddHeader>")
                    .And.Contain(
                        "<x:oddFooter>&amp;LRun 7f3a91c2ae784aa1, snapshot 2026-10-01 06:00 UTC"
                            + "&amp;Rpage &amp;P of &amp;N</x:oddFooter>"
                    )
            );
        });
    }

    [Test]
    public void Head_and_title_are_repeated_on_each_page_by_fixed_rows()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book.Xml("xl/workbook.xml"),
            Does.Contain("localSheetId=\"2\">'Access Review'!$1:$3<").And.Not.Contain("!1:3<")
        );
    }

    [Test]
    public void Missing_evidence_that_was_accepted_is_stamped_on_every_sheet()
    {
        using var book = Book.Of(
            SampleResult.Contoso with
            {
                Run = SampleResult.Contoso.Run with { AllowIncomplete = true },
            }
        );

        Assert.That(
            book.Sheets.Select(sheet => sheet.PageSetup.Footer.Left.GetText(XLHFOccurrence.OddPages)),
            Is.Not.Empty.And.All.EndsWith("missing evidence was accepted")
        );
    }

    [Test]
    public void Links_lead_to_the_portal_by_id_alone()
    {
        using var book = Book.Of(SampleResult.Contoso);
        var links = book.Column("Findings", "Portal").Where(cell => cell.HasFormula).Select(cell => cell.FormulaA1);

        Assert.That(
            links.Distinct().Take(2),
            Is.EqualTo(
                new[]
                {
                    "HYPERLINK(\"https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/"
                        + $"overview/userId/{SampleIds.Id("Dario Venn"):D}\",\"open\")",
                    "HYPERLINK(\"https://entra.microsoft.com/#view/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/"
                        + $"Overview/groupId/{SampleIds.ServiceDeskOnsite.Id}\",\"open\")",
                }
            )
        );
    }

    [TestCase("https://graph.microsoft.us", "https://entra.microsoft.us/")]
    [TestCase("https://microsoftgraph.chinacloudapi.cn/", "https://entra.microsoftonline.cn/")]
    [TestCase("http://127.0.0.1:5000", null)]
    [TestCase("https://graph.microsoft.com.example", null)]
    public void The_portal_follows_the_cloud(string endpoint, string? portal)
    {
        var snapshot = SampleResult.Contoso.Snapshot;
        using var book = Book.Of(
            SampleResult.Contoso with
            {
                Snapshot = snapshot with { Collection = snapshot.Collection with { Endpoint = endpoint } },
            }
        );
        var formula = book.Cell("Findings", "Portal").FormulaA1;

        Assert.That(formula, portal is null ? Is.Empty : Does.Contain(portal));
    }

    /// <summary>Range, formula and look of each conditional format as the file holds them.</summary>
    private static List<string> Rules(Book book, string sheet)
    {
        var looks = XDocument.Parse(book.Xml("xl/styles.xml")).Descendants(X + "dxf").Select(Describe).ToList();
        return
        [
            .. XDocument
                .Parse(book.SheetXml(sheet))
                .Descendants(X + "cfRule")
                .Select(rule =>
                    $"{rule.Parent!.Attribute("sqref")!.Value} {rule.Value} {looks[(int)rule.Attribute("dxfId")!]}"
                ),
        ];
    }

    private static string Describe(XElement look)
    {
        var fill = look.Descendants(X + "patternFill").FirstOrDefault();
        return string.Join(
            ' ',
            new[]
            {
                look.Descendants(X + "b").Any() ? "bold" : null,
                look.Descendants(X + "strike").Any() ? "strike" : null,
                fill?.Attribute("patternType")?.Value,
                fill?.Element(X + "fgColor")?.Attribute("rgb")?.Value,
                fill?.Element(X + "bgColor")?.Attribute("rgb")?.Value,
            }.OfType<string>()
        );
    }
}
