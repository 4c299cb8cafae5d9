using NUnit.Framework;

namespace PimAudit.Cli.Tests.SpotChecks;

public sealed class SinksTests
{
    [TestCase("Ada", "Ada")]
    [TestCase("Berg, Ada", "\"Berg, Ada\"")]
    [TestCase("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [TestCase("=HYPERLINK(1)", "\"'=HYPERLINK(1)\"")]
    [TestCase("  +1", "\"'  +1\"")]
    [TestCase("-", "\"'-\"")]
    [TestCase("@SUM", "\"'@SUM\"")]
    [TestCase("＝1", "\"'＝1\"")]
    [TestCase("a\nb\u202e", "aU+000AbU+202E")]
    public void A_csv_cell_is_no_formula_and_one_cell(string text, string cell) =>
        Assert.That(Sinks.Csv(text), Is.EqualTo(cell));

    [TestCase("RAG - Admins", "RAG \\- Admins")]
    [TestCase("a|b", "a\\|b")]
    [TestCase("[x](http://e)", "\\[x\\]\\(http&#58;//e\\)")]
    [TestCase("<b>&", "&lt;b&gt;&amp;")]
    [TestCase("@team `x` *y* \\", "&#64;team \\`x\\` \\*y\\* \\\\")]
    [TestCase("a\nb", "aU\\+000Ab")]
    public void A_markdown_text_is_no_markup(string text, string safe) =>
        Assert.That(Sinks.Markdown(text), Is.EqualTo(safe));
}
