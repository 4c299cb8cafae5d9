using NUnit.Framework;
using PimAudit.TestKit;

namespace PimAudit.Query.Tests;

/// <summary>The present of a query is the moment of the snapshot, in UTC: the same snapshot gives the same answer.</summary>
public sealed class PresentTests
{
    [TestCase("datetime('now')", "2026-10-01T06:00:00Z")]
    [TestCase("datetime()", "2026-10-01T06:00:00Z")]
    [TestCase("DateTime('NOW', '+14 days')", "2026-10-15T06:00:00Z")]
    [TestCase("current_timestamp", "2026-10-01T06:00:00Z")]
    [TestCase("current_date", "2026-10-01")]
    [TestCase("current_time", "06:00:00")]
    [TestCase("date('now', 'start of month', '+1 month')", "2026-11-01")]
    [TestCase("time('now')", "06:00:00")]
    [TestCase("julianday('now')", "2461314.75")]
    [TestCase("unixepoch('now')", "1790834400")]
    [TestCase("strftime('%Y week %W', 'now')", "2026 week 39")]
    [TestCase("strftime('%H:%M')", "06:00")]
    [TestCase("datetime('2026-10-01T08:00:00+02:00')", "2026-10-01T06:00:00Z")]
    [TestCase("datetime(0, 'unixepoch')", "1970-01-01T00:00:00Z")]
    [TestCase("datetime(NULL)", "")]
    [TestCase("datetime('subsec')", "")]
    [TestCase("datetime('tomorrow')", "")]
    [TestCase("round(julianday('2026-10-03') - julianday('2026-10-01'))", "2")]
    public void A_moment_follows_from_the_snapshot(string call, string value) =>
        Assert.That(Asked.Rows(A.Tenant, $"SELECT {call}"), Is.EqualTo([value]));

    [TestCase("datetime('now', 'localtime')")]
    [TestCase("date('now', ' UTC')")]
    [TestCase("strftime('%H', 'now', 'localtime')")]
    [TestCase("time('now', 'subsec')")]
    public void The_time_zone_of_the_machine_is_refused(string call) =>
        Assert.That(
            Assert.Throws<QueryRefusedException>(() => Asked.Of(A.Tenant, $"SELECT {call}"))!.Seen,
            Does.Contain("is refused: every moment is UTC, in whole seconds.")
        );

    [TestCase(-1, "Ada")]
    [TestCase(0, "")]
    [TestCase(1, "")]
    public void A_moment_of_a_view_compares_with_a_moment_that_is_computed(int seconds, string found) =>
        Assert.That(
            string.Concat(
                Asked.Rows(
                    A.Tenant.Users("Ada")
                        .Eligible("Ada", "Reports Reader", TimeSpan.FromDays(14) + TimeSpan.FromSeconds(seconds)),
                    "SELECT principal_name FROM eligible_assignments WHERE ends_at < datetime('now', '+14 days')"
                )
            ),
            Is.EqualTo(found)
        );
}
