using NUnit.Framework;
using PimAudit.Reports.Pdf.Drawing;
using PimAudit.Reports.Pdf.Layout;

namespace PimAudit.Reports.Tests.Pdf;

public sealed class TextTests
{
    private static readonly TextStyle Style = Styles.Body;

    [Test]
    public void Breaks_at_spaces() =>
        Assert.That(Break("one two three", Typeface.Width("one two", Style)), Is.EqualTo(["one two", "three"]));

    [Test]
    public void Fills_a_line_to_its_last_point() =>
        Assert.That(Break("one two", Typeface.Width("one two", Style)), Is.EqualTo(["one two"]));

    [Test]
    public void Never_parts_a_group_name_at_its_dash() =>
        Assert.That(
            Break("the RAG - Admins", Typeface.Width("RAG - Admins", Style)),
            Is.EqualTo(["the", "RAG - Admins"])
        );

    [Test]
    public void Parts_a_group_name_that_no_line_holds() =>
        Assert.That(Break("RAG - Admins", Typeface.Width("Admins", Style)), Is.EqualTo(["RAG -", "Admins"]));

    [Test]
    public void Never_parts_a_figure_from_its_unit() =>
        Assert.That(
            Break("up to 10 h 30 min", Typeface.Width("up to 10 h 30", Style)),
            Is.EqualTo(["up to 10 h", "30 min"])
        );

    [Test]
    public void Breaks_a_long_word_after_a_joint() =>
        Assert.That(
            Break("groups/members/owners", Typeface.Width("groups/members/own", Style)),
            Is.EqualTo(["groups/members/", "owners"])
        );

    [Test]
    public void Breaks_a_compound_name_before_a_capital() =>
        Assert.That(
            Break("ActiveGroupWithoutActivation", Typeface.Width("ActiveGroupWithoutActivatio", Style)),
            Is.EqualTo(["ActiveGroupWithout", "Activation"])
        );

    [Test]
    public void Breaks_a_path_after_its_slash_rather_than_before_a_capital() =>
        Assert.That(
            Break("privilegedAccess/group/schedInstances", Typeface.Width("privilegedAccess/group/schedInst", Style)),
            Is.EqualTo(["privilegedAccess/group/", "schedInstances"])
        );

    [Test]
    public void No_line_is_wider_than_asked()
    {
        var lines = Lines.Break([new Span($"{new string('W', 500)} and more words", Style)], 100, int.MaxValue);

        Assert.That(lines.Select(line => line.Width), Is.Not.Empty.And.All.LessThanOrEqualTo(100.01f));
    }

    [Test]
    public void Ends_with_an_ellipsis_where_lines_are_left_out() =>
        Assert.That(Break("one two three four", Typeface.Width("one two", Style), most: 1), Is.EqualTo(["one t…"]));

    [Test]
    public void Shortens_a_name_before_its_last_six_characters() =>
        Assert.That(Text.Shorten(new string('n', 200) + "Omega9", Style, 100, most: 1), Does.Match("^n+…Omega9$"));

    [Test]
    public void Leaves_a_name_that_fits() =>
        Assert.That(Text.Shorten("Noor Fairlie", Style, 100), Is.EqualTo("Noor Fairlie"));

    [Test]
    public void Never_parts_a_pair_when_it_shortens() =>
        Assert.That(
            Text.Shorten(string.Concat(Enumerable.Repeat("😀", 400)), Style, 90, most: 1)
                .Any(letter => letter == '\uFFFD'),
            Is.False
        );

    [TestCase("Zoë Øster Ψ Ж", "Zoë Øster Ψ Ж")]
    [TestCase("a\u200Bb", "aU+200Bb")]
    [TestCase("a\u202Eb", "aU+202Eb")]
    [TestCase("a\u2003b", "aU+2003b")]
    [TestCase("a\tb\nc", "aU+0009bU+000Ac")]
    [TestCase("soft\u00ADhyphen", "softU+00ADhyphen")]
    [TestCase("日", "U+65E5")]
    [TestCase("e\u0301\u0301\u0301", "e\u0301\u0301U+0301")]
    public void Prints_what_cannot_be_seen_as_its_code_point(string text, string expected) =>
        Assert.That(Printable.Plain(text), Is.EqualTo(expected));

    [Test]
    public void Prints_half_a_pair_as_the_replacement_character() =>
        Assert.That(Printable.Plain("lone" + '\uD83D'), Is.EqualTo("loneU+FFFD"));

    [Test]
    public void Digits_are_equally_wide()
    {
        var widths = "0123456789".Select(digit => Typeface.Width(digit.ToString(), Style)).Distinct();

        Assert.That(widths.Count(), Is.EqualTo(1));
    }

    [Test]
    public void Shapes_alike_after_garbage_was_collected()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();

        // 1328 of 2048 units is the width of a digit in Inter Regular.
        var width = Typeface.Of(Weight.Regular).Shape("31415926535897932384").Advance;

        Assert.That(width, Is.EqualTo(20 * 1328 / 2048f).Within(0.001f));
    }

    private static IEnumerable<string> Break(string text, float width, int most = int.MaxValue) =>
        Lines
            .Break([new Span(text, Style)], width, most)
            .Select(line => string.Concat(line.Runs.Select(run => run.Text)));
}
