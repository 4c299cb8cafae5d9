using NUnit.Framework;
using PimAudit.Model;
using PimAudit.Reports.Excel;

namespace PimAudit.Reports.Tests.Excel;

/// <summary>Unknown use is never blank, and none seen is never "never".</summary>
public sealed class UseTests
{
    private static readonly DateTimeOffset Day = new(2026, 9, 28, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private static readonly AccessRow Stands = SampleResult.Contoso.Access.First(row =>
        row is { State: HopState.Standing, Exempt: false }
    );

    private static readonly AccessRow Activates = SampleResult.Contoso.Access.First(row =>
        row.State is HopState.Eligible
    );

    private static IEnumerable<TestCaseData> Uses =>
        [
            Case(Activates, use: null, "not read|not read|not read|not read"),
            Case(Activates, new(null, null, null, SignInRead: false, null), "not read|not read|not read|not read"),
            Case(Activates, new(Month, 3, Day, SignInRead: true, Day), "46293|3|30 of 92 days|46293"),
            Case(Activates, new(Month, 0, null, SignInRead: true, null), "none seen|0|30 of 92 days|none on record"),
            Case(
                Activates,
                new(Month, null, null, SignInRead: false, null),
                "not read|not read|30 of 92 days|not read"
            ),
            Case(Stands, new(Month, null, null, SignInRead: true, Day), "standing||30 of 92 days|46293"),
            Case(
                Stands with
                {
                    State = HopState.Unknown,
                },
                new(Month, null, null, SignInRead: true, Day),
                "not read|not read|30 of 92 days|46293"
            ),
            Case(
                Activates,
                new(TimeSpan.FromDays(100), 0, null, SignInRead: true, Day),
                "none seen|0|92 of 92 days|46293"
            ),
        ];

    [TestCaseSource(nameof(Uses))]
    public void A_row_says_what_is_known_of_its_use(AccessRow row, AccessUse? use, string cells)
    {
        var plain = Plain.Of(
            ExcelReport.Write(SampleResult.Contoso with { Access = [row with { Use = use }] }, Book.Facts)
        );

        Assert.That(
            string.Join(
                '|',
                new[] { "Last activation", "Activations", "Window covered", "Last sign-in" }.Select(header =>
                    plain.Column("Access Review", header).Single().Split('.')[0]
                )
            ),
            Is.EqualTo(cells)
        );
    }

    [TestCase(0, "Review: none seen, 30 of 92 days covered")]
    [TestCase(1, "Keep: used; 30 of 92 days covered")]
    [TestCase(null, "Review: no finding of medium weight or above")]
    public void Use_recommends_where_no_weighty_finding_does(int? activations, string expected)
    {
        var row = Activates with { Use = new(Month, activations, LastActivation: null, SignInRead: false, null) };
        var plain = Plain.Of(
            ExcelReport.Write(SampleResult.Contoso with { Access = [row], Findings = [] }, Book.Facts)
        );

        Assert.That(
            $"{plain.Column("Access Review", "Recommendation")[0]}: {plain.Column("Access Review", "Reason")[0]}",
            Is.EqualTo(expected)
        );
    }

    [TestCase(true, "Migration", "CHG-7", "Migration|CHG-7")]
    [TestCase(true, null, null, "none typed|none typed")]
    public void The_log_tells_why_it_was_assigned(bool isRead, string? because, string? ticket, string cells) =>
        Assert.That(Origin(isRead, new(Day, because, ticket, "entry 1")), Is.EqualTo(cells));

    [TestCase(true, "not in the log|not in the log")]
    [TestCase(false, "not read|not read")]
    public void What_the_log_does_not_tell_is_told_from_a_log_that_was_not_read(bool isRead, string cells) =>
        Assert.That(Origin(isRead, origin: null), Is.EqualTo(cells));

    private static string Origin(bool isRead, AccessOrigin? origin)
    {
        var row = Activates with
        {
            Use = new(isRead ? Month : null, null, null, SignInRead: false, null),
            Origin = origin,
        };
        var plain = Plain.Of(ExcelReport.Write(SampleResult.Contoso with { Access = [row] }, Book.Facts));
        return $"{plain.Column("Access Review", "Assigned because")[0]}|{plain.Column("Access Review", "Assigned ticket")[0]}";
    }

    private static TestCaseData Case(AccessRow row, AccessUse? use, string cells) =>
        new TestCaseData(row, use, cells).SetArgDisplayNames($"{row.State}, {use?.ToString() ?? "null"}");
}
