using NUnit.Framework;
using PimAudit.Model;

namespace PimAudit.Reports.Tests.Excel;

public sealed class HeaderTests
{
    private static readonly (string Sheet, string Headers)[] Expected =
    [
        (
            "Findings",
            "Severity|Rule|Title|Status|Object|Object id|Role|Path|Observed|Expected|Owner|Scope|Why|Fix|Command|Portal|"
                + "Practice|Source|Evidence|Waived until|Baseline|Waive|Finding|Fingerprint"
        ),
        (
            "Access Review",
            "Principal|Type|Role|Path|State|End (UTC)|Last activation|Activations|Recommendation|Reason|"
                + "Reviewer|Decision|Justification|Decision date|Ticket|Applied by|Applied date|"
                + "Assigned because|Assigned ticket|User name|Object id|Account|Role id|Tier|Approach|Scope|Start (UTC)|Permanent|"
                + "Window covered|Last sign-in|Row key"
        ),
        ("Changes", "Class|Change|Object|Role|What|Before|After|When (UTC)|By|Scope|Object id"),
        (
            "Role Settings",
            "Role or group|Side|MFA|Authentication context|Justification|Ticket|Approval|Approvers|"
                + "Longest activation (h)|Permanent eligible|Permanent active|Judged|Deviations|Tier|Id"
        ),
        ("Groups", "Group|Object id|Approach|Roles|Role-assignable|Kind|Owners|Standing|Eligible|Activated|Findings"),
        ("Architecture", "Holder|Kind|Documented|Roles|Approach|People|Findings|Object id"),
        ("Emergency Access", "Account|Check|Outcome|Value|Object id"),
        ("Waivers", "Rule|Target|Reason|Approver|Expires (UTC)|Days left|State|Broad|Findings covered"),
        (
            "Rules",
            "Rule|Name|Outcome|Findings|Waived|Judged|Blind|Severity|Title|Threshold|Source|Reason|Practice|Profile"
        ),
        ("Coverage", "Part|Request|Permission|Pages|Rows|Retries|State|Rules blind|Cure|Reason"),
        ("Provenance", "Key|Value"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Row_three_holds_the_headers(AuditResult result, string sheet, string headers)
    {
        using var book = Book.Of(result);

        Assert.That(Book.Headers(book[sheet]), Is.EqualTo(headers.Split('|')));
    }

    [TestCaseSource(nameof(Cases))]
    public void The_headers_head_a_filtered_table(AuditResult result, string sheet, string headers)
    {
        using var book = Book.Of(result);
        var table = book[sheet].Tables.Single();

        Assert.Multiple(() =>
        {
            Assert.That(table.Fields.Select(field => field.Name), Is.EqualTo(headers.Split('|')));
            Assert.That(table.ShowAutoFilter, Is.True);
            Assert.That(table.ShowRowStripes, Is.False);
        });
    }

    private static IEnumerable<TestCaseData> Cases =>
        Expected.SelectMany(sheet =>
            new[]
            {
                new TestCaseData(SampleResult.Contoso, sheet.Sheet, sheet.Headers).SetArgDisplayNames(sheet.Sheet),
                new TestCaseData(SampleResult.NothingEvaluated, sheet.Sheet, sheet.Headers).SetArgDisplayNames(
                    $"{sheet.Sheet}, nothing evaluated"
                ),
            }
        );
}
