using NUnit.Framework;
using PimAudit.Reports.Csv;
using PimAudit.TestKit;

namespace PimAudit.Reports.Tests.Csv;

public sealed class CsvCellTests
{
    [Test]
    public void Every_text_comes_back_as_it_was()
    {
        string[] texts =
        [
            .. Corpus.Strings,
            "'",
            "''",
            "'=1",
            "\\u{41}",
            "\\u{",
            "\\\\u{5C}",
            "\\u{5C}u{41}",
            " =1",
            "",
        ];

        Assert.That(texts.Select(text => CsvCell.Back(CsvCell.Of(text))), Is.EqualTo(texts));
    }

    [TestCase("\\u{110000}")]
    [TestCase("\\u{FFFFFF}")]
    [TestCase("\\u{}")]
    [TestCase("\\u{zz}")]
    [TestCase("\\u{1234567}")]
    [TestCase("C:\\users")]
    public void What_is_no_mark_stays(string field) => Assert.That(CsvCell.Back(field), Is.EqualTo(field));
}
