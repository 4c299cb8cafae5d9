using ClosedXML.Excel;
using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Reports.Tests.Excel;

public sealed class CellTypeTests
{
    private static readonly DateTimeOffset Evening = new(2026, 10, 9, 23, 30, 0, TimeSpan.FromHours(-5));

    [Test]
    public void A_severity_is_the_plain_word_and_its_format_adds_the_mark()
    {
        using var book = Book.Of(SampleResult.Contoso);
        var cells = book.Column("Findings", "Severity");

        Assert.Multiple(() =>
        {
            Assert.That(
                cells.Select(cell => cell.GetString()).Distinct(),
                Is.EqualTo(new[] { "Critical", "High", "Medium", "Low", "Info" })
            );
            Assert.That(
                cells.Select(cell => cell.Style.NumberFormat.Format).Distinct(),
                Is.EqualTo(new[] { "\"◆  \"@", "\"▲  \"@", "\"■  \"@", "\"●  \"@", "\"○  \"@" })
            );
        });
    }

    [Test]
    public void Every_outcome_stands_in_the_rules()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book.Texts("Rules", "Outcome").Distinct(),
            Is.EquivalentTo(new[] { "Pass", "Fail", "Waived", "Not applicable", "Not evaluated", "Off" })
        );
    }

    [Test]
    public void A_rule_that_could_not_be_evaluated_says_why()
    {
        using var book = Book.Of(SampleResult.Contoso);
        var row = book.Texts("Rules", "Rule").IndexOf("PIM501");

        Assert.That(
            book.Texts("Rules", "Reason")[row],
            Is.EqualTo("Not evaluated because a permission is missing.\nAccessReview.Read.All is not granted.")
        );
    }

    [Test]
    public void An_end_is_a_date_in_UTC_or_the_word_permanent_or_not_read()
    {
        var row = SampleResult.Contoso.Access[0];
        using var book = Book.Of(
            SampleResult.Contoso with
            {
                Access =
                [
                    row with
                    {
                        EndsAt = Evening,
                        IsPermanent = false,
                    },
                    row with
                    {
                        EndsAt = null,
                        IsPermanent = true,
                    },
                    row with
                    {
                        EndsAt = null,
                        IsPermanent = null,
                    },
                ],
            }
        );
        var cells = book.Column("Access Review", "End (UTC)");

        Assert.Multiple(() =>
        {
            Assert.That(
                cells.Select(cell => cell.Value),
                Is.EqualTo(new object[] { new DateTime(2026, 10, 10, 4, 30, 0), "permanent", "not read" })
            );
            Assert.That(cells[0].Style.DateFormat.Format, Is.EqualTo("yyyy-mm-dd"));
        });
    }

    [Test]
    public void A_start_is_a_date_in_UTC_or_not_known()
    {
        var row = SampleResult.Contoso.Access[0];
        using var book = Book.Of(
            SampleResult.Contoso with
            {
                Access = [row with { StartsAt = Evening }, row with { StartsAt = null }],
            }
        );

        Assert.That(
            book.Column("Access Review", "Start (UTC)").Select(cell => cell.Value),
            Is.EqualTo(new object[] { new DateTime(2026, 10, 10, 4, 30, 0), "not known" })
        );
    }

    [TestCase(ObjectKind.User, "not read")]
    [TestCase(ObjectKind.Unresolved, "not read")]
    [TestCase(ObjectKind.Group, "")]
    public void A_user_name_that_was_not_read_is_not_blank(ObjectKind kind, string expected)
    {
        var row = SampleResult.Contoso.Access[0];
        using var book = Book.Of(
            SampleResult.Contoso with
            {
                Access = [row with { Principal = row.Principal with { Kind = kind }, PrincipalName = null }],
            }
        );

        Assert.That(book.Texts("Access Review", "User name"), Is.EqualTo(new[] { expected }));
    }

    [Test]
    public void A_day_is_typed()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            new[] { book.Cell("Waivers", "Expires (UTC)").Value, Waived(book).Value, Snapshot(book).Value },
            Is.EqualTo(
                new object[]
                {
                    new DateTime(2027, 3, 31),
                    new DateTime(2027, 3, 31),
                    new DateTime(2026, 10, 1, 6, 0, 12),
                }
            )
        );
    }

    [TestCase("8 h", 8)]
    [TestCase("10 h 30 min", 10.5)]
    [TestCase("45 min", 0.75)]
    [TestCase("0 min", 0)]
    [TestCase("3 days", 72)]
    public void A_duration_is_a_number_of_hours(string words, double hours)
    {
        using var book = Book.Of(WithLongest(words));
        var cell = book.Cell("Role Settings", "Longest activation (h)");

        Assert.Multiple(() =>
        {
            Assert.That(cell.Value, Is.EqualTo(hours));
            Assert.That(cell.Style.NumberFormat.Format, Is.EqualTo("0.0"));
        });
    }

    [TestCase("")]
    [TestCase("8 h or so")]
    [TestCase("h")]
    [TestCase("8 h30 min")]
    public void Other_words_stay_words(string words)
    {
        using var book = Book.Of(WithLongest(words));

        Assert.That(book.Cell("Role Settings", "Longest activation (h)").Value, Is.EqualTo(words));
    }

    [Test]
    public void A_count_that_could_not_be_read_says_so()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            book.Column("Groups", "Activated").Select(cell => cell.Value),
            Is.EqualTo(new object[] { 0d, 0d, 0d, 0d, 0d, 0d, "not read" })
        );
    }

    [Test]
    public void Figures_of_the_coverage_are_numbers()
    {
        using var book = Book.Of(SampleResult.Contoso);

        Assert.That(
            new[] { "Pages", "Rows", "Retries" }.SelectMany(header => book.Column("Coverage", header)),
            Is.Not.Empty.And.All.Property(nameof(IXLCell.DataType)).EqualTo(XLDataType.Number)
        );
    }

    private static IXLCell Waived(Book book) =>
        book.Cell("Findings", "Waived until", book.Texts("Findings", "Rule").IndexOf("PIM608"));

    private static IXLCell Snapshot(Book book) => book.Names.NamedRange("Snapshot").Ranges.Single().FirstCell();

    private static AuditResult WithLongest(string words) =>
        SampleResult.Contoso with
        {
            RoleSettings =
            [
                SampleResult.Contoso.RoleSettings.First(row => row.Setting == "longestActivation") with
                {
                    Value = words,
                },
            ],
        };
}
