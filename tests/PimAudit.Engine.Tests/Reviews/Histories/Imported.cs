using NUnit.Framework;
using PimAudit.Model;
using PimAudit.TestKit;

namespace PimAudit.Engine.Tests.Reviews.Histories;

/// <summary>What becomes of a report, in words.</summary>
internal static class Imported
{
    public static readonly DateOnly Today = new(2026, 10, 5);

    public static ReviewImportResult Into(TenantSnapshot asked, params Said[] rows) =>
        ReviewImport.Of(AReview.Of(asked), Said.Report(rows), Today, replace: false);

    /// <summary>Each row that was answered: person, the way, decision.</summary>
    public static string[] Lines(this ReviewImportResult result)
    {
        Assert.That(result.Problems, Is.Empty);
        return
        [
            .. result
                .After.Rows.Where(row => row.Answer is not null)
                .Select(row =>
                    $"{row.Principal.Label} {string.Join(" > ", row.Hops.Select(hop => hop.To.Label))} {row.State}: {row.Answer!.Decision}"
                )
                .Order(StringComparer.Ordinal),
        ];
    }
}
