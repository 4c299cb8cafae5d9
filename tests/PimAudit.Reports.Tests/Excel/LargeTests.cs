using System.Globalization;
using System.IO.Compression;
using System.Xml;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Excel;

namespace PimAudit.Reports.Tests.Excel;

public sealed class LargeTests
{
    private const int Many = 30_000;

    [Test]
    public void Thirty_thousand_rows_are_all_there_and_valid_for_Office()
    {
        var workbook = ExcelReport.Write(With(Many), Book.Facts);

        Assert.Multiple(() =>
        {
            Assert.That(Keys(workbook), Is.EqualTo(Enumerable.Range(0, Many).Select(Key)));
            Assert.That(Validated.Errors(workbook), Is.Empty);
        });
    }

    [Test]
    public void What_does_not_fit_on_a_sheet_goes_on_on_the_next()
    {
        using var stream = new MemoryStream();
        ExcelReport.Write(With(25), Book.Facts, stream, mostRows: 10);
        var workbook = stream.ToArray();
        var plain = Plain.Of(workbook);

        Assert.Multiple(() =>
        {
            Assert.That(
                plain.Sheets.Where(sheet => sheet.StartsWith("Access", StringComparison.Ordinal)),
                Is.EqualTo(new[] { "Access Review", "Access Review 2", "Access Review 3" })
            );
            Assert.That(
                new[] { "Access Review", "Access Review 2", "Access Review 3" }.SelectMany(sheet =>
                    plain.Column(sheet, "Row key")
                ),
                Is.EqualTo(Enumerable.Range(0, 25).Select(Key))
            );
            Assert.That(
                plain["Access Review 3", "A2"],
                Is.EqualTo("Rows 21 to 25 of 25; the sheet Access Review holds the first and says what they are.")
            );
            Assert.That(Validated.Errors(workbook), Is.Empty);
        });
    }

    [Test]
    public void Decisions_are_counted_over_all_sheets()
    {
        using var stream = new MemoryStream();
        ExcelReport.Write(With(25), Book.Facts, stream, mostRows: 10);
        using var book = new ClosedXML.Excel.XLWorkbook(stream);
        book.Worksheet("Access Review").Cell("L4").SetValue("Keep");
        book.Worksheet("Access Review 3").Cell("L4").SetValue("Keep");

        Assert.That(
            new[] { "B7", "B11" }.Select(cell => book.Worksheet("Sign-off").Cell(cell).Value),
            Is.EqualTo(new object[] { 2d, 23d })
        );
    }

    private static AuditResult With(int rows) =>
        SampleResult.Contoso with
        {
            Access =
            [
                .. Enumerable
                    .Range(0, rows)
                    .Select(at =>
                        SampleResult.Contoso.Access[at % SampleResult.Contoso.Access.Length] with
                        {
                            Key = Key(at),
                        }
                    ),
            ],
        };

    private static string Key(int at) => at.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>The last text of each row of the third sheet, without a tree of its million cells.</summary>
    private static List<string> Keys(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        using var xml = XmlReader.Create(zip.GetEntry("xl/worksheets/sheet3.xml")!.Open());
        var keys = new List<string>();
        while (xml.ReadToFollowing("x:c"))
            if (xml.GetAttribute("r") is ['A', 'E', ..] and var address)
                if (int.Parse(address[2..], CultureInfo.InvariantCulture) > 3 && xml.ReadToDescendant("x:t"))
                    keys.Add(xml.ReadElementContentAsString());
        return keys;
    }
}
