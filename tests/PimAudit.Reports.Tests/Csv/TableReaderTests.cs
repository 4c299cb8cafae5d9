using System.Text;
using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Csv;
using PimAudit.Reports.Csv.Returned;
using PimAudit.TestKit;

namespace PimAudit.Reports.Tests.Csv;

public sealed class TableReaderTests
{
    [TestCase("a,b\r\n1,2\r\n", "2: 1|2")]
    [TestCase("a,b\n1,2", "2: 1|2")]
    [TestCase("a,b\r1,2\r", "2: 1|2")]
    [TestCase("a,b\n\n1,2\n\n\n", "3: 1|2")]
    [TestCase("a,b\n1,\"x\r\n\r\ny\"\n3,4", "2: 1|x\r\n\r\ny; 3: 3|4")]
    [TestCase("a,b\n\"1\"\"2\",\"\"\n", "2: 1\"2|")]
    [TestCase("a,b\n1\"2, x \n", "2: 1\"2| x ")]
    [TestCase("a,b\n=1+1,'@x\n", "2: =1+1|'@x")]
    public void Rows_are_read_as_RFC_4180_has_them(string text, string rows) =>
        Assert.That(Rows(Read(Encoding.UTF8.GetBytes(text))), Is.EqualTo(rows));

    [Test]
    public void A_byte_order_mark_says_what_the_bytes_mean()
    {
        const string Text = "a,b\nÄ,\U0001F600\n";
        Encoding[] encodings =
        [
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
        ];

        var tables = encodings.Select(one => Read([.. one.GetPreamble(), .. one.GetBytes(Text)])).ToList();

        Assert.That(tables.Select(Rows), Is.All.EqualTo("2: Ä|\U0001F600"));
        Assert.That(tables.Select(table => table.Heads[0]), Is.All.EqualTo("a"));
    }

    [TestCase("", "It is empty.")]
    [TestCase("\n", "It is empty.")]
    [TestCase("\uFEFF", "It is empty.")]
    [TestCase("not a table", "Its first row does not name columns")]
    [TestCase("a;b\n1;2", "Its first row does not name columns")]
    [TestCase("a,b\n1", "Row 2 has 1 cells; the heads are 2.")]
    [TestCase("a,b\n1,2\n1,2,3", "Row 3 has 3 cells; the heads are 2.")]
    [TestCase("a,b\n1,x\0y", "Row 2, b: it holds a NUL character.")]
    [TestCase("a,b\n1,\"x", "Row 2 is damaged")]
    [TestCase("a,b\n1,\"x\"y\n", "Row 2 is damaged")]
    public void What_is_no_table_is_refused(string text, string seen) =>
        Assert.That(() => Read(Encoding.UTF8.GetBytes(text)), Refused(seen));

    private static readonly byte[][] NoText =
    [
        [.. "a,b\n1,"u8, 0xE9, (byte)'x'],
        [.. "a,b\n1,"u8, 0xED, 0xA0, 0x80],
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\n1,"), 0x00, 0xD8],
        [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a,b\n1,2"), 0x41],
    ];

    [TestCaseSource(nameof(NoText))]
    public void Bytes_that_are_no_text_are_refused_and_never_replaced(byte[] content) =>
        Assert.That(() => Read(content), Refused("It is neither UTF-8 nor UTF-16"));

    [Test]
    public void What_no_review_is_as_large_as_is_refused()
    {
        Assert.That(
            () => Read(Encoding.UTF8.GetBytes("a,b\n1," + new string('x', 2 << 20))),
            Refused("Row 2 is damaged")
        );
        Assert.That(
            () => Read(Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Repeat("a", 101)) + "\n")),
            Refused("It has 101 columns")
        );
    }

    [Test]
    public void Hostile_texts_come_back_as_they_were()
    {
        var lines = Corpus.Strings.Select(text => $"1,{CsvCell.Quoted(CsvCell.Of(text))}");

        var read = Read(Encoding.UTF8.GetBytes("a,b\r\n" + string.Join("\r\n", lines)));

        Assert.That(read.Rows.Select(row => CsvCell.Back(row.Fields[1])), Is.EqualTo(Corpus.Strings));
    }

    private static ReturnedTable Read(byte[] content) => TableReader.Read(content, "x.csv");

    private static string Rows(ReturnedTable table) =>
        string.Join("; ", table.Rows.Select(row => $"{row.Number}: {string.Join('|', row.Fields)}"));

    private static NUnit.Framework.Constraints.IResolveConstraint Refused(string seen) =>
        Throws.TypeOf<InvalidDataException>().With.Message.StartsWith(seen);
}
