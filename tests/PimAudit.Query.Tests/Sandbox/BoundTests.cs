using NUnit.Framework;
using PimAudit.Access;
using PimAudit.TestKit;

namespace PimAudit.Query.Tests;

/// <summary>A query ends, and needs no more than it may have.</summary>
public sealed class BoundTests
{
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";

    [TestCase(Endless + "SELECT count(*) FROM n")]
    [TestCase(Endless + "SELECT group_concat(i) FROM n")]
    [TestCase(Endless + "SELECT json_group_array(i) FROM n")]
    [TestCase(Endless + "SELECT count(*) FROM n a, n b, n c")]
    [TestCase(
        "WITH d(x) AS (VALUES (1),(2),(3),(4),(5),(6),(7),(8),(9),(0)) SELECT count(*) FROM d a, d b, d c, d d, d e, d f, d g, d h, d i, d j, d k, d l"
    )]
    public void An_endless_query_ends_at_its_time_limit(string sql)
    {
        using var query = SnapshotQuery.Open(AccessMap.Resolve(A.Tenant), new RacingTime());

        Assert.That(
            Assert.Throws<QueryRefusedException>(() => query.Ask(sql, QueryLimits.Default))!.Seen,
            Is.EqualTo("It had not ended after 10 s.")
        );
    }

    [Test]
    public void A_query_is_answered_up_to_its_time_limit()
    {
        using var query = SnapshotQuery.Open(AccessMap.Resolve(A.Tenant), new StoppedTime());

        Assert.That(
            Asked.Rows(query.Ask(Endless + "SELECT max(i) FROM (SELECT i FROM n LIMIT 100000)", QueryLimits.Default)),
            Is.EqualTo(["100000"])
        );
    }

    [TestCase(Endless + "SELECT i, printf('%100000d', i) AS wide FROM n ORDER BY wide")]
    [TestCase(Endless + "SELECT count(DISTINCT printf('%10000d', i)) FROM n")]
    [TestCase(Endless + "SELECT group_concat(printf('%100000d', i)) FROM n GROUP BY i")]
    public void Sorting_and_grouping_stay_within_the_memory_limit(string sql)
    {
        using var query = new SnapshotQuery(
            AccessMap.Resolve(A.Tenant),
            new StoppedTime(),
            QueryLimits.TableBytes,
            workingBytes: 16 << 20
        );

        Assert.That(
            Assert.Throws<QueryRefusedException>(() => query.Ask(sql, QueryLimits.Default))!.Message,
            Is.EqualTo("The query needs too much memory and was ended.")
        );
    }

    [TestCase("SELECT printf('%*d', 1000000000, 1)")]
    [TestCase("SELECT printf('%1000001d', 1)")]
    [TestCase("SELECT replace(printf('%100000d', 1), ' ', 'twelve bytes')")]
    [TestCase("SELECT quote(hex(printf('%600000d', 1)))")]
    public void A_giant_text_is_refused(string sql) =>
        Assert.That(
            Assert.Throws<QueryRefusedException>(() => Asked.Of(A.Tenant, sql))!.Message,
            Is.EqualTo("A text or the query itself is too long.")
        );

    [TestCase("SELECT 1, '{0}'", 100_000)]
    [TestCase("SELECT ({0}1", 1)]
    public void A_giant_statement_is_refused(string sql, int letters)
    {
        var filling = letters > 1 ? new string('a', letters) : string.Concat(Enumerable.Repeat("1+(", 300));

        Assert.Throws<QueryRefusedException>(() =>
            Asked.Of(A.Tenant, sql.Replace("{0}", filling, StringComparison.Ordinal))
        );
    }

    [Test]
    public void Too_many_columns_or_parts_of_a_union_are_refused() =>
        Assert.Multiple(() =>
        {
            Assert.Throws<QueryRefusedException>(() =>
                Asked.Of(A.Tenant, $"SELECT {string.Join(',', Enumerable.Repeat("1", 201))}")
            );
            Assert.Throws<QueryRefusedException>(() =>
                Asked.Of(A.Tenant, string.Join(" UNION ALL ", Enumerable.Repeat("SELECT 1", 51)))
            );
        });

    [TestCase(3, 3, false)]
    [TestCase(4, 3, true)]
    public void Rows_beyond_the_limit_are_cut_and_said(int users, int shown, bool isCut)
    {
        var names = Enumerable.Range(1, users).Select(number => $"User {number}").ToArray();

        var answer = Asked.Of(
            A.Tenant.Users(names),
            "SELECT display_name FROM people",
            QueryLimits.Default with
            {
                Rows = 3,
            }
        );

        Assert.That((answer.Rows.Length, answer.IsCut), Is.EqualTo((shown, isCut)));
    }

    [TestCase("printf('%150000d', i)", 1000)]
    [TestCase("NULL, '', NULL, '', NULL, '', NULL, '', NULL, '', NULL, '', NULL, '', NULL, '', NULL, ''", 40_000)]
    public void A_giant_answer_is_refused(string columns, int rows) =>
        Assert.That(
            Assert
                .Throws<QueryRefusedException>(() =>
                    Asked.Of(
                        A.Tenant,
                        $"{Endless}SELECT {columns} FROM n LIMIT {rows}",
                        QueryLimits.Default with
                        {
                            Rows = QueryLimits.MostRows,
                        }
                    )
                )!
                .Message,
            Is.EqualTo("The answer is too large.")
        );

    [Test]
    public void A_view_that_does_not_fit_says_so()
    {
        var events = Enumerable.Range(0, 10_000).Select(number => Events.Activated($"{number}", "Ada"));
        using var query = new SnapshotQuery(
            AccessMap.Resolve(A.Tenant.Users("Ada") with { Events = events }),
            TimeProvider.System,
            tableBytes: 512 << 10,
            QueryLimits.WorkingBytes
        );

        Assert.That(
            Assert
                .Throws<QueryRefusedException>(() =>
                    query.Ask("SELECT count(*) FROM activations", QueryLimits.Default)
                )!
                .Message,
            Is.EqualTo("The view activations does not fit into memory.")
        );
        Assert.That(
            Asked.Rows(query.Ask("SELECT count(*) FROM people", QueryLimits.Default)),
            Is.EqualTo(["1"]),
            "the other views still answer"
        );
    }

    [Test]
    public void A_cancelled_query_ends_as_cancelled()
    {
        using var query = SnapshotQuery.Open(AccessMap.Resolve(A.Tenant), new StoppedTime());
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            query.Ask(Endless + "SELECT count(*) FROM n", QueryLimits.Default, cancellation.Token)
        );
    }

    [Test]
    public void A_query_that_was_ended_leaves_the_next_one_unharmed()
    {
        using var query = SnapshotQuery.Open(AccessMap.Resolve(A.Tenant.Users("Ada")), new RacingTime());
        Assert.Throws<QueryRefusedException>(() =>
            query.Ask(Endless + "SELECT count(*) FROM n, people", QueryLimits.Default)
        );

        Assert.That(Asked.Rows(query.Ask("SELECT display_name FROM people", QueryLimits.Default)), Is.EqualTo(["Ada"]));
    }

    /// <summary>A second passes between two looks.</summary>
    private sealed class RacingTime : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => now++;
    }

    private sealed class StoppedTime : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
